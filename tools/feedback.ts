/** Grades answers on the command line, one JSON object a line: `npm run --silent feedback -- --help`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Question } from '../lambda/bank/types';
import { grade } from '../lambda/feedback/grade';
import { compileBank, questionsIn } from './bank/compile';

const HELP = `Grades answers against the question bank, one JSON object a line.

  npm run --silent feedback -- --question ID --answer "TEXT"
  npm run --silent feedback -- --file answers.jsonl

  --question ID   the question, as "npm run --silent bank -- list --json" names it
  --answer TEXT   what was said; given several times, the pieces of one answer
  --file FILE     answers to grade, a line each: {"question": "ID", "answer": "TEXT" or ["PIECE", "PIECE"]}
  --help          this text
`;

/** What was asked for cannot be done, and why, in words for the person at the keyboard. */
class FeedbackError extends Error {}

interface Request {
  readonly question: string;
  readonly pieces: readonly string[];
  /** Where the request stands, for messages. */
  readonly where: string;
}

/** Gives the lines to print. Throws a `FeedbackError` for anything that cannot be graded. */
export function feedback(args: readonly string[], questionsOf: () => readonly Question[]): string[] {
  const options = optionsOf(args);
  if (options.help) return [HELP.trimEnd()];
  const requests = requestsOf(options);
  const questions = new Map(questionsOf().map((question) => [question.id, question]));
  return requests.map((request) => lineOf(request, questions));
}

function optionsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        question: { type: 'string' },
        answer: { type: 'string', multiple: true },
        file: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new FeedbackError(`${messageOf(error)} Run with --help for the options.`);
  }
}

function requestsOf({ question, answer, file }: ReturnType<typeof optionsOf>): Request[] {
  if (file !== undefined && (question !== undefined || answer !== undefined)) {
    throw new FeedbackError('--file brings its own questions and answers: leave out --question and --answer.');
  }
  if (file !== undefined) return requestsIn(file);
  if (question === undefined || answer === undefined) {
    throw new FeedbackError(
      'Nothing to grade: give --question and --answer, or --file. Run with --help for the options.',
    );
  }
  return [{ question, pieces: answer, where: '--question' }];
}

function requestsIn(file: string): Request[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new FeedbackError(`Cannot read ${file} (${messageOf(error)}). Name a file with one answer a line.`);
  }
  return text.split(/\r?\n/).flatMap((line, i) => (line.trim() === '' ? [] : [requestIn(line, `${file}:${i + 1}`)]));
}

function requestIn(line: string, where: string): Request {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new FeedbackError(`${where}: not JSON (${messageOf(error)}). Write one object a line.`);
  }
  const { question, answer }: { question?: unknown; answer?: unknown } =
    value !== null && typeof value === 'object' ? value : {};
  const pieces = typeof answer === 'string' ? [answer] : answer;
  if (typeof question !== 'string' || !isTexts(pieces)) {
    throw new FeedbackError(`${where}: needs "question" (an id) and "answer" (a text, or a list of texts).`);
  }
  return { question, pieces, where };
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

function lineOf({ question: id, pieces, where }: Request, questions: ReadonlyMap<string, Question>): string {
  const question = questions.get(id);
  if (!question) {
    throw new FeedbackError(
      `${where}: the bank has no question "${id}". "npm run --silent bank -- list --json" prints every id; "npm run bank -- check" says what is wrong in the files.`,
    );
  }
  const { points, redFlags, misconceptions, coverage, rating } = grade(question, pieces);
  return JSON.stringify({ question: id, points, redFlags, misconceptions, coverage, rating });
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function main(): number {
  try {
    const lines = feedback(process.argv.slice(2), () => questionsIn(compileBank(join(__dirname, '..', 'bank'))));
    process.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof FeedbackError)) throw error;
    process.stderr.write(`feedback: ${error.message}\n`);
    return 2;
  }
}

if (require.main === module) process.exitCode = main();
