import { stringify } from 'yaml';
import type { FieldFile, QuestionSource } from '../../../lambda/bank/schema';
import { KINDS, LEVELS } from '../../../lambda/bank/types';
import { ASKS, PLACES, POINTS, ROLES, THINGS, TOPICS } from './words';

/** As many fields as there are different names for. */
export const MOST_FIELDS = PLACES.length * THINGS.length * ROLES.length;

const PER_TOPIC = 4;

/** As many questions as a field's topics hold. */
export const MOST_QUESTIONS = TOPICS.length * 999;

/** The files of the synthetic field with a number from 0, by their paths in the bank: always the same for the same number. */
export function fieldFiles(number: number, questions: number): Readonly<Record<string, string>> {
  const job = jobOf(number);
  const { id } = job.head;
  const topics = Math.min(TOPICS.length, Math.ceil(questions / PER_TOPIC));
  const files: Record<string, string> = { [`${id}/field.yaml`]: stringify(job.head) };
  for (let t = 0; t < topics; t++) {
    const topic = at(TOPICS, number + t);
    const count = Math.floor((questions + topics - 1 - t) / topics);
    const made = Array.from({ length: count }, (_, n) => questionOf(job, topic, n));
    files[`${id}/topics/${topic}.yaml`] = stringify({ topic, name: topic, aliases: [], questions: made });
  }
  return files;
}

/** The head of the synthetic field with a number from 0. */
export const headOf = (number: number): FieldFile => jobOf(number).head;

interface Job {
  readonly number: number;
  readonly thing: string;
  readonly place: string;
  readonly head: FieldFile;
}

function jobOf(number: number): Job {
  const thing = at(THINGS, Math.floor(number / PLACES.length));
  const role = at(ROLES, Math.floor(number / PLACES.length / THINGS.length));
  const place = at(PLACES, number);
  const name = `${place} ${thing} ${role}`;
  return {
    number,
    thing,
    place,
    head: {
      id: name.replaceAll(' ', '-'),
      prefix: prefixOf(number),
      name,
      plural: `${name}s`,
      aliases: [`${thing} ${role} in a ${place}`, `${role} of ${place} ${thing}`],
      area: thing,
    },
  };
}

/** Four letters that count. */
const prefixOf = (number: number): string =>
  [17576, 676, 26, 1].map((step) => String.fromCharCode(97 + (Math.floor(number / step) % 26))).join('');

function questionOf({ number, thing, place, head }: Job, topic: string, n: number): QuestionSource {
  const chance = number * 7 + n * 5 + topic.length;
  const filled = (text: string): string => text.replaceAll('{thing}', thing).replaceAll('{place}', place);
  const [setup, ask] = at(ASKS, chance);
  const points = [0, 3, 7, 10].map((step) => at(POINTS, chance + step));
  const told = points.map(({ examples }) => `${at(examples, chance)}, because ${thing} at a ${place} depends on it`);
  return {
    id: `${head.prefix}-${topic}-${String(n + 1).padStart(3, '0')}`,
    level: at(LEVELS, chance),
    kind: at(KINDS, chance),
    jurisdiction: 'general',
    asOf: '2026-11',
    ...(setup !== '' && { setup: filled(setup) }),
    ask: filled(ask),
    why: `They want to hear how you think about ${topic} in ${thing}.`,
    hint: `Think of who at the ${place} waits for you.`,
    keyPoints: points.map(({ id, say, slots, examples }, i) => ({
      id,
      say,
      weight: i < 2 ? ('must' as const) : ('should' as const),
      slots: slots.map((slot) => [...slot]),
      examples: [...examples],
    })),
    sampleShort: `In my view ${told.join('. Then ')}. That is how I keep ${topic} in hand.`,
    sampleLong: `In my view ${told.join('. Then ')}. In my last job at a ${place} that paid off, since ${topic} came first there. Afterwards ${[...told].reverse().join('. And ')}.`,
    followUps: [`What would you do differently at another ${place}?`],
    links: [],
  };
}

/** An element of a list that goes round and round. */
function at<T>(list: readonly T[], index: number): T {
  const element = list[index % list.length];
  if (element === undefined) throw new RangeError('an empty list has no elements');
  return element;
}
