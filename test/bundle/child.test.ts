import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { LAMBDA_DIST } from '../../tools/paths';
import {
  answer,
  askAboutShredding,
  conversation,
  ended,
  envelope,
  heardIn,
  intent,
  launch,
  SHREDDING,
  SKILL_ID,
  TOKEN,
  touch,
  USER_ID,
} from './bundle';
import { type Bundle, openBundle } from './child';

let bundle: Bundle;
beforeAll(async () => {
  bundle = await openBundle({ LOG_LEVEL: 'debug' });
});
afterAll(() => bundle.close());

/** Everything in the envelopes that nobody may read in a log. */
const SECRETS = [USER_ID, TOKEN, 'SECRETDEVICE', 'SECRETPERSON', 'secret words', 'shred', 'amzn1.'];

test('the folder holds the function, its packs and nothing that they could lean on', () => {
  const files = readdirSync(bundle.folder).sort();
  expect(files).toEqual([...readdirSync(LAMBDA_DIST), 'driver.cjs'].sort());
  for (let up = bundle.folder; up !== dirname(up); up = dirname(up)) {
    expect(existsSync(join(up, 'node_modules'))).toBe(false);
  }
});

test('First time, by envelopes; and again, with what was kept', async () => {
  const talk = conversation(bundle.send, { user: `${USER_ID}-first` });
  const welcome = await talk.say(launch);
  expect(welcome.speech).toMatch(
    /^Welcome to Interview Rehearsal\. .*practice, not legal advice\. Would you like one question/,
  );
  expect(welcome.ends).toBe(false);

  const question = await askAboutShredding(talk);
  expect(question.speech).toContain(`disposition. ${SHREDDING}`);
  expect(question.directives).toEqual(['Dialog.ElicitSlot']);

  const feedback = await talk.say(
    answer(
      "i would tell them that we can't because the retention schedule says next year and i'd check if there's a legal hold",
    ),
  );
  expect(feedback.speech).toContain('You covered following the retention schedule and checking for a hold.');
  expect(feedback.speech).toMatch(/Would you like a sample answer, another try, or the next question\?$/);

  const link = await talk.say(intent('SendLinkIntent'));
  expect(link.speech).toMatch(/^I've put .* in your Alexa app\. Next question\?$/);
  expect(link.card?.text).toContain('archives.gov');
  expect(link.speech).not.toContain('archives.gov');

  const goodbye = await talk.say(intent('AMAZON.NoIntent'));
  expect(goodbye.speech).toMatch(
    /^(Good work|That's a start)\. One question, \w+ of \w+ points\. It comes back [\w ]+\.$/,
  );
  expect(goodbye.ends).toBe(true);

  expect((await talk.say(launch)).speech).toMatch(/^Welcome back/);
  const next = await talk.say(intent('AMAZON.YesIntent'));
  expect(next.directives).toEqual(['Dialog.ElicitSlot']);
  expect(next.speech).not.toContain(SHREDDING);
});

test('what is logged is JSON, a line a turn, and holds nothing of anybody', async () => {
  await bundle.takeLogs();
  const talk = conversation(bundle.send, { user: `${USER_ID}-logged` });
  await talk.say({ ...launch });
  await askAboutShredding(talk);
  await talk.say(answer('secret words about shredding'));
  await talk.say(intent('ExplainTermIntent', { term: { value: 'secret words' } }));
  await talk.say(touch);
  await talk.say(intent('UnknownIntent', { slot: { value: 'secret words' } }));
  await talk.say(ended);
  const lines = await bundle.takeLogs();
  expect(lines).toHaveLength(7);
  for (const line of lines) {
    expect(JSON.parse(line)).toMatchObject({ level: 'info', message: 'turn' });
    expect(SECRETS.filter((secret) => line.includes(secret))).toEqual([]);
  }
});

test('a request for another skill is refused, and leaves nothing', async () => {
  const foreign = JSON.parse(JSON.stringify(envelope(launch)).replaceAll(SKILL_ID, 'amzn1.ask.skill.other'));
  await bundle.takeLogs();
  expect(await bundle.send(foreign)).toEqual({ version: '1.0', response: { shouldEndSession: true } });
  const lines = await bundle.takeLogs();
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { level: 'warn', message: expect.stringContaining('refused') },
  ]);
  expect((await conversation(bundle.send).say(launch)).speech).toMatch(/^Welcome to Interview Rehearsal\./);
});

/** A response that Alexa takes, in which somebody hears something or nothing is owed. */
function expectValid(response: unknown): void {
  const { ends, speech, reprompt } = heardIn(response);
  expect(typeof ends).toBe('boolean');
  expect(reprompt !== undefined).toBe(ends === false);
  if (ends === false) expect(speech).not.toBe('');
}

const without = (...path: readonly string[]): unknown => {
  const whole: unknown = JSON.parse(JSON.stringify(envelope(launch)));
  const last = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce<unknown>((part, key) => Reflect.get(Object(part), key), whole);
  Reflect.deleteProperty(Object(holder), last);
  return whole;
};

const session = (attributes: unknown) => ({ id: 'session', attributes: Object(attributes), isNew: false });

test.each<readonly [string, unknown]>([
  ['null', null],
  ['nothing', undefined],
  ['a text', 'LaunchRequest'],
  ['a number', 7],
  ['a list', []],
  ['an empty object', {}],
  ['no request', without('request')],
  ['no context', without('context')],
  ['no system', without('context', 'System')],
  ['no user', without('context', 'System', 'user')],
  ['no session', without('session')],
  ['no application', without('context', 'System', 'application')],
  ['no locale', without('request', 'locale')],
  ['no timestamp', without('request', 'timestamp')],
  ['no request id', without('request', 'requestId')],
  ['no type', without('request', 'type')],
  ['no version', without('version')],
  ['a time that is none', envelope({ ...launch, timestamp: 'yesterday' })],
  ['a locale that is none', envelope({ ...launch, locale: '../../etc' })],
  ['a request that is a text', { ...envelope(launch), request: 'launch' }],
  ['a type that nobody knows', envelope({ type: 'Something.Else' })],
  ['a type that is on every object', envelope({ type: 'constructor' })],
  ['no intent', envelope({ type: 'IntentRequest' })],
  ['an intent that nobody knows', envelope(intent('PlayMusicIntent'))],
  ['an intent that is on every object', envelope(intent('__proto__'))],
  ['another intent that is on every object', envelope(intent('toString'))],
  ['slots of the wrong type', envelope({ type: 'IntentRequest', intent: { name: 'AnswerIntent', slots: 'words' } })],
  [
    'a slot of the wrong type',
    envelope({ type: 'IntentRequest', intent: { name: 'AnswerIntent', slots: { answer: 7 } } }),
  ],
  ['a value of the wrong type', envelope(intent('AnswerIntent', { answer: { value: { toString: 'words' } } }))],
  ['an empty slot', envelope(intent('AnswerIntent', { answer: { value: '' } }))],
  ['slots without any value', envelope(intent('AskQuestionIntent', { topic: {}, level: {}, kind: {}, field: {} }))],
  ['a huge slot', envelope(intent('AnswerIntent', { answer: { value: 'check the schedule '.repeat(20_000) } }))],
  ['a slot of markup', envelope(intent('SwitchFieldIntent', { field: { value: '</speak><audio src="x"/>&\u0000' } }))],
  ['a slot named like an object', envelope(intent('AskQuestionIntent', { constructor: { value: 'x' } }))],
  [
    'an id that the bank does not have',
    envelope(
      intent('AskQuestionIntent', {
        topic: {
          value: 'x',
          resolutions: {
            resolutionsPerAuthority: [
              { status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: { name: 'x', id: '__proto__' } }] },
            ],
          },
        },
      }),
    ),
  ],
  [
    'a match without a value',
    envelope(
      intent('AskQuestionIntent', {
        topic: {
          value: 'x',
          resolutions: { resolutionsPerAuthority: [{ status: { code: 'ER_SUCCESS_MATCH' }, values: [] }] },
        },
      }),
    ),
  ],
  ['attributes of another version', envelope(intent('HintIntent'), session({ version: 99, learner: {} }))],
  ['attributes of another skill', envelope(answer('words'), session({ score: 3 }))],
  ['attributes that are a list', envelope(answer('words'), session([1, 2]))],
  [
    'attributes with a broken learner',
    envelope(answer('words'), session({ version: 1, learner: { stage: { at: 'asking' } } })),
  ],
  ['the end of a session that never was', envelope(ended)],
  ['an event of the skill', { ...envelope({ type: 'AlexaSkillEvent.SkillEnabled' }), session: undefined }],
  ['an event without a body', { ...envelope({ type: 'AlexaSkillEvent.SkillDisabled' }), session: undefined }],
])('%s is answered', async (_, event) => {
  expectValid(await bundle.send(event));
});

test('an answer that is too long to keep does not break the session that carries it', async () => {
  const talk = conversation(bundle.send, { user: `${USER_ID}-long` });
  await talk.say(launch);
  await askAboutShredding(talk);
  await talk.say(answer(`${'perhaps '.repeat(20_000)} i would follow the retention schedule`));
  const { speech } = await talk.say(intent('ThatsAllIntent'));
  expect(speech).toMatch(/Would you like|Did you mention/);
});

test('any part of an envelope may be anything', async () => {
  const whole = envelope(answer('i would follow the schedule'));
  const paths = pathsIn(whole);
  const anything = fc.oneof(fc.jsonValue(), fc.constantFrom('', '__proto__', 'constructor', -1, 1e300));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...paths), anything), { minLength: 1, maxLength: 3 }),
      async (changes) => {
        const event = changes.reduce<unknown>((part, [path, value]) => put(part, path, value), whole);
        expectValid(await bundle.send(event));
      },
    ),
    { numRuns: 150 },
  );
});

type Path = readonly string[];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const pathsIn = (value: Readonly<Record<string, unknown>>): readonly Path[] =>
  Object.entries(value).flatMap(([key, part]) => [
    [key],
    ...(isObject(part) ? pathsIn(part).map((path) => [key, ...path]) : []),
  ]);

function put(value: unknown, [key = '', ...rest]: Path, by: unknown): unknown {
  if (!isObject(value)) return value;
  return { ...value, [key]: rest.length === 0 ? by : put(value[key], rest, by) };
}

test('whoever passes a callback is answered by it', async () => {
  const heard = heardIn(await bundle.send(envelope(launch, undefined, `${USER_ID}-callback`), { byCallback: true }));
  expect(heard.speech).toMatch(/^Welcome to Interview Rehearsal\./);
});

test('a database out of reach is told, and the conversation goes on', async () => {
  const alone = await openBundle({ AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9' });
  try {
    const talk = conversation(alone.send);
    const { speech, ends } = await talk.say(launch);
    expect({ speech, ends }).toEqual({
      speech: expect.stringMatching(/^I can't reach your progress right now/),
      ends: false,
    });
    expect((await askAboutShredding(talk)).speech).toContain(SHREDDING);
  } finally {
    await alone.close();
  }
});

test('without a table it does not start, and says what to do', async () => {
  await expect(openBundle({ PROGRESS_TABLE: undefined })).rejects.toThrow(
    'PROGRESS_TABLE is not set: name the table that keeps progress.',
  );
});

test('without a skill id it serves any, and warns', async () => {
  const open = await openBundle({ SKILL_ID: undefined });
  try {
    expect((await conversation(open.send).say(launch)).ends).toBe(false);
    expect(await open.takeLogs()).toContainEqual(expect.stringContaining('SKILL_ID is not set'));
  } finally {
    await open.close();
  }
});
