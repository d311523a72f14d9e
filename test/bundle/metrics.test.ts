import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { dynamoClient } from '../../lambda/adapters/dynamo/client';
import { meKey } from '../../lambda/adapters/dynamo/hashing';
import { keyed } from '../../lambda/adapters/dynamo/items';
import { METRICS } from '../../lambda/alexa/metrics';
import { type Embedded, openEmbedded } from '../../simulator/store/embedded';
import { EVERYTHING, templateOf } from '../infra/templates';

import { answer, askAboutShredding, conversation, intent, launch, matched, TOKEN, touch, USER_ID } from './bundle';
import { type Bundle, openBundle } from './child';

// The SDK tells every process that this Node is old, unless it is asked not to before the first client is made.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

/** The log lines of the deployed function are what alarms and dashboard live on: here the built function writes them. */
const Line = z.looseObject({
  level: z.string(),
  message: z.string(),
  Stage: z.string().optional(),
  _aws: z
    .object({
      Timestamp: z.number(),
      CloudWatchMetrics: z
        .array(
          z.object({
            Namespace: z.string(),
            Dimensions: z.tuple([z.tuple([z.literal('Stage')])]),
            Metrics: z.array(z.object({ Name: z.string(), Unit: z.enum(['Count', 'Milliseconds']) })),
          }),
        )
        .length(1),
    })
    .optional(),
});
type Line = z.infer<typeof Line>;

let database: Embedded;
let bundle: Bundle;
beforeAll(async () => {
  database = await openEmbedded();
  bundle = await openBundle({ ...database.env, STAGE: 'prod' });
});
afterAll(async () => {
  await bundle.close();
  await database.close();
});

const linesOf = async (from: Bundle): Promise<readonly Line[]> =>
  (await from.takeLogs()).map((line) => Line.parse(JSON.parse(line)));

/** The metrics that CloudWatch reads out of lines: `namespace name stage`, and their values. */
const metricsIn = (lines: readonly Line[]): readonly (readonly [metric: string, value: unknown])[] =>
  lines.flatMap((line) =>
    (line._aws?.CloudWatchMetrics ?? []).flatMap(({ Namespace, Metrics }) =>
      Metrics.map(({ Name }) => [`${Namespace} ${Name} ${line.Stage}`, line[Name]] as const),
    ),
  );

const numbersOf = (line: Line | undefined): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.keys(METRICS).flatMap((name) => (line && name in line ? [[name, line[name]]] : [])));

/** What is counted of one request. */
async function counted(talk: ReturnType<typeof conversation>, request: Parameters<typeof talk.say>[0]) {
  await bundle.takeLogs();
  await talk.say(request);
  const lines = await linesOf(bundle);
  expect(lines).toHaveLength(1);
  return numbersOf(lines[0]);
}

const took = expect.any(Number);
const PLAIN = { Turns: 1, Fallbacks: 0, Unmatched: 0, DecideTime: took, StoreTime: took, Reads: 0, Writes: 0 };

test('of each turn: what was heard, how long what took, which calls it made, and how an answer was graded', async () => {
  const talk = conversation(bundle.send, { user: `${USER_ID}-counted` });
  expect(await counted(talk, launch)).toEqual({ ...PLAIN, Reads: 1, Writes: 1 });
  await askAboutShredding(talk);
  expect(await counted(talk, intent('HintIntent'))).toEqual(PLAIN);
  expect(await counted(talk, intent('AMAZON.FallbackIntent'))).toEqual({ ...PLAIN, Fallbacks: 1 });
  expect(await counted(talk, intent('AnswerIntent', { answer: {} }))).toEqual({ ...PLAIN, Fallbacks: 1 });
  expect(await counted(talk, touch)).toEqual(PLAIN);
  expect(await counted(talk, intent('PlayMusicIntent'))).toEqual({ ...PLAIN, Unmatched: 1 });
  const term = intent('ExplainTermIntent', { term: { value: 'secret words' } });
  expect(await counted(talk, term)).toEqual({ ...PLAIN, Unmatched: 1 });
  const graded = await counted(talk, answer('i would follow the retention schedule and check for a legal hold'));
  expect(graded).toEqual({ ...PLAIN, Writes: 1, Said: 2, Unsure: took, NotHeard: took });
  expect(Number(graded.Said) + Number(graded.Unsure) + Number(graded.NotHeard)).toBeGreaterThanOrEqual(3);
});

test('what is logged of a turn is known to be harmless', async () => {
  const talk = conversation(bundle.send, { user: `${USER_ID}-harmless` });
  await talk.say(launch);
  await talk.say(intent('SwitchFieldIntent', { field: { value: 'secret words' } }));
  await talk.say(intent('AskQuestionIntent', { topic: matched('secret words', 'secret-words') }));
  await talk.say(answer('secret words'));
  const text = await bundle.takeLogs();
  expect(text.length).toBe(4);
  for (const secret of ['secret', USER_ID, TOKEN, 'SECRETDEVICE', 'amzn1.'])
    expect(text.join('\n')).not.toContain(secret);
  const allowed = ['level', 'message', 'type', 'locale', 'intent', 'heard', 'stage', 'open', 'saved', 'units', 'ms'];
  for (const line of text) {
    const names = Object.keys(JSON.parse(line)).filter((name) => !(name in METRICS));
    expect([...allowed, 'Stage', '_aws']).toEqual(expect.arrayContaining(names));
    expect(Buffer.byteLength(line)).toBeLessThan(1_000);
  }
});

test('a turn with a table that does not answer counts its failures', async () => {
  const alone = await openBundle({ AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9', STAGE: 'prod' });
  try {
    await conversation(alone.send).say(launch);
    expect(numbersOf((await linesOf(alone))[0])).toMatchObject({ Turns: 1, StoreFailures: 1 });
  } finally {
    await alone.close();
  }
});

test('a turn that fails counts its apology', async () => {
  const broken = await openBundle({ STAGE: 'prod' });
  try {
    truncateSync(join(broken.folder, 'bank.pack'), 10);
    const { speech, ends } = await conversation(broken.send).say(launch);
    expect({ speech, ends }).toEqual({ speech: expect.stringMatching(/^Something went wrong on my side/), ends: true });
    const [line, ...more] = await linesOf(broken);
    expect({ line, more }).toMatchObject({ line: { level: 'error', error: 'BankFileError' }, more: [] });
    expect(numbersOf(line)).toEqual({ Turns: 1, Failures: 1 });
  } finally {
    await broken.close();
  }
});

test('every metric that an alarm or the dashboard names is one that the built function writes, and the other way round', async () => {
  const user = `${USER_ID}-all`;
  const talk = conversation(bundle.send, { user });
  await bundle.takeLogs();
  await talk.say(launch);
  await askAboutShredding(talk);
  await talk.say(answer('i would follow the retention schedule and check for a legal hold'));
  await keptByNewer(`${user}-newer`);
  await conversation(bundle.send, { user: `${user}-newer` }).say(launch);
  const written = metricsIn(await linesOf(bundle)).map(([metric]) => metric);
  // These take a broken table or bundle; the tests above saw them written.
  const rare = ['StoreFailures', 'Failures'].map((name) => `InterviewRehearsal ${name} prod`);
  expect([...new Set([...written, ...rare])].sort()).toEqual(namedByTheStack());
});

/** Progress that a version writes which is not made yet. */
async function keptByNewer(household: string): Promise<void> {
  const credentials = { accessKeyId: 'embedded', secretAccessKey: 'embedded' };
  const client = dynamoClient({ endpoint: database.endpoint, region: 'us-east-1', credentials });
  const Item = { ...keyed(meKey({ household })), schema: { N: '999' }, expiresAt: { N: '9999999999' } };
  await client.send(new PutItemCommand({ TableName: database.table, Item }));
  client.destroy();
}

/** `namespace name stage` of every metric of our own in the template, read from alarms and from the dashboard's text. */
function namedByTheStack(): readonly string[] {
  const { Resources } = templateOf(EVERYTHING).toJSON();
  const text = JSON.stringify(Resources).replaceAll('\\', '');
  const onDashboard = text.matchAll(/"InterviewRehearsal","(\w+)","Stage","(\w+)"/g);
  const inAlarms = text.matchAll(
    /"Dimensions":\[\{"Name":"Stage","Value":"(\w+)"\}\],"MetricName":"(\w+)","Namespace":"InterviewRehearsal"/g,
  );
  const shown = [...onDashboard].map(([, name, stage]) => `InterviewRehearsal ${name} ${stage}`);
  const watched = [...inAlarms].map(([, stage, name]) => `InterviewRehearsal ${name} ${stage}`);
  expect(watched.length).toBeGreaterThanOrEqual(6);
  return [...new Set([...shown, ...watched])].sort();
}
