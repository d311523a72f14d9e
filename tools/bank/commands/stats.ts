import { KINDS, LEVELS, type Question } from '../../../lambda/bank/types';
import type { Command } from '../command';
import { type CompiledField, compileBank } from '../compile';

/** `npm run bank -- stats` */
export const stats: Command = {
  name: 'stats',
  summary: 'counts questions by topic, level and kind',
  help: 'Questions whose form is wrong are not counted; "check" names them.',
  options: {},
  run(root, _, io) {
    const { fields } = compileBank(root);
    io.out(fields.map(table).join('\n\n'));
    return 0;
  },
};

const COLUMNS = [...LEVELS, ...KINDS, 'points', 'total'] as const;

/** One row a topic, and a last one for the field. */
function table(field: CompiledField): string {
  const rows = field.topics.map(({ id }) =>
    row(
      id,
      field.questions.filter(({ topic }) => topic === id),
    ),
  );
  const all = [['topic', ...COLUMNS], ...rows, row('total', field.questions)];
  const widths = ['topic', ...COLUMNS].map((_, i) => Math.max(...all.map((cells) => cells[i]?.length ?? 0)));
  const pad = (cell: string, i: number): string =>
    i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0);
  return [`${field.name} (${field.id})`, ...all.map((cells) => cells.map(pad).join('  '))].join('\n');
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
