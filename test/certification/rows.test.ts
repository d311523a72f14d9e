import { openBank } from '../../lambda/adapters/pack';
import { readModel } from '../../simulator/open';
import { parseReply } from '../../simulator/response';
import { broken } from '../../simulator/rules';
import { LAMBDA_DIST, PACKAGE_DIST } from '../../tools/paths';
import {
  answer,
  type Conversation,
  conversation,
  ended,
  envelope,
  heardIn,
  intent,
  launch,
  SKILL_ID,
  USER_ID,
} from '../bundle/bundle';
import { type Bundle, openBundle } from '../bundle/child';
import { ABOUT_A_QUESTION, ANYWHERE, STAGES } from './walk';

/** Rows of docs/certification.md that the built function answers for. */
let bundle: Bundle;
beforeAll(async () => {
  bundle = await openBundle({
    QUIET_AUDIO_BASE_URL: 'https://media.example/audio',
    CARD_IMAGES_BASE_URL: 'https://media.example/images/',
    LOG_LEVEL: 'error',
  });
});
afterAll(() => bundle.close());

const model = readModel(PACKAGE_DIST, 'en-US');

/** Everything that the function has answered to speech, as it went over the wire. */
const replies: { readonly said: string; readonly json: string; readonly intent?: string }[] = [];

let listeners = 0;
/** Somebody new, whose replies are noted. */
function somebody(): Conversation {
  listeners += 1;
  const send = async (event: object) => {
    const response = await bundle.send(event);
    const { request }: { request?: { type?: string; intent?: { name?: string } } } = Object(event);
    const name = request?.intent?.name;
    if (request?.type !== 'SessionEndedRequest') {
      replies.push({
        said: `${name ?? request?.type}`,
        json: JSON.stringify(response),
        ...(name !== undefined && { intent: name }),
      });
    }
    return response;
  };
  return conversation(send, { user: `${USER_ID}-row-${listeners}` });
}

async function inStage(requests: readonly Parameters<Conversation['say']>[0][]): Promise<Conversation> {
  const talk = somebody();
  for (const request of requests) await talk.say(request);
  return talk;
}

const stages = Object.entries(STAGES).map(([stage, requests]) => ({ stage, requests }));
const asksSomething = /[?]$|(Go ahead with your answer|Start with: my answer is|say that's all)\.$/;

describe.each(stages)('in $stage', ({ stage, requests }) => {
  test.each(Object.entries(ANYWHERE))('rows d5, d6 and d7: %s is answered', async (said, request) => {
    const talk = await inStage(requests);
    const { ends, speech, reprompt } = await talk.say(request);
    expect(speech).not.toBe('');
    expect(reprompt !== undefined).toBe(ends === false);
    if (ends === true) expect(speech).not.toMatch(asksSomething);
    if (said === 'help') expect(ends).toBe(false);
    // To cancel a change of plan is to stay.
    const stays = stage === 'confirming' && said === 'cancel';
    if (['stop', 'cancel', 'home'].includes(said)) expect(ends).toBe(!stays);
  });

  test('row a29: Fallback is no answer, and is not graded', async () => {
    const talk = await inStage(requests);
    expect((await talk.say(ANYWHERE.fallback ?? {})).speech).not.toMatch(/You covered|I didn't hear (?!an)/);
  });

  test.each(['USER_INITIATED', 'ERROR', 'EXCEEDED_MAX_REPROMPTS'])(
    'rows a28 and b12: a session that ends by %s gets no speech',
    async (reason) => {
      const talk = await inStage(requests);
      expect(await talk.say({ ...ended, reason })).toMatchObject({ speech: '', reprompt: undefined, directives: [] });
    },
  );
});

test('row d4: a launch says what can be asked for, and listens', async () => {
  const { speech, ends } = await somebody().say(launch);
  expect(speech).toMatch(/I ask interview questions .*\?$/);
  expect(ends).toBe(false);
});

const unresolved = (value: string) => ({
  value,
  resolutions: { resolutionsPerAuthority: [{ status: { code: 'ER_SUCCESS_NO_MATCH' } }] },
});

test.each([
  ['AskQuestionIntent', 'topic'],
  ['AskQuestionIntent', 'field'],
  ['SwitchFieldIntent', 'field'],
  ['ExplainTermIntent', 'term'],
  ['PracticeIntent', 'topic'],
  ['NameAloneIntent', 'topic'],
  ['InterviewIntent', 'level'],
  ['AskQuestionIntent', 'kind'],
])('row a24: %s with a %s that no list has is answered in words', async (name, slot) => {
  const talk = await inStage([launch]);
  expect(await talk.say(intent(name, { [slot]: unresolved('deep sea diving') }))).toMatchObject({ ends: false });
});

test('row b15: events come without a session, and are taken without a word', async () => {
  for (const type of ['AlexaSkillEvent.SkillEnabled', 'AlexaSkillEvent.SkillDisabled', 'Reminders.ReminderCreated']) {
    const { session: _, ...event } = envelope({ type });
    expect(heardIn(await bundle.send(event))).toMatchObject({ speech: expect.any(String), directives: [] });
  }
});

test('row b16: ids of the greatest length are taken', async () => {
  const long = 'x'.repeat(255);
  const event = JSON.parse(JSON.stringify(envelope(launch, undefined, `amzn1.ask.account.${long}`)));
  event.context.System.person = { personId: `amzn1.ask.person.${long}` };
  expect(heardIn(await bundle.send(event)).speech).toMatch(/^Welcome/);
});

test('row c1: a request for another skill is refused', async () => {
  const other = JSON.parse(JSON.stringify(envelope(launch)).replaceAll(SKILL_ID, 'amzn1.ask.skill.other'));
  expect(await bundle.send(other)).toEqual({ version: '1.0', response: { shouldEndSession: true } });
});

test('row c8: nothing of what somebody says or is comes into the log', async () => {
  const chatty = await openBundle({ LOG_LEVEL: 'debug', STAGE: 'prod' });
  try {
    const talk = conversation(chatty.send);
    await talk.say(launch);
    await talk.say(intent('AskQuestionIntent', { topic: unresolved('deep sea diving') }));
    await talk.say(answer('deep sea diving'));
    const log = (await chatty.takeLogs()).join('\n');
    expect(log).toContain('AskQuestionIntent');
    for (const secret of ['diving', 'SECRET', 'amzn1']) expect(log).not.toContain(secret);
  } finally {
    await chatty.close();
  }
});

test.each([
  ['NOT_PERSISTED', /^Welcome to Interview Rehearsal\./],
  ['PERSISTED', /^Welcome back/],
])('row d13: a skill that is disabled with %s progress is forgotten or kept', async (status, welcome) => {
  listeners += 1;
  const user = `${USER_ID}-row-${listeners}`;
  const talk = conversation(bundle.send, { user });
  await talk.say(launch);
  await talk.say(intent('AskQuestionIntent'));
  await talk.say(intent('AMAZON.StopIntent'));
  const event = { type: 'AlexaSkillEvent.SkillDisabled', body: { userInformationPersistenceStatus: status } };
  const { session: _, ...disabled } = envelope(event, undefined, user);
  await bundle.send(disabled);
  expect((await talk.say(launch)).speech).toMatch(welcome);
});

/** Milliseconds for a walk through the whole bank, on a machine that has other things to do. */
const WALK = 300_000;

describe('of everything that is said about every question,', () => {
  beforeAll(async () => {
    const bank = openBank(LAMBDA_DIST);
    const count = bank.fields().first.flatMap(({ id }) => bank.field(id)?.questions ?? []).length;
    bank.close();
    const talk = somebody();
    await talk.say(launch);
    await talk.say(intent('AskQuestionIntent'));
    for (let i = 0; i < count; i++) {
      for (const request of ABOUT_A_QUESTION) await talk.say(request);
      await talk.say(intent('NextQuestionIntent'));
    }
  }, WALK);

  const worst = (size: (json: string) => number): number => Math.max(...replies.map(({ json }) => size(json)));
  const ssmlIn = (json: string): readonly string[] => {
    const { ssml, reprompt } = parseReply(JSON.parse(json));
    return [ssml ?? '', reprompt ?? ''];
  };

  test('rows b3, b4, b5, b6, b7 and b9: no reply breaks a rule of speech, cards, breaks, audio, markup or the microphone', () => {
    expect(replies.length).toBeGreaterThan(500);
    const faults = replies.flatMap(({ said, json, intent: name }) =>
      broken(parseReply(JSON.parse(json)), json, model, name).map((fault) => `${said}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test('row b2: a response is small, with the session that it carries', () => {
    expect(worst(Buffer.byteLength)).toBeLessThan(24 * 1024);
  });

  test('row b4: where pictures are served, every card of ours has one, and its text leaves room for the addresses', () => {
    const cards = replies.flatMap(({ json }) => JSON.parse(json).response.card ?? []);
    const ours = cards.filter(({ type }: { readonly type: string }) => type !== 'AskForPermissionsConsent');
    expect(ours.length).toBeGreaterThan(100);
    for (const { type, title, text, image } of ours) {
      expect(type).toBe('Standard');
      expect(image).toEqual({
        smallImageUrl: 'https://media.example/images/card-720x480.png',
        largeImageUrl: 'https://media.example/images/card-1200x800.png',
      });
      expect(`${title}${text}${image.smallImageUrl}${image.largeImageUrl}`.length).toBeLessThanOrEqual(8000);
    }
  });

  test('row b8: nothing switches to another voice', () => {
    expect(replies.flatMap(({ json }) => ssmlIn(json)).filter((ssml) => /<emphasis|pitch=/.test(ssml))).toEqual([]);
  });

  test('rows a13 and a31: the only directives of a dialog elicit, and no entities are sent', () => {
    const types = replies.flatMap(({ json }) => parseReply(JSON.parse(json)).directives.map(({ type }) => type));
    expect([...new Set(types)].filter((type) => type.startsWith('Dialog.'))).toEqual(['Dialog.ElicitSlot']);
  });
});
