import { createHash } from 'node:crypto';
import { type HeldOut, type Label, labelProblem, labelsForm, readLines, type SetFile } from './held-out';
import { GradeError } from './problem';

/** What a reader gets: no persona, no slots, no grade, and no order that would give the persona away. One JSON object a line. */
export const sheetOf = (answers: readonly HeldOut[]): string =>
  [...answers]
    .sort((a, b) => (shuffled(a) < shuffled(b) ? -1 : 1))
    .map(sheetLine)
    .join('\n');

/** Always the same for the same answer, and as good as chance. */
const shuffled = ({ at, answer }: HeldOut): string => createHash('sha256').update(`${at} ${answer}`).digest('hex');

const sheetLine = ({ at, asked, answer }: HeldOut): string =>
  JSON.stringify({
    at,
    question: [asked.setup, asked.ask].filter((text) => text !== undefined).join(' '),
    answer,
    points: Object.fromEntries(asked.keyPoints.map(({ id, say }) => [id, say])),
  });

/** The set with the labels of two readers, each from a file of `{"at", "labels"}`. Throws a `GradeError` that names what is wrong. */
export function withLabels(files: readonly SetFile[], first: string, second: string): readonly SetFile[] {
  const answers = new Map(files.flatMap((file) => file.answers.map((answer) => [answer.at, answer])));
  const one = labelsIn(first, answers);
  const two = labelsIn(second, answers);
  const labelled = (answer: HeldOut): HeldOut => {
    const [a, b] = [one.get(answer.at), two.get(answer.at)];
    if (!a || !b) throw new GradeError(`${a ? second : first} has no line for ${answer.at}.`);
    const pair = ({ id }: { readonly id: string }): [string, [Label, Label]] => [id, [a[id] ?? 'not', b[id] ?? 'not']];
    return { ...answer, labels: Object.fromEntries(answer.asked.keyPoints.map(pair)) };
  };
  return files.map((file) => ({ ...file, answers: file.answers.map(labelled) }));
}

type Found = ReadonlyMap<string, Readonly<Record<string, Label>>>;

function labelsIn(path: string, answers: ReadonlyMap<string, HeldOut>): Found {
  const lines = readLines(path, labelsForm).map(({ value: { at, labels }, line }) => {
    const answer = answers.get(at);
    if (!answer) throw new GradeError(`${path}:${line}: the set has no answer at "${at}".`);
    const problem = labelProblem(answer.asked, Object.keys(labels));
    if (problem) throw new GradeError(`${path}:${line}: ${problem}`);
    return [at, labels] as const;
  });
  return new Map(lines);
}
