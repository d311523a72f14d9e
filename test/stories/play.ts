import { openSpeaker } from '../../simulator/open';
import { heardOf } from '../../simulator/response';
import type { Turn } from '../../simulator/turn';
import { broken, type Known } from './rules';
import { type Expectation, fits, type Scene } from './script';

/** When every story begins. */
const START = Date.parse('2026-11-24T17:00:00Z');

/** Plays a story on the built skill, with a database of its own; what went otherwise, by line. */
export async function played(scenes: readonly Scene[], dist: string, known: Known): Promise<readonly string[]> {
  const { speaker, close } = await openSpeaker({
    dist,
    user: 'sam',
    locale: 'en-US',
    timezone: 'UTC',
    screen: false,
    start: START,
    log: () => {},
  });
  const faults: string[] = [];
  let writes = 0;
  try {
    for (const { line, expected } of scenes) {
      const { turns } = await speaker.play(line.command, line.text);
      for (const turn of turns) {
        const isFirst = writes === 0;
        writes += turn.calls.write;
        faults.push(
          ...rulesOf(turn, known, isFirst).map(
            (fault) => `${line.number} "${line.text}": ${fault}\n  ${heardOf(turn.ssml)}`,
          ),
        );
      }
      faults.push(...expected.flatMap((one) => unmet(one, turns).map((got) => `${one.number} "${line.text}"\n${got}`)));
    }
  } finally {
    await close();
  }
  return faults;
}

/** A skill event goes to the whole household, and no listener: what it takes to forget is no turn. */
const rulesOf = (turn: Turn, known: Known, isFirst: boolean): readonly string[] =>
  turn.request?.request.type.startsWith('AlexaSkillEvent.') ? turn.warnings : broken(turn, known, isFirst);

/** What was expected and what came instead; nothing when it came. */
function unmet(expected: Expectation, turns: readonly Turn[]): readonly string[] {
  const got = gotFor(expected, turns);
  const wanted = 'pattern' in expected ? expected.pattern : expected.wants;
  const met = expected.wants === 'not' ? !fits(`…${wanted}…`, got) : fits(wanted, got);
  return met ? [] : [`  wanted ${expected.wants}: ${wanted}\n  got    ${expected.wants}: ${got}`];
}

function gotFor(expected: Expectation, turns: readonly Turn[]): string {
  const last = turns.at(-1);
  const speech = turns
    .map((turn) => heardOf(turn.ssml))
    .join(' ')
    .trim();
  switch (expected.wants) {
    case 'speech':
    case 'not':
      return speech;
    case 'ssml':
      return last?.ssml ?? '';
    case 'card':
      return turns
        .map(({ card }) => (card ? `${card.title} ${card.text}` : ''))
        .join(' ')
        .trim();
    case 'intent':
      return last?.understood?.intent ?? '';
    case 'no reply':
      return speech === '' ? 'no reply' : speech;
    default:
      return last?.open ? 'open' : 'closed';
  }
}
