import { openSpeaker } from '../../simulator/open';
import { parseLine } from '../../simulator/script';
import type { Turn } from '../../simulator/turn';
import { DIST } from '../../tools/paths';

const START = Date.parse('2026-11-24T17:00:00Z');
/** What is said to each question: an answer, its end, something that changes nothing, and on. */
const A_QUESTION = ['I check the schedule and ask my supervisor', "that's all", 'what did you hear', 'next question'];
const QUESTIONS = 10;

/** Says everything to the built skill on a fresh database; the turns, one for each line. */
async function turnsOf(lines: readonly string[]): Promise<readonly Turn[]> {
  jest.resetModules();
  const { speaker, close } = await openSpeaker({
    dist: DIST,
    user: 'sam',
    locale: 'en-US',
    timezone: 'UTC',
    screen: false,
    start: START,
    log: () => {},
  });
  try {
    const turns: Turn[] = [];
    for (const line of lines) turns.push(...(await speaker.play(parseLine(line), line)).turns);
    return turns;
  } finally {
    await close();
  }
}

test('a session of ten questions reads once when it opens and once to plan, and a turn that changes nothing calls nothing', async () => {
  const session = Array.from({ length: QUESTIONS }, () => A_QUESTION).flat();
  const turns = await turnsOf(['open interview rehearsal', 'ten questions', ...session, 'stop']);
  const spoken = turns.map(({ utterance, calls }) => ({ utterance, ...calls }));

  expect(spoken.filter(({ read }) => read > 0).map(({ utterance }) => utterance)).toEqual([
    'open interview rehearsal',
    'ten questions',
  ]);
  expect(spoken.every(({ read, write }) => read <= 1 && write <= 1 + Number(read > 0))).toBe(true);
  for (const { utterance, read, write } of spoken) {
    if (utterance === 'what did you hear') expect({ utterance, read, write }).toEqual({ utterance, read: 0, write: 0 });
  }
  const answered = spoken.filter(({ utterance }) => utterance === A_QUESTION[0] || utterance === A_QUESTION[1]);
  expect(answered).toHaveLength(2 * QUESTIONS);
  expect(answered.every(({ write }) => write === 1)).toBe(true);
});
