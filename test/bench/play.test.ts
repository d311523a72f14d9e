import { openBank } from '../../lambda/adapters/pack';
import { skillOf } from '../../lambda/alexa/skill';
import { conversation, EVERYDAY } from '../../tools/bench/conversations';
import { memoryStore } from '../../tools/bench/memory-store';
import { type Handler, play } from '../../tools/bench/play';
import { LAMBDA_DIST } from '../../tools/paths';

const bank = openBank(LAMBDA_DIST);
afterAll(() => bank.close());

const CONVERSATIONS = 60;

/** The skill, and whatever it complains of. */
function complaining(): { readonly handler: Handler; readonly complaints: readonly string[] } {
  const store = memoryStore();
  const complaints: string[] = [];
  const handler = skillOf({
    store: () => store,
    bank,
    log: (level, message) => {
      if (level === 'warn' || level === 'error') complaints.push(message);
    },
  });
  return { handler, complaints };
}

test.each([false, true])('the mix is served without a complaint (screen: %s)', async (screen) => {
  const { handler, complaints } = complaining();
  let drawn = 0;
  const watched: Handler = async (event) => {
    const answer = await handler(event);
    drawn += answer.response.directives?.some(({ type }) => type.startsWith('Alexa.Presentation.APL')) ? 1 : 0;
    return answer;
  };
  for (let n = 0; n < CONVERSATIONS; n++) {
    const said = conversation(n);
    const times = await play(watched, { id: `play-${n}`, user: 'somebody', device: { screen } }, said);
    expect(times.length).toBeGreaterThan(said.length / 2);
  }
  expect(complaints).toEqual([]);
  expect(drawn > CONVERSATIONS).toBe(screen);
});

test('every turn of a conversation is timed, the launch among them', async () => {
  const { handler } = complaining();
  const times = await play(handler, { id: 'play', user: 'another', device: {} }, EVERYDAY);
  expect(times).toHaveLength(EVERYDAY.length + 1);
});
