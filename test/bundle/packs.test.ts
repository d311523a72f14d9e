import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPack } from '../../tools/bank/build-pack';
import { LAMBDA_DIST } from '../../tools/paths';
import { KEYS, type S3Server, s3Server } from '../adapters/s3-server';
import { conversation, intent, launch } from './bundle';
import { type Bundle, openBundle } from './child';

const dir = mkdtempSync(join(tmpdir(), 'packs-outside-'));
const [built, packs] = [join(dir, 'lambda'), join(dir, 'packs')];
let s3: S3Server;
let bundle: Bundle;

beforeAll(async () => {
  await buildPack('test/fixtures/bank', built, { outside: { dir: packs, over: 0 } });
  for (const name of ['index.js', 'lexicon.json']) copyFileSync(join(LAMBDA_DIST, name), join(built, name));
  s3 = await s3Server();
  for (const name of readdirSync(packs)) s3.objects.set(`questions/packs/${name}`, readFileSync(join(packs, name)));
  const keys = {
    AWS_ACCESS_KEY_ID: KEYS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: KEYS.secretAccessKey,
    AWS_SESSION_TOKEN: KEYS.sessionToken,
  };
  bundle = await openBundle({ ...keys, PACKS_BUCKET: 'questions', AWS_ENDPOINT_URL_S3: s3.endpoint }, built);
});
afterAll(async () => {
  await bundle.close();
  await s3.close();
  rmSync(dir, { recursive: true });
});

test('a function whose packs lie in S3 asks questions of several fields, and fetches each field once', async () => {
  expect(readdirSync(built).sort()).toEqual(['bank.index', 'index.js', 'lexicon.json']);
  const talk = conversation(bundle.send, { user: 'amzn1.ask.account.packs' });
  await talk.say(launch);
  const first = await talk.say(intent('AskQuestionIntent'));
  expect(first.directives).toEqual(['Dialog.ElicitSlot']);
  const other = await talk.say(intent('AskQuestionIntent', { field: { value: 'retention specialist' } }));
  expect(other.ends).toBe(false);
  await talk.say(intent('AMAZON.YesIntent'));
  expect(new Set(s3.asked).size).toBe(s3.asked.length);
  expect(s3.asked).toHaveLength(3);
});

test('while S3 is away the listener hears a way on, and the next try works', async () => {
  const talk = conversation(bundle.send, { user: 'amzn1.ask.account.away' });
  await talk.say(launch);
  s3.moods.push('busy', 'busy');
  const away = await talk.say(intent('AskQuestionIntent', { field: { value: 'archivist' } }));
  expect(away.ends).toBe(false);
  expect(away.directives).toEqual([]);
  const back = await talk.say(intent('AskQuestionIntent', { field: { value: 'archivist' } }));
  expect(back.directives).toEqual(['Dialog.ElicitSlot']);
});
