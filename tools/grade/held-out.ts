import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Question } from '../../lambda/bank/types';
import { GradeError, reasonOf } from './problem';

export const PERSONAS = ['strong', 'half', 'off-topic', 'opposite', 'parrot', 'short', 'rambling'] as const;

/** What a reader found of a key point in an answer. */
export type Label = z.infer<typeof label>;
/** Key point → what the first and the second reader found. */
export type Labels = Readonly<Record<string, readonly [Label, Label]>>;

const label = z.enum(['said', 'not']);
const lineForm = z.strictObject({
  question: z.string(),
  persona: z.enum(PERSONAS),
  answer: z.string().trim().min(1, 'is empty'),
  labels: z.record(z.string(), z.tuple([label, label])).optional(),
  recognized: z.string().optional(),
});
export const labelsForm = z.strictObject({ at: z.string(), labels: z.record(z.string(), label) });

/** An answer of the set, as its line has it. */
export type Line = z.infer<typeof lineForm>;

/** An answer beside its question, and where it stands: `file.jsonl:3`. */
export interface HeldOut extends Line {
  readonly at: string;
  readonly asked: Question;
}

/** A file of the set. */
export interface SetFile {
  readonly path: string;
  readonly answers: readonly HeldOut[];
}

/** Reads every `*.jsonl` of a folder. Throws a `GradeError` that names the line. */
export function readSet(dir: string, questions: ReadonlyMap<string, Question>): readonly SetFile[] {
  return filesIn(dir).map((name) => {
    const path = join(dir, name);
    const answers = readLines(path, lineForm).map(({ value, line }): HeldOut => {
      const at = `${name}:${line}`;
      const asked = questions.get(value.question);
      if (!asked) throw new GradeError(`${path}:${line}: the bank has no question "${value.question}".`);
      const problem = value.labels && labelProblem(asked, Object.keys(value.labels));
      if (problem) throw new GradeError(`${path}:${line}: ${problem}`);
      return { ...value, at, asked };
    });
    return { path, answers };
  });
}

function filesIn(dir: string): readonly string[] {
  try {
    return readdirSync(dir)
      .filter((name) => name.endsWith('.jsonl'))
      .sort();
  } catch (cause) {
    throw new GradeError(`${dir} cannot be read (${reasonOf(cause)}). Name the folder of the set with --set.`);
  }
}

/** What is wrong with the key points that were labelled; undefined when each is there once. */
export function labelProblem({ id, keyPoints }: Question, labelled: readonly string[]): string | undefined {
  const known = keyPoints.map((point) => point.id);
  const strange = labelled.find((point) => !known.includes(point));
  if (strange !== undefined) return `${id} has no key point "${strange}"; it has ${known.join(', ')}.`;
  const missing = known.find((point) => !labelled.includes(point));
  return missing === undefined ? undefined : `the labels leave out the key point "${missing}".`;
}

/** The lines of a JSONL file in a form; empty ones are passed over. Throws a `GradeError` that names the line. */
export function readLines<T>(path: string, form: z.ZodType<T>): { readonly value: T; readonly line: number }[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new GradeError(`${path} cannot be read (${reasonOf(cause)}).`);
  }
  return text.split(/\r?\n/).flatMap((json, i) => {
    if (json.trim() === '') return [];
    return [{ value: parseLine(json, form, `${path}:${i + 1}`), line: i + 1 }];
  });
}

function parseLine<T>(json: string, form: z.ZodType<T>, where: string): T {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new GradeError(`${where}: not JSON (${reasonOf(cause)}). Write one object a line.`);
  }
  const result = form.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path.join('.') ?? '';
  throw new GradeError(`${where}: ${path === '' ? '' : `${path}: `}${issue?.message ?? 'has another form'}.`);
}

/** Writes a file of the set anew, whole or not at all. */
export function writeSet({ path, answers }: SetFile): void {
  const lines = answers.map(({ question, persona, answer, labels, recognized }) =>
    JSON.stringify({ question, persona, answer, labels, recognized }),
  );
  writeFileSync(`${path}.new`, `${lines.join('\n')}\n`);
  renameSync(`${path}.new`, path);
}
