import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Stage } from 'aws-cdk-lib';
import { unzipSync, zipSync } from 'fflate';
import { z } from 'zod';
import { LOCALES } from '../../interaction-model/locales';
import { answer, askAboutShredding, conversation, intent, launch, SHREDDING } from '../bundle/bundle';
import { openBundle } from '../bundle/child';
import { EVERYTHING, stackOf } from '../infra/templates';

/** What the CDK uploads: folders that it zips on the way, here packed in the same form and unpacked by somebody else. */
const Assets = z.object({
  files: z.record(
    z.string(),
    z.object({ source: z.object({ path: z.string().optional(), packaging: z.string().optional() }) }),
  ),
});

const place = mkdtempSync(join(tmpdir(), 'assets-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const stack = stackOf(EVERYTHING);
const { directory } = Stage.of(stack)?.synth() ?? { directory: '' };
const folders = Object.values(
  Assets.parse(JSON.parse(readFileSync(join(directory, `${stack.artifactId}.assets.json`), 'utf8'))).files,
).flatMap(({ source: { path, packaging } }) =>
  packaging === 'zip' && path !== undefined && !path.endsWith('.zip') ? [join(directory, path)] : [],
);

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

/** The one asset that has this file. */
function assetWith(file: string): string {
  const [found, ...more] = folders.filter((folder) => filesIn(folder).includes(file));
  if (found === undefined || more.length > 0) throw new Error(`${more.length + 1} assets hold ${file}.`);
  return found;
}

const zipped = (folder: string): Uint8Array =>
  zipSync(Object.fromEntries(filesIn(folder).map((file) => [file, readFileSync(join(folder, file))])));

function unzippedTo(target: string, zip: Uint8Array): string {
  for (const [file, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    writeFileSync(join(target, file), bytes);
  }
  return target;
}

const MB = 1024 * 1024;

test("the function's asset is the bundle with its packs, far below what Lambda takes", () => {
  const folder = assetWith('bank.pack');
  const parts = ['THIRD-PARTY.txt', 'bank.index', 'bank.pack', 'index.js', 'lexicon.json'];
  expect(filesIn(folder)).toEqual(parts);
  expect(filesIn(folder).reduce((sum, file) => sum + readFileSync(join(folder, file)).length, 0)).toBeLessThan(
    250 * MB,
  );
  expect(zipped(folder).length).toBeLessThan(50 * MB);
});

test("the skill's asset is the package in the layout of the ASK CLI", () => {
  const models = LOCALES.map((locale) => `interactionModels/custom/${locale}.json`);
  expect(filesIn(assetWith('skill.json'))).toEqual(
    ['skill.json', ...models, 'assets/images/icon-108.png', 'assets/images/icon-512.png'].sort(),
  );
});

test('what is uploaded for speakers and the Alexa app is audio and pictures; the rest is functions of the CDK', () => {
  const known = [assetWith('bank.pack'), assetWith('skill.json')];
  const rest = folders.filter((folder) => !known.includes(folder)).map(filesIn);
  const ofTheCdk = rest.filter((files) => files.every((file) => /^index\.(?:py|js)$/.test(file)));
  // One uploads the files, and one empties a bucket that is deleted.
  expect(ofTheCdk.flat().sort()).toEqual(['index.js', 'index.py']);
  const uploaded = rest.filter((files) => !ofTheCdk.includes(files)).flat();
  expect(uploaded.filter((file) => !/^((?:quiet|think)-\d+\.mp3|card-\d+x\d+\.png)$/.test(file))).toEqual([]);
});

test('the zipped asset alone answers a conversation, and keeps progress in the database', async () => {
  const folder = unzippedTo(join(place, 'function'), zipped(assetWith('bank.pack')));
  const bundle = await openBundle({}, folder);
  try {
    const talk = conversation(bundle.send);
    expect((await talk.say(launch)).speech).toMatch(/^Welcome to Interview Rehearsal\./);
    expect((await askAboutShredding(talk)).speech).toContain(SHREDDING);
    const { speech } = await talk.say(answer('i would follow the retention schedule and check for a legal hold'));
    expect(speech).toContain('You covered following the retention schedule and checking for a hold.');
    expect((await talk.say(intent('AMAZON.StopIntent'))).ends).toBe(true);
    expect((await talk.say(launch)).speech).toMatch(/^Welcome back/);
  } finally {
    await bundle.close();
  }
});
