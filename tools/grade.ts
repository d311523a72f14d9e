/** Scores the held-out set: `npm run grade -- --help`. */
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { compileBank, questionsIn } from './bank/compile';
import { progressBar } from './bank/progress-bar';
import { driftOf, graderPrint, isBroken, readFrozen, stateOf, writeFrozen } from './grade/frozen';
import { type HeldOut, readSet, type SetFile, writeSet } from './grade/held-out';
import { GradeError, reasonOf } from './grade/problem';
import { recognizeAll } from './grade/recognize';
import { reportOf } from './grade/report';
import { sheetOf, withLabels } from './grade/sheet';
import { formatReport } from './grade/table';
import { BANK, ROOT } from './paths';

const HELP = `Scores the feedback on answers that nobody who wrote its slots has seen. test/held-out/README.md says how such a set is made.

  npm run grade                                        the scores, as a table
  npm run --silent grade -- --json                     the same as JSON
  npm run grade -- --freeze                            keeps a print of the slots and the grader, before the first score
  npm run --silent grade -- --sheet > sheet.jsonl      what a reader gets to label
  npm run grade -- --labels A.jsonl --labels B.jsonl   takes the labels of two readers into the set
  npm run grade -- --recognize                         speaks the answers into speech recognition and keeps what comes back
                                                       (Debian: flite, pocketsphinx, pocketsphinx-en-us)

  --set DIR   another folder than test/held-out
  --help      this text`;

/** Carries out what the arguments ask for and gives what to print. Throws a `GradeError` for what whoever asks can put right. */
export async function grade(args: readonly string[]): Promise<string> {
  const options = optionsOf(args);
  if (options.help) return HELP;
  const dir = options.set ?? join(ROOT, 'test/held-out');
  const bank = new Map(questionsIn(compileBank(options.bank ?? BANK)).map((question) => [question.id, question]));
  const files = readSet(dir, bank);
  const answers = files.flatMap((file) => file.answers);
  if (answers.length === 0) throw new GradeError(`${dir} holds no answers yet; README.md there shows their form.`);
  if (options.freeze) return freeze(dir, answers);
  if (options.sheet) return sheetOf(answers);
  if (options.labels) return label(files, options.labels);
  if (options.recognize) return await recognize(files);
  return score(dir, answers, options.json === true);
}

function optionsOf(args: readonly string[]) {
  const flag = { type: 'boolean' } as const;
  const text = { type: 'string' } as const;
  const labels = { type: 'string', multiple: true } as const;
  const actions = { json: flag, freeze: flag, sheet: flag, recognize: flag, labels };
  try {
    return parseArgs({ args: [...args], options: { ...actions, set: text, bank: text, help: flag } }).values;
  } catch (cause) {
    throw new GradeError(`${reasonOf(cause)} Run with --help for the options.`);
  }
}

const today = (): string => new Date().toISOString().slice(0, 10);

const stateNow = (answers: readonly HeldOut[]) =>
  stateOf([...new Set(answers.map(({ asked }) => asked))], graderPrint(), today());

function score(dir: string, answers: readonly HeldOut[], json: boolean): string {
  const missing = answers.find(({ labels }) => labels === undefined);
  if (missing) throw new GradeError(`${missing.at} has no labels yet: hand out --sheet, and take in --labels.`);
  const report = reportOf(answers, driftOf(readFrozen(dir), stateNow(answers)));
  return json ? JSON.stringify(report, null, 2) : formatReport(report);
}

function freeze(dir: string, answers: readonly HeldOut[]): string {
  const before = readFrozen(dir);
  const now = stateNow(answers);
  const drift = driftOf(before, now);
  if (drift.is === 'frozen') return `Frozen since ${drift.on}, and unchanged.`;
  if (before && isBroken(before, now)) {
    throw new GradeError(
      `What was frozen on ${before.on} has changed, so these answers are development data: freezing them anew would hide it. Move them away, with frozen.json, and begin a new set.`,
    );
  }
  writeFrozen(dir, now);
  return `Frozen: the grader, and what it listens for in ${Object.keys(now.questions).length} questions. Commit ${relative(ROOT, join(dir, 'frozen.json'))} before the first score.`;
}

function label(files: readonly SetFile[], from: readonly string[]): string {
  const [first, second, ...more] = from;
  if (first === undefined || second === undefined || more.length > 0) {
    throw new GradeError('Give --labels twice: a file of each of the two readers.');
  }
  for (const file of withLabels(files, first, second)) writeSet(file);
  return `Took in two readers' labels of ${files.reduce((sum, file) => sum + file.answers.length, 0)} answers.`;
}

async function recognize(files: readonly SetFile[]): Promise<string> {
  const open = files.map((file) => ({ path: file.path, answers: [...file.answers] }));
  const missing = open.flatMap((file) =>
    file.answers.flatMap((answer, i) => (answer.recognized === undefined ? [{ file, answer, i }] : [])),
  );
  if (missing.length === 0) return 'Every answer is recognized; to do it again, take "recognized" out of the lines.';
  const bar = progressBar('Recognizing');
  let done = 0;
  bar.start(missing.length);
  try {
    await recognizeAll(
      missing.map(({ answer }) => answer.answer),
      (n, recognized) => {
        const { file, answer, i } = missing[n] ?? {};
        if (!file || !answer || i === undefined) return;
        file.answers[i] = { ...answer, recognized };
        writeSet(file);
        bar.at(++done);
      },
    );
  } finally {
    bar.stop();
  }
  return `Recognized ${missing.length} answers.`;
}

if (require.main === module) {
  grade(process.argv.slice(2)).then(
    (text) => console.log(text),
    (cause: unknown) => {
      console.error(cause instanceof GradeError ? `grade: ${cause.message}` : cause);
      process.exitCode = cause instanceof GradeError ? 2 : 1;
    },
  );
}
