import { KINDS, LEVELS } from '../../../lambda/bank/types';
import type { Command } from '../command';
import { type CompiledFolder, compileBank } from '../compile';
import { countsOf, type FolderCounts, type Tally } from '../counts';
import { painter } from '../paint';

/** `npm run bank -- stats` */
export const stats: Command = {
  name: 'stats',
  summary: 'counts questions by topic, level and kind, and the key points that lack examples',
  help: `Under each level, four columns: kn knowledge, si situational, be behavioural, mo motivational. "points" are key points, "lacking" those with
fewer than two examples, "drafts" questions that get no feedback yet. Questions whose form is wrong are not counted; "check" names them.

  --json   the same as a JSON array, one object a topic`,
  examples: ['stats', 'stats --json'],
  options: { json: { type: 'boolean' } },
  run(root, given, io) {
    const counts = compileBank(root).folders.map((folder) => ({ folder, counts: countsOf(folder) }));
    io.out(
      given.json
        ? JSON.stringify(
            counts.flatMap((each) => each.counts.topics),
            null,
            2,
          )
        : counts.map((each) => table(each.folder, each.counts, painter(io.colour)('total', 'bold'))).join('\n\n'),
    );
    return 0;
  },
};

const LAST = ['points', 'lacking', 'drafts', 'total'] as const;
const GAP = '  ';

/** One row a topic, and the sums. What a field inherits is counted where it stands. */
function table({ folder, field, inherited }: CompiledFolder, { topics, all }: FolderCounts, total: string): string {
  const title = folder.isCommon ? 'common to all fields' : `${field?.name ?? 'a broken field.yaml'} (${folder.name})`;
  const first = Math.max(...['topic', ...topics.map(({ topic }) => topic)].map((name) => name.length));
  const more = inherited.length > 0 ? [`and ${inherited.length} of those that are common to all fields`] : [];
  return [
    title,
    `${' '.repeat(first)}${GAP}${LEVELS.map((level) => level.padEnd(GROUP)).join(GAP)}`.trimEnd(),
    [
      'topic'.padEnd(first),
      ...LEVELS.map(() => KINDS.map((kind) => kind.slice(0, 2).padStart(CELL)).join(' ')),
      ...LAST,
    ].join(GAP),
    ...topics.map((tally) => row(tally.topic.padEnd(first), tally)),
    row(total + ' '.repeat(first - 'total'.length), all),
    sums(all),
    ...more,
  ].join('\n');
}

const CELL = 3;
const GROUP = KINDS.length * (CELL + 1) - 1;

const row = (name: string, tally: Tally): string =>
  [
    name,
    ...LEVELS.map((level) => KINDS.map((kind) => cell(tally.questions[level][kind], CELL)).join(' ')),
    ...LAST.map((key) => String(tally[key]).padStart(key.length)),
  ].join(GAP);

/** Nothing is easier to overlook than to read. */
const cell = (count: number, width: number): string => (count === 0 ? '.' : String(count)).padStart(width);

/** "5 entry, 3 experienced, 1 senior; 4 knowledge, …" */
function sums({ questions }: Tally): string {
  const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
  const levels = LEVELS.map((level) => `${sum(Object.values(questions[level]))} ${level}`);
  const kinds = KINDS.map((kind) => `${sum(LEVELS.map((level) => questions[level][kind]))} ${kind}`);
  return `${levels.join(', ')}; ${kinds.join(', ')}`;
}
