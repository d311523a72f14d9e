import { KINDS, LEVELS, type Question } from '../../../lambda/bank/types';
import type { Command } from '../command';
import { type CompiledFolder, compileBank } from '../compile';

/** `npm run bank -- stats` */
export const stats: Command = {
  name: 'stats',
  summary: 'counts questions by topic, level and kind',
  help: 'Questions whose form is wrong are not counted; "check" names them.',
  options: {},
  run(root, _, io) {
    const { folders } = compileBank(root);
    io.out(folders.map(table).join('\n\n'));
    return 0;
  },
};

const COLUMNS = [...LEVELS, ...KINDS, 'points', 'total'] as const;

/** One row a topic, and a last one for the folder. What a field inherits is counted where it stands. */
function table({ folder, field, questions, inherited }: CompiledFolder): string {
  const own = questions.map(({ question }) => question);
  const rows = folder.topics.map(({ name }) =>
    row(
      name,
      own.filter(({ topic }) => topic === name),
    ),
  );
  const all = [['topic', ...COLUMNS], ...rows, row('total', own)];
  const widths = ['topic', ...COLUMNS].map((_, i) => Math.max(...all.map((cells) => cells[i]?.length ?? 0)));
  const pad = (cell: string, i: number): string =>
    i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0);
  const title = folder.isCommon ? 'common to all fields' : `${field?.name ?? 'a broken field.yaml'} (${folder.name})`;
  const more = inherited.length > 0 ? [`and ${inherited.length} of those that are common to all fields`] : [];
  return [title, ...all.map((cells) => cells.map(pad).join('  ')), ...more].join('\n');
}

function row(name: string, questions: readonly Question[]): string[] {
  const counts = [
    ...LEVELS.map((level) => questions.filter((question) => question.level === level).length),
    ...KINDS.map((kind) => questions.filter((question) => question.kind === kind).length),
    questions.reduce((sum, { keyPoints }) => sum + keyPoints.length, 0),
    questions.length,
  ];
  return [name, ...counts.map(String)];
}
