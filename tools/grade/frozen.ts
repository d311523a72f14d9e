import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { z } from 'zod';
import type { Claim, Question } from '../../lambda/bank/types';
import { ROOT } from '../paths';
import { GradeError } from './problem';

const form = z.strictObject({ on: z.string(), grader: z.string(), questions: z.record(z.string(), z.string()) });

/** What the set was frozen on: prints of the grader's code and of what it listens for in each question. */
export type Frozen = z.infer<typeof form>;

/** How far what is graded is still what was frozen. */
export type Drift =
  | { readonly is: 'frozen'; readonly on: string }
  /** Ids of questions whose slots are others now, or were never frozen. */
  | { readonly is: 'changed'; readonly on: string; readonly questions: readonly string[]; readonly grader: boolean }
  | { readonly is: 'never frozen' };

const fileIn = (dir: string): string => join(dir, 'frozen.json');

/** What was frozen beside a set, if anything. Throws a `GradeError` on a damaged file. */
export function readFrozen(dir: string): Frozen | undefined {
  const path = fileIn(dir);
  if (!existsSync(path)) return undefined;
  try {
    return form.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new GradeError(`${path} is damaged; restore it from the last commit (never edit it by hand).`);
  }
}

export function writeFrozen(dir: string, frozen: Frozen): void {
  writeFileSync(fileIn(dir), `${JSON.stringify(frozen, null, 2)}\n`);
}

/** The state to freeze, and to compare with. `on` is the day. */
export function stateOf(questions: readonly Question[], grader: string, on: string): Frozen {
  const prints = questions.map((question) => [question.id, printOf(question)] as const);
  return { on, grader, questions: Object.fromEntries([...prints].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

export function driftOf(frozen: Frozen | undefined, now: Frozen): Drift {
  if (!frozen) return { is: 'never frozen' };
  const questions = Object.keys(now.questions).filter((id) => frozen.questions[id] !== now.questions[id]);
  const grader = frozen.grader !== now.grader;
  return questions.length > 0 || grader
    ? { is: 'changed', on: frozen.on, questions, grader }
    : { is: 'frozen', on: frozen.on };
}

/** True when something that was frozen is no longer what it was; questions that are new to the set break nothing. */
export function isBroken(before: Frozen, now: Frozen): boolean {
  const others = Object.entries(before.questions).some(([id, print]) => (now.questions[id] ?? print) !== print);
  return others || before.grader !== now.grader;
}

/** Print of everything in a question that the grader compares an answer with. */
function printOf({ keyPoints, redFlags, misconceptions }: Question): string {
  const relied = ({ id, slots, polarity, examples }: Claim) => ({ id, slots, polarity, examples });
  const points = keyPoints.map((point) => ({ ...relied(point), weight: point.weight }));
  return shortHash(JSON.stringify([points, redFlags.map(relied), misconceptions.map(relied)]));
}

/** Print of the grader's code, in which comments and layout make no difference. */
export function graderPrint(): string {
  const entry = join(ROOT, 'lambda/feedback/grade.ts');
  const built = buildSync({ entryPoints: [entry], bundle: true, minify: true, write: false, absWorkingDir: ROOT });
  return shortHash(built.outputFiles.map(({ text }) => text).join());
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
