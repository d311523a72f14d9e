import type { Sent } from '../../simulator/envelope';
import { heardOf } from '../../simulator/response';
import type { Turn } from '../../simulator/turn';
import { asks, closes, planets, sessionOf } from './fixtures/planets';

type Planets = Awaited<ReturnType<typeof planets>>;
const opened: Planets[] = [];

async function withSkill(answer: (name: string, envelope: Sent) => unknown, screen = false): Promise<Planets> {
  const made = await planets(answer, screen);
  opened.push(made);
  return made;
}

afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

const heard = (turns: readonly Turn[]) => turns.map((turn) => heardOf(turn.ssml));
const types = (sent: readonly Sent[]) => sent.map((envelope) => envelope.request.type);
const quiz = (name: string) =>
  name === 'AMAZON.StopIntent' || name === 'SessionEndedRequest' ? closes('Bye.') : asks(`${name}?`);
const silentEnds = (name: string) => (name === 'SessionEndedRequest' ? { version: '1.0', response: {} } : quiz(name));

describe('a session', () => {
  test('begins with a launch, carries its attributes and ends when the skill says so', async () => {
    const { play, sent } = await withSkill(silentEnds);
    const turns = await play('open night sky', 'give me a hint', 'stop');
    expect(heard(turns)).toEqual(['LaunchRequest?', 'HintIntent?', 'Bye.']);
    expect(turns.map((turn) => turn.open)).toEqual([true, true, false]);
    expect(sent.map((each) => sessionOf(each).new)).toEqual([true, false, false]);
    expect(new Set(sent.map((each) => sessionOf(each).sessionId)).size).toBe(1);
    expect(sent.map((each) => sessionOf(each).attributes)).toEqual([
      {},
      { said: 'LaunchRequest?' },
      { said: 'HintIntent?' },
    ]);
  });

  test('does not begin by words that are not for the skill', async () => {
    const { device, sent } = await withSkill(silentEnds);
    const played = await device.play({ does: 'say', text: 'give me a hint' }, 'give me a hint');
    expect(played).toEqual({ turns: [], note: '(Alexa answers "give me a hint" herself; say: open night sky)' });
    expect(sent).toEqual([]);
  });

  test('begins anew with every launch, and with a request in one breath', async () => {
    const { play, sent } = await withSkill(silentEnds);
    const turns = await play('open night sky', 'alexa, open night sky', 'ask night sky for a question about mars');
    expect(types(sent)).toEqual(['LaunchRequest', 'LaunchRequest', 'IntentRequest']);
    expect(sent.map((each) => sessionOf(each).new)).toEqual([true, true, true]);
    expect(turns.at(-1)?.understood).toMatchObject({ intent: 'QuestionIntent', slots: { planet: { value: 'mars' } } });
  });

  test('ends at once with exit, and nothing is heard', async () => {
    const { play, sent, device } = await withSkill(silentEnds);
    const turns = await play('open night sky', 'exit');
    expect(sent.at(-1)?.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'USER_INITIATED' });
    expect(turns.at(-1)).toMatchObject({ ssml: '', open: false, warnings: [] });
    expect(device.listening()).toBe(false);
  });

  test('is lost with the device, and every one of them with the hours', async () => {
    const { play, sent } = await withSkill(silentEnds);
    const turns = await play(
      'open night sky',
      '(end)',
      'open night sky',
      '(device kitchen)',
      'open night sky',
      '(later 2d)',
    );
    expect(types(sent).filter((type) => type === 'SessionEndedRequest')).toHaveLength(3);
    expect(turns.slice(-2).map((turn) => turn.utterance)).toEqual(['(later 2d)', '(later 2d)']);
    await play('open night sky');
    expect(sent.at(-1)?.request.timestamp.slice(0, 10)).toBe('2026-03-04');
  });

  test('is one for each device of the household', async () => {
    const { play, sent } = await withSkill(silentEnds);
    await play('open night sky', '(device kitchen)', 'open night sky', '(device living room)', 'give me a hint');
    const [first, second, third] = sent.map((each) => sessionOf(each).sessionId);
    expect(third).toBe(first);
    expect(second).not.toBe(first);
  });
});

describe('silence', () => {
  test('row b11: is answered by the device with the reprompt, then ends the session', async () => {
    const { play, sent } = await withSkill(silentEnds);
    const turns = await play('open night sky', '(silence)', '(silence)');
    expect(heard(turns)).toEqual(['LaunchRequest?', 'Again: LaunchRequest?', '']);
    expect(turns.map((turn) => turn.open)).toEqual([true, true, false]);
    expect(turns[1]?.request).toBeUndefined();
    expect(sent.at(-1)?.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS' });
  });

  test('can be broken after the reprompt, and the next answer has a reprompt again', async () => {
    const { play, sent } = await withSkill(silentEnds);
    const turns = await play('open night sky', '(silence)', 'give me a hint', '(silence)');
    expect(heard(turns)).toEqual(['LaunchRequest?', 'Again: LaunchRequest?', 'HintIntent?', 'Again: HintIntent?']);
    expect(types(sent)).toEqual(['LaunchRequest', 'IntentRequest']);
  });

  test('ends the session on a screen without a word to the skill', async () => {
    const { play, sent } = await withSkill(silentEnds, true);
    const turns = await play('open night sky', '(silence)', '(silence)');
    expect(types(sent)).toEqual(['LaunchRequest']);
    expect(turns.at(-1)).toMatchObject({ ssml: '', open: false, request: undefined });
  });

  test('is nothing when nobody listens', async () => {
    const { play, sent } = await withSkill(silentEnds);
    const turns = await play('(silence)');
    expect(turns).toMatchObject([{ ssml: '', open: false, request: undefined }]);
    expect(sent).toEqual([]);
  });
});

describe('what the microphone does without shouldEndSession', () => {
  const undecided = () => ({ version: '1.0', response: { outputSpeech: { type: 'PlainText', text: 'Done.' } } });

  test('a speaker closes the session', async () => {
    const { play, device } = await withSkill(undecided);
    const turns = await play('open night sky');
    expect(device.listening()).toBe(false);
    expect(turns[0]?.warnings).toEqual(['shouldEndSession is not set: what happens next depends on the device.']);
  });

  test('a screen keeps it, with the microphone shut, so that touch still reaches it', async () => {
    const { play, sent } = await withSkill(undecided, true);
    await play('open night sky', '(touch next "page two")');
    expect(sessionOf(sent[1]).new).toBe(false);
    expect(sent[1]?.request).toMatchObject({
      type: 'Alexa.Presentation.APL.UserEvent',
      arguments: ['next', 'page two'],
    });
  });
});

describe('an elicited slot', () => {
  const elicits = (name: string) =>
    name === 'SessionEndedRequest'
      ? { version: '1.0', response: {} }
      : asks('What is the red planet called?', {
          directives: [
            {
              type: 'Dialog.ElicitSlot',
              slotToElicit: 'answer',
              updatedIntent: {
                name: 'AnswerIntent',
                confirmationStatus: 'NONE',
                slots: { answer: { name: 'answer', confirmationStatus: 'NONE' } },
              },
            },
          ],
        });

  test('takes bare words, in a dialog that is in progress', async () => {
    const { play, sent } = await withSkill(elicits);
    const turns = await play('open night sky', 'it must be mars');
    expect(turns.map((turn) => turn.warnings)).toEqual([[], []]);
    expect(sent[1]?.request).toMatchObject({
      type: 'IntentRequest',
      dialogState: 'IN_PROGRESS',
      intent: { name: 'AnswerIntent', slots: { answer: { value: 'it must be mars', source: 'USER' } } },
    });
  });

  test('is forgotten by another intent that asks for none', async () => {
    const { play, sent } = await withSkill((name) => (name === 'LaunchRequest' ? elicits(name) : quiz(name)));
    await play('open night sky', 'give me a hint', 'it turns');
    expect(sent[2]?.request).toMatchObject({ intent: { name: 'AMAZON.FallbackIntent' } });
  });
});

describe('when the skill fails', () => {
  test.each<[string, () => unknown, RegExp]>([
    [
      'throws',
      () => {
        throw new Error('out of stars');
      },
      /out of stars/,
    ],
    ['answers nonsense', () => ({ hello: 'world' }), /version/],
    ['speaks without a type', () => ({ version: '1.0', response: { outputSpeech: { ssml: 'x' } } }), /outputSpeech/],
  ])('and %s, Alexa apologizes and the session ends with an error', async (_, fails, why) => {
    const { play, sent } = await withSkill((name) => (name === 'SessionEndedRequest' ? { version: '1.0' } : fails()));
    const turns = await play('open night sky');
    expect(heard(turns)).toEqual(["There was a problem with the requested skill's response.", '']);
    expect(turns[0]?.warnings[0]).toMatch(why);
    expect(turns[0]?.open).toBe(false);
    expect(sent[1]?.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'ERROR' });
  });
});

describe('a permission that the skill asks for', () => {
  const REMINDERS = 'alexa::alerts:reminders:skill:readwrite';
  const handsOver = {
    version: '1.0',
    sessionAttributes: { said: 'wait' },
    response: {
      outputSpeech: { type: 'PlainText', text: 'Alexa asks.' },
      directives: [
        {
          type: 'Connections.StartConnection',
          uri: 'connection://AMAZON.AskForPermissionsConsent/2',
          input: { permissionScopes: [{ permissionScope: REMINDERS, consentLevel: 'ACCOUNT' }] },
          token: '420',
        },
      ],
    },
  };
  const wantsReminders = (name: string) => (name === 'HintIntent' ? handsOver : quiz(name));
  const cause = (status: string) => ({
    type: 'SessionResumedRequest',
    cause: { type: 'ConnectionCompleted', token: '420', status: { code: '200' }, result: { status } },
  });

  test.each([
    ['(permission reminders granted)', 'I approve', 'ACCEPTED'],
    ['(permission reminders denied)', 'no', 'DENIED'],
  ])('%s answers %s', async (decided, said, status) => {
    const { play, sent, device } = await withSkill(wantsReminders);
    const turns = await play(decided, 'open night sky', 'give me a hint');
    expect(turns.map((turn) => turn.utterance)).toEqual(['open night sky', 'give me a hint', said]);
    expect(turns.flatMap((turn) => turn.warnings)).toEqual([]);
    expect(sent.at(-1)?.request).toMatchObject(cause(status));
    expect(sessionOf(sent.at(-1))).toMatchObject({ new: false, attributes: { said: 'wait' } });
    expect(device.listening()).toBe(true);
  });

  test.each([
    ['yes', 'ACCEPTED'],
    ['I approve', 'ACCEPTED'],
    ['no thanks', 'DENIED'],
    ['(silence)', 'NOT_ANSWERED'],
  ])('is asked for while nothing is decided, and answered by %s', async (said, status) => {
    const { play, sent, device } = await withSkill(wantsReminders);
    await play('open night sky');
    const asked = await device.play({ does: 'say', text: 'give me a hint' }, 'give me a hint');
    expect(asked.note).toMatch(/Do you give .* permission/);
    expect(device.listening()).toBe(true);
    await play(said);
    expect(sent.at(-1)?.request).toMatchObject(cause(status));
  });

  test('is not answered by words about something else, which the skill then hears', async () => {
    const { play, sent } = await withSkill(wantsReminders);
    await play('open night sky', 'give me a hint', 'stop reminding me of it', 'stop');
    expect(sent.slice(-3).map(({ request }) => request.type)).toEqual([
      'SessionResumedRequest',
      'IntentRequest',
      'IntentRequest',
    ]);
    expect(sent.at(-3)?.request).toMatchObject(cause('NOT_ANSWERED'));
  });

  test('once given is not asked for again, and the skill hears when it is taken back', async () => {
    const { play, sent } = await withSkill(wantsReminders);
    await play('(permission reminders granted)', 'open night sky', 'give me a hint', 'give me a hint');
    expect(types(sent).filter((type) => type === 'SessionResumedRequest')).toHaveLength(2);
    await play('(permission reminders denied)');
    expect(sent.at(-1)?.request).toMatchObject({
      type: 'AlexaSkillEvent.SkillPermissionChanged',
      body: { acceptedPermissions: [] },
    });
    expect(sent.at(-1)?.context.System.user.permissions).toEqual({ scopes: { [REMINDERS]: { status: 'DENIED' } } });
  });
});
