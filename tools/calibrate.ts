/**
 * Fits the grader's calibrator on the bank's own examples and writes `lambda/feedback/calibrator-weights.ts`.
 * Answers are made up of examples, with and without a claim; each question is judged by a fit on the others, and the threshold is
 * the lowest that is right nine times in ten.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Question } from '../lambda/bank/types';
import {
  closestStretch,
  type Example,
  exampleOf,
  FEATURES,
  features,
  probability,
} from '../lambda/feedback/calibrator';
import { echoOf } from '../lambda/feedback/echo';
import { stemsOf } from '../lambda/feedback/words';
import { compileBank, questionsIn } from './bank/compile';

/** How a claim came into a made-up answer: by an example held out of the comparison, by a damaged one, or not at all. */
export type Presence = 'held out' | 'damaged' | 'absent';

/** Features of an answer against a claim. */
export interface Row {
  readonly values: readonly number[];
  readonly presence: Presence;
}

export interface Model {
  readonly bias: number;
  readonly weights: readonly number[];
}

export interface Calibration extends Model {
  /** Probability from which an answer is close enough to ask about. */
  readonly high: number;
}

/** How the threshold does on questions that the fit had not seen. */
export interface Report {
  readonly questions: number;
  readonly examples: number;
  readonly comparisons: number;
  readonly precision: number;
  /** Share of the claims that were found, by how they came in. */
  readonly recall: Readonly<Record<Exclude<Presence, 'absent'>, number>>;
}

const PRECISION = 0.9;
/** Answers without the claim for each example: four to one with it, about as they come in practice. */
const ABSENT_EACH = 8;

/**
 * Compares made-up answers with the claims of a question. An answer is `around` (another question's sample, as stems) with three
 * examples in it. With the claim, the middle one is one of the claim's examples: as it stands, but held out of the comparison, and
 * compared with all of them, but damaged as recognition would. Without the claim, it is an example of another claim.
 */
export function rowsOf(question: Question, around: readonly string[]): Row[] {
  const { asked } = echoOf(question);
  return question.keyPoints.flatMap((point) => {
    const others = question.keyPoints.filter((other) => other !== point).flatMap((other) => other.examples);
    const references = point.examples.map((example) => exampleOf(example.split(' '), asked));
    return point.examples.flatMap((example, i) => {
      const other = (n: number) => others[(i * 3 + n) % Math.max(1, others.length)] ?? '';
      const row = (middle: string, n: number, against: readonly Example[], presence: Presence) =>
        compare([other(n), middle, other(n + 1), ...around], against, presence);
      const rest = references.filter((_, j) => j !== i);
      const held = rest.length === 0 ? [] : [row(example, 0, rest, 'held out')];
      const absent = Array.from({ length: ABSENT_EACH }, (_, n) => row(other(n + 2), n, references, 'absent'));
      return [...held, row(damaged(example), 0, references, 'damaged'), ...absent];
    });
  });
}

/** What recognition may leave of an example: the last stem is lost, and every fourth before it. */
function damaged(example: string): string {
  const stems = example.split(' ');
  return stems.map((stem, i) => (i % 4 === (stems.length - 1) % 4 ? 'x' : stem)).join(' ');
}

/** Compares with the reference that shares the most stems. */
function compare(answer: readonly string[], references: readonly Example[], presence: Presence): Row {
  const tokens = answer.flatMap((part) => part.split(' ')).map((stem) => ({ stem }));
  const rows = references.map((reference): Row => {
    const stretch = closestStretch(tokens, reference).map(({ stem }) => stem);
    return { values: features(stretch, reference), presence };
  });
  return rows.reduce((best, each) => ((each.values[0] ?? 0) > (best.values[0] ?? 0) ? each : best));
}

const isPresent = ({ presence }: Pick<Row, 'presence'>) => presence !== 'absent';

const STEPS = 8;
/** Keeps weights finite where examples part cleanly. */
const RIDGE: number = 1;

/** Logistic regression by Newton's method; the same rows always give the same model. */
export function regress(rows: readonly Row[]): Model {
  const inputs = rows.map(({ values }) => [1, ...values]);
  let weights: readonly number[] = [1, ...FEATURES].map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight) => -RIDGE * weight);
    const curve = weights.map((_, i) => weights.map((__, j) => (i === j ? RIDGE : 0)));
    rows.forEach((row, r) => {
      const input = inputs[r] ?? [];
      const likely = probability(input, weights, 0);
      input.forEach((a, i) => {
        slope[i] = (slope[i] ?? 0) + a * ((isPresent(row) ? 1 : 0) - likely);
        const line = curve[i] ?? [];
        input.forEach((b, j) => {
          line[j] = (line[j] ?? 0) + a * b * likely * (1 - likely);
        });
      });
    });
    const change = solve(curve, slope);
    weights = weights.map((weight, i) => weight + (change[i] ?? 0));
  }
  const [bias = 0, ...rest] = weights;
  return { bias, weights: rest };
}

/** Solves a symmetric positive system by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lines = matrix.map((line, i) => [...line, right[i] ?? 0]);
  lines.forEach((pivot, i) => {
    lines.forEach((line, j) => {
      if (j === i) return;
      const factor = (line[i] ?? 0) / (pivot[i] ?? 1);
      pivot.forEach((value, k) => {
        line[k] = (line[k] ?? 0) - factor * value;
      });
    });
  });
  return lines.map((line, i) => (line.at(-1) ?? 0) / (line[i] ?? 1));
}

/** Fits on all questions; the threshold comes from the probabilities that each question gets from the others. */
export function calibrate(questions: readonly Question[]): {
  readonly calibration: Calibration;
  readonly report: Report;
} {
  const sets = questions.map((question, i) => {
    const next = questions[(i + 1) % questions.length];
    return rowsOf(question, next === question ? [] : stemsOf(next?.sampleShort ?? ''));
  });
  const judged = sets.flatMap((rows, i) => {
    const model = regress(sets.filter((_, j) => j !== i).flat());
    return rows.map(({ values, presence }) => ({ likely: probability(values, model.weights, model.bias), presence }));
  });
  const high = threshold(judged);
  const recallOf = (presence: Presence) => {
    const such = judged.filter((each) => each.presence === presence);
    return such.filter(({ likely }) => likely >= high).length / Math.max(1, such.length);
  };
  const model = regress(sets.flat());
  return {
    calibration: { bias: round(model.bias), weights: model.weights.map(round), high },
    report: {
      questions: questions.length,
      examples: judged.filter(({ presence }) => presence === 'damaged').length,
      comparisons: judged.length,
      precision: precisionAt(judged, high),
      recall: { 'held out': recallOf('held out'), damaged: recallOf('damaged') },
    },
  };
}

interface Judged extends Pick<Row, 'presence'> {
  readonly likely: number;
}

/** Share of the claims above a probability that were there; 0 when none is above. */
function precisionAt(judged: readonly Judged[], high: number): number {
  const above = judged.filter(({ likely }) => likely >= high);
  return above.filter(isPresent).length / Math.max(1, above.length);
}

/** The lowest probability, in hundredths, from which on the claim was there often enough; above 1 when there is none. */
function threshold(judged: readonly Judged[]): number {
  const hundredths = Array.from({ length: 101 }, (_, i) => i / 100);
  return hundredths.find((high) => precisionAt(judged, high) >= PRECISION) ?? 1.01;
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** The weights as a source file. */
export function sourceOf({ bias, weights, high }: Calibration, { questions, examples }: Report): string {
  const lines = weights.map((weight, i) => `    ${weight}, // ${FEATURES[i]}`);
  return `/**
 * Written by \`npm run calibrate\` from ${examples} examples of ${questions} questions. \`high\` is the probability from which an answer is close
 * enough to one of the author's examples to ask about it.
 */
export const CALIBRATION: { readonly bias: number; readonly weights: readonly number[]; readonly high: number } = {
  bias: ${bias},
  weights: [
${lines.join('\n')}
  ],
  high: ${high},
};
`;
}

const HELP = `Fits the grader's last resort on the examples in the bank, and writes lambda/feedback/calibrator-weights.ts.

  npm run calibrate
`;

function main(): number {
  const root = join(__dirname, '..');
  try {
    const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
    if (values.help) {
      process.stdout.write(HELP);
      return 0;
    }
  } catch (error) {
    process.stderr.write(`calibrate: ${error instanceof Error ? error.message : error}. It takes no options.\n`);
    return 2;
  }
  const questions = questionsIn(compileBank(join(root, 'bank')));
  if (questions.length < 2) {
    process.stderr.write('calibrate: bank/ has fewer than two questions with examples; write some first.\n');
    return 2;
  }
  const { calibration, report } = calibrate(questions);
  const file = join(root, 'lambda', 'feedback', 'calibrator-weights.ts');
  writeFileSync(file, sourceOf(calibration, report));
  const table: readonly (readonly [string, number])[] = [
    ['questions', report.questions],
    ['examples', report.examples],
    ['comparisons', report.comparisons],
    ['threshold', calibration.high],
    ['precision on questions left out', report.precision],
    ['recall of damaged examples', report.recall.damaged],
    ['recall of unseen examples', report.recall['held out']],
    ['bias', calibration.bias],
    ...FEATURES.map((name, i): [string, number] => [name, calibration.weights[i] ?? 0]),
  ];
  for (const [name, value] of table) process.stdout.write(`${name.padEnd(32)}${Number(value.toFixed(4))}\n`);
  return 0;
}

if (require.main === module) process.exitCode = main();
