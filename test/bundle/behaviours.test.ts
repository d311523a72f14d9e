import { openBank } from '../../lambda/adapters/pack';
import { inMix } from '../../lambda/coach/choose';
import { LAMBDA_DIST } from '../../tools/paths';
import {
  answer,
  askAboutShredding,
  type Conversation,
  conversation,
  ended,
  intent,
  launch,
  SHREDDING,
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

let listeners = 0;

/** Somebody new with the same question on the table. */
async function inTheMiddle(locale?: string): Promise<Conversation> {
  listeners += 1;
  const talk = conversation(bundle.send, { user: `${USER_ID}-${listeners}`, ...(locale !== undefined && { locale }) });
  await talk.say(launch);
  const { speech } = await askAboutShredding(talk);
  expect(speech).toContain(SHREDDING);
  return talk;
}

/** The question is still the one that is answered. */
async function expectStillAsked(talk: Conversation): Promise<void> {
  const { speech } = await talk.say(answer('i would follow the retention schedule and check for a legal hold'));
  expect(speech).toContain('You covered following the retention schedule and checking for a hold.');
}

const listens = { ends: false, directives: ['Dialog.ElicitSlot'] };

test('Help explains and keeps the question', async () => {
  const talk = await inTheMiddle();
  const help = await talk.say(intent('AMAZON.HelpIntent'));
  expect(help).toMatchObject(listens);
  expect(help.speech).toContain('hint');
  await expectStillAsked(talk);
});

test('Repeat says the question again', async () => {
  const talk = await inTheMiddle();
  const first = await talk.say(intent('AMAZON.RepeatIntent'));
  expect(first).toMatchObject(listens);
  expect(first.speech).toContain(SHREDDING);
  await talk.say(intent('HintIntent'));
  expect((await talk.say(intent('AMAZON.RepeatIntent'))).speech).toContain(SHREDDING);
  await expectStillAsked(talk);
});

test('Fallback keeps the question on the table', async () => {
  const talk = await inTheMiddle();
  for (const _ of ['once', 'twice', 'three times']) {
    const heard = await talk.say(intent('AMAZON.FallbackIntent'));
    expect(heard).toMatchObject(listens);
    expect(heard.reprompt).not.toBe('');
  }
  await expectStillAsked(talk);
});

test("an answer in one's own words is understood", async () => {
  const talk = await inTheMiddle();
  const own =
    'sorry boss the policy on how long we keep it says not before january and somebody might be suing us so let me find out';
  await talk.say(answer(own));
  const { speech } = await talk.say(intent('ThatsAllIntent'));
  expect(speech).toContain('You covered following the retention schedule');
});

test('an empty slot is not counted as a wrong answer', async () => {
  const talk = await inTheMiddle();
  for (const empty of [
    intent('AnswerIntent', { answer: {} }),
    intent('AnswerIntent', { answer: { value: '' } }),
    intent('AnswerIntent'),
  ]) {
    expect(await talk.say(empty)).toMatchObject(listens);
  }
  const { speech } = await talk.say(intent('AMAZON.StopIntent'));
  expect(speech).not.toMatch(/question, |none of/);
  await talk.say(launch);
  await talk.say(intent('AMAZON.YesIntent'));
  await expectStillAsked(talk);
});

test('a relaunch goes on where it was', async () => {
  const talk = await inTheMiddle();
  talk.lose();
  expect((await talk.say(launch)).speech).toContain('Shall we go on with it?');
  expect((await talk.say(intent('AMAZON.YesIntent'))).speech).toContain(SHREDDING);
  await talk.say(answer('i would follow the retention schedule'));
  talk.lose();
  expect((await talk.say(launch)).speech).toContain(
    "You had begun an answer about disposition. I've counted what I heard: one of",
  );
});

test('an unknown touch event is harmless', async () => {
  const talk = await inTheMiddle();
  expect(await talk.say(touch)).toMatchObject(listens);
  await expectStillAsked(talk);
});

test.each(['fr-FR', 'en-NZ', 'xx-XX'])('a locale without texts still speaks well: %s', async (locale) => {
  const talk = await inTheMiddle(locale);
  await expectStillAsked(talk);
  const { speech, ends } = await talk.say(intent('AMAZON.StopIntent'));
  expect(speech).toMatch(/^(Good work|That's a start)\. One question, \w+ of \w+ points\. It comes back [\w ]+\.$/);
  expect(ends).toBe(true);
});

test.each(['AMAZON.StopIntent', 'AMAZON.CancelIntent', 'AMAZON.NavigateHomeIntent'])(
  'Stop closes the session, and says so in the response: %s',
  async (name) => {
    const talk = await inTheMiddle();
    const { speech, ends, reprompt, directives } = await talk.say(intent(name));
    expect({ ends, reprompt, directives }).toEqual({ ends: true, reprompt: undefined, directives: [] });
    expect(speech).not.toBe('');
    expect(speech.endsWith('?')).toBe(false);
  },
);

test('SessionEnded is answered with no speech', async () => {
  const talk = await inTheMiddle();
  await talk.say(answer('i would follow the retention schedule'));
  expect(await talk.say(ended)).toEqual({
    speech: '',
    reprompt: undefined,
    ends: true,
    card: undefined,
    directives: [],
  });
});

test('the user id stays out of logs', async () => {
  await bundle.takeLogs();
  const talk = await inTheMiddle();
  await expectStillAsked(talk);
  await talk.say(intent('AMAZON.StopIntent'));
  const logs = await bundle.takeLogs();
  expect(logs.length).toBeGreaterThanOrEqual(4);
  for (const secret of [USER_ID, TOKEN, 'SECRETDEVICE', 'retention', 'session 1', 'request 1']) {
    expect(logs.filter((line) => line.includes(secret))).toEqual([]);
  }
});

test('no question comes twice while others are unseen', async () => {
  const bank = openBank(LAMBDA_DIST);
  const field = bank.field('records-technician');
  const mix = field ? inMix(field, undefined).questions : [];
  const questions = mix.map(({ ask, setup = '' }) => `${setup} ${ask}`.trim());
  bank.close();
  listeners += 1;
  const talk = conversation(bundle.send, { user: `${USER_ID}-${listeners}` });
  const asked: string[] = [];
  const note = ({ speech }: { readonly speech: string }) =>
    asked.push(questions.find((text) => speech.endsWith(text)) ?? speech);
  await talk.say(launch);
  note(await talk.say(intent('AMAZON.YesIntent')));
  while (asked.length < questions.length) {
    switch (asked.length % 5) {
      case 0:
        await talk.say(answer('i would check the schedule and ask my supervisor'));
        await talk.say(intent('ThatsAllIntent'));
        break;
      case 1:
        await talk.say(intent('DontKnowIntent'));
        break;
      case 2:
        talk.lose();
        await talk.say(launch);
        await talk.say(intent('AMAZON.NoIntent'));
        break;
    }
    note(await talk.say(intent('NextQuestionIntent')));
  }
  expect([...asked].sort()).toEqual([...questions].sort());
});
