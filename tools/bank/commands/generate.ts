import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Command, Io } from '../command';
import { fieldFiles, MOST_FIELDS, MOST_QUESTIONS } from '../generate/field';
import { writeFiles } from '../generate/write';
import { progressBar } from '../progress-bar';

const OUT = join(tmpdir(), 'interview-rehearsal-bank');

/** `npm run bank -- generate` */
export const generate: Command = {
  name: 'generate',
  summary: 'makes a bank of made-up fields, to measure with',
  help: `  --fields N      how many fields (5000; at most ${MOST_FIELDS})
  --questions N   how many questions in each (12)
  --out DIR       an empty or new folder for it, outside the bank (${OUT})

The same numbers always give the same bank. "npm run build -- --bank DIR --out DIR" builds with it, and
"npm run bench -- --only scale" measures one of its fields beside that field alone.`,
  options: { fields: { type: 'string' }, questions: { type: 'string' }, out: { type: 'string' } },
  run(root, given, io) {
    const fields = countOf(given.fields, 5000, MOST_FIELDS);
    const questions = countOf(given.questions, 12, MOST_QUESTIONS);
    const out = typeof given.out === 'string' ? given.out : OUT;
    const problem =
      fields === undefined
        ? `--fields takes a whole number from 1 to ${MOST_FIELDS}.`
        : questions === undefined
          ? `--questions takes a whole number from 1 to ${MOST_QUESTIONS}.`
          : whyNotInto(out, root);
    if (fields === undefined || questions === undefined || problem !== undefined) {
      io.err(`${problem} Try "npm run bank -- generate --help".`);
      return 2;
    }
    writeFields(out, fields, questions, io);
    return 0;
  },
};

function countOf(given: unknown, usual: number, most: number): number | undefined {
  const count = given === undefined ? usual : Number(given);
  return Number.isInteger(count) && count >= 1 && count <= most ? count : undefined;
}

/** Made-up fields must not get among real ones, nor over anything. */
function whyNotInto(out: string, bank: string): string | undefined {
  const inside = relative(resolve(bank), resolve(out));
  if (!inside.startsWith('..')) return `${out} lies in the bank, where listeners would hear made-up fields.`;
  if (existsSync(out) && readdirSync(out).length > 0)
    return `${out} is not empty: remove it, or name another with --out.`;
  return undefined;
}

function writeFields(out: string, fields: number, questions: number, io: Io): void {
  const bar = progressBar('Making fields');
  bar.start(fields);
  for (let number = 0; number < fields; number++) {
    writeFiles(out, fieldFiles(number, questions));
    bar.at(number + 1);
  }
  bar.stop();
  io.out(`Made ${fields} fields with ${fields * questions} questions in ${out}.`);
}
