import type { Drift } from './frozen';
import type { Aim, Report, Row, Section } from './report';

const HEADINGS = ['', 'answers', 'points', 'F1', 'F1 decided', 'said right', 'not heard right', 'unsure', 'coverage'];

const figure = (value: number | null): string => (value === null ? '–' : value.toFixed(2));

const cellsOf = (row: Row): readonly string[] => [
  row.name,
  String(row.answers),
  String(row.points),
  ...[row.f1, row.f1Decided, row.precisionSaid, row.precisionNotHeard, row.unsure, row.coverage].map(figure),
];

/** The report as a person reads it. */
export function formatReport(report: Report): string {
  const { readers, clean, recognized } = report;
  return [
    `${report.answers} answers to ${report.questions} questions. ${driftSentence(report.drift)}`,
    `Two readers agree on ${figure(readers.agreed)} of ${readers.points} key points: Cohen's kappa ${figure(readers.kappa)}, F1 of one against the other ${figure(readers.f1)}. The ${readers.disputed} on which they differ are left out below.`,
    titled('Clean text', sectionRows(clean)),
    ...(recognized ? recognizedParts(recognized) : ['Nothing is recognized speech yet: npm run grade -- --recognize']),
    ['Aims', ...report.aims.map(aimLine)].join('\n'),
  ].join('\n\n');
}

function recognizedParts({ wordErrorRate, all, clear }: NonNullable<Report['recognized']>): string[] {
  return [
    titled(`Through synthesis and recognition, word error rate ${figure(wordErrorRate)}`, sectionRows(all)),
    titled(
      `The answers of which at most a fifth was misheard, word error rate ${figure(clear.wordErrorRate)}`,
      [clear.clean, clear.recognized].map(cellsOf),
    ),
  ];
}

const sectionRows = ({ all, personas, baselines }: Section): (readonly string[])[] =>
  [...personas, all, ...baselines.map((row) => ({ ...row, name: `baseline: ${row.name}` }))].map(cellsOf);

function titled(title: string, rows: readonly (readonly string[])[]): string {
  const all = [HEADINGS, ...rows];
  const widths = HEADINGS.map((_, i) => Math.max(...all.map((cells) => cells[i]?.length ?? 0)));
  const pad = (cell: string, i: number): string =>
    i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0);
  return [title, ...all.map((cells) => cells.map(pad).join('  ').trimEnd())].join('\n');
}

function aimLine({ name, value, holds }: Aim): string {
  const verdict = holds === null ? 'not measured' : holds ? 'holds' : 'MISSED';
  return `${verdict.padEnd(12)}  ${name}: ${figure(value)}`;
}

function driftSentence(drift: Drift): string {
  switch (drift.is) {
    case 'frozen':
      return `What is graded is as it was frozen on ${drift.on}.`;
    case 'never frozen':
      return 'Nothing was frozen: whoever wrote the slots may have seen the answers. Freeze them with --freeze before the first score.';
    case 'changed':
      return `Since they were frozen on ${drift.on}, ${changed(drift)} changed: this set is development data now, and its figures are no test. A new set needs new answers.`;
  }
}

function changed({ questions, grader }: Extract<Drift, { is: 'changed' }>): string {
  const slots = questions.length > 0 ? [`the slots of ${questions.join(', ')}`] : [];
  return [...slots, ...(grader ? ['the grader'] : [])].join(' and ');
}
