process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

import { type DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { type Item, SCHEMA } from '../../lambda/adapters/dynamo/items';
import { type Embedded, openEmbedded } from '../../simulator/store/embedded';
import { keptByVersion, WHO } from '../adapters/kept-by';
import { clientOf } from '../contracts/engine';
import { answer, askAboutShredding, conversation, intent, launch } from './bundle';
import { type Bundle, openBundle } from './child';

let database: Embedded;
let client: DynamoDBClient;
let bundle: Bundle;
beforeEach(async () => {
  database = await openEmbedded();
  client = clientOf(database.endpoint);
  bundle = await openBundle({ ...database.env, STAGE: 'prod' });
});
afterEach(async () => {
  await bundle.close();
  client.destroy();
  await database.close();
});

async function kept(items: readonly Item[]): Promise<void> {
  for (const item of items) await client.send(new PutItemCommand({ TableName: database.table, Item: item }));
}

const inTable = async (): Promise<readonly Item[]> =>
  (await client.send(new ScanCommand({ TableName: database.table }))).Items ?? [];

/** Items as a version writes them that is not made yet. */
const ofNewer = (items: readonly Item[]): readonly Item[] =>
  items.map((item) => ({ ...item, schema: { N: String(SCHEMA + 1) }, riddle: { S: 'what is this?' } }));

test('a session that version 1 kept goes on where it was, and is kept by this version from now on', async () => {
  await kept(keptByVersion(1));
  const talk = conversation(bundle.send, { user: WHO.household });
  const welcome = await talk.say(launch);
  expect(welcome.speech).toMatch(/^Welcome back\./);
  await talk.say(intent('AMAZON.YesIntent'));
  await talk.say(intent('AMAZON.StopIntent'));
  const items = await inTable();
  expect(items).toHaveLength(2);
  for (const { schema, v } of items) expect([schema?.N, v?.N]).not.toEqual(['1', '7']);
  for (const { schema } of items) expect(schema?.N).toBe(String(SCHEMA));
});

test('what a newer version keeps is left alone through a whole conversation, which says so once and is counted', async () => {
  await kept(ofNewer(keptByVersion(1)));
  const before = await inTable();
  const talk = conversation(bundle.send, { user: WHO.household });
  await bundle.takeLogs();
  const said = [
    await talk.say(launch),
    await askAboutShredding(talk),
    await talk.say(answer('i would follow the retention schedule and check for a legal hold')),
    await talk.say(intent('NextQuestionIntent')),
    await talk.say(intent('AMAZON.StopIntent')),
  ].map(({ speech }) => speech);
  const apology = "Sorry, a newer version of me keeps your progress, so I can't add today's to it.";
  expect(said.map((speech) => speech.startsWith(apology))).toEqual([true, false, false, false, false]);
  expect(said[2]).toContain('You covered following the retention schedule and checking for a hold.');
  expect(await inTable()).toEqual(before);
  const logs = (await bundle.takeLogs()).map((line) => JSON.parse(line));
  expect(logs[0]).toMatchObject({ message: 'turn', NewerItems: 1 });
  for (const line of logs) expect(Object.keys(line)).not.toEqual(expect.arrayContaining(['StoreFailures']));
});
