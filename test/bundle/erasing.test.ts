import {
  answer,
  askAboutShredding,
  type Conversation,
  conversation,
  type Envelope,
  envelope,
  intent,
  launch,
} from './bundle';
import { type Bundle, openBundle } from './child';

let bundle: Bundle;
beforeEach(async () => {
  bundle = await openBundle();
});
afterEach(() => bundle.close());

const YES = intent('AMAZON.YesIntent');
const DELETE = intent('DeleteDataIntent');
const FULL = answer('i would follow the retention schedule and check for a legal hold');
const FIELD = 'field#records-technician';

/** Somebody who has answered a question. */
async function practised(send: Bundle['send'], person?: string): Promise<Conversation> {
  const talk = conversation(send, person === undefined ? {} : { person });
  await talk.say(launch);
  await askAboutShredding(talk);
  await talk.say(FULL);
  return talk;
}

/** A household and two persons of it, who have practised; what is kept of them. */
async function everybody({ send, kept }: Bundle): Promise<readonly string[]> {
  for (const person of [undefined, 'amzn1.ask.person.SAM', 'amzn1.ask.person.ALEX']) await practised(send, person);
  const keys = await kept();
  expect(keys).toHaveLength(6);
  return keys;
}

const event = (type: string, body?: object): Envelope => ({
  ...envelope({ type: `AlexaSkillEvent.${type}`, ...(body && { body }) }),
  session: undefined,
});
const disabled = (status?: string) =>
  event('SkillDisabled', status === undefined ? undefined : { userInformationPersistenceStatus: status });

test('after "delete my data" the table is empty, and whatever request comes late leaves it so', async () => {
  const sent: Envelope[] = [];
  const send = (one: Envelope) => {
    sent.push(one);
    return bundle.send(one);
  };
  const talk = await practised((one) => send(one as Envelope));
  expect(await bundle.kept()).toEqual([`household#${FIELD}`, 'household#me']);
  await talk.say(DELETE);
  const { speech, ends } = await talk.say(YES);
  expect({ speech, ends }).toEqual({
    speech: 'Done. Everything I kept for this household is deleted. Goodbye.',
    ends: true,
  });
  expect(await bundle.kept()).toEqual([]);
  for (const late of sent.slice(2)) await bundle.send(late);
  expect(await bundle.kept()).toEqual([]);
  expect((await talk.say(launch)).speech).toContain('Welcome to Interview Rehearsal.');
});

test('after "reset everything" preferences are all that is left', async () => {
  const talk = await practised(bundle.send);
  await talk.say(intent('ResetAllIntent'));
  expect(await talk.say(YES)).toMatchObject({ ends: false, speech: expect.stringContaining('Done.') });
  expect(await bundle.kept()).toEqual(['household#me']);
});

test('a person takes their own along, and nothing of the household', async () => {
  await practised(bundle.send);
  const sam = await practised(bundle.send, 'amzn1.ask.person.SAM');
  expect(await bundle.kept()).toHaveLength(4);
  await sam.say(DELETE);
  await sam.say(YES);
  expect(await bundle.kept()).toEqual([`household#${FIELD}`, 'household#me']);
});

test('disabling the skill for good takes the household and everybody in it', async () => {
  await everybody(bundle);
  await bundle.send(disabled('NOT_PERSISTED'));
  expect(await bundle.kept()).toEqual([]);
});

describe('nothing is lost, and nothing is said, when', () => {
  let shared: Bundle;
  let before: readonly string[];
  beforeAll(async () => {
    shared = await openBundle();
    before = await everybody(shared);
  });
  afterAll(() => shared.close());

  test.each([
    ['the skill is disabled, and what is kept may stay', disabled('PERSISTED')],
    ['the skill is disabled, and nobody says what becomes of the rest', disabled()],
    ['the skill is enabled', event('SkillEnabled')],
    ['a permission is granted', event('SkillPermissionAccepted', { acceptedPermissions: [{ scope: 'alexa::x' }] })],
    ['permissions change', event('SkillPermissionChanged', { acceptedPermissions: [] })],
    ['a permission is taken back', event('SkillPermissionChanged', {})],
  ])('%s', async (_, one) => {
    expect(await shared.send(one)).toEqual({
      version: '1.0',
      response: { shouldEndSession: true },
      userAgent: expect.any(String),
    });
    expect(await shared.kept()).toEqual(before);
  });
});

test('what could not be deleted when the skill was disabled is an error, so that the event is sent again', async () => {
  const cut = await openBundle({ AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9' });
  try {
    await expect(cut.send(disabled('NOT_PERSISTED'))).rejects.toThrow('StoreUnavailableError');
    expect(await cut.send(disabled('PERSISTED'))).toMatchObject({ response: {} });
  } finally {
    await cut.close();
  }
});
