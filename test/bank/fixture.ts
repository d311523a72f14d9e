import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { checkBank } from '../../tools/bank/check';
import { compileBank } from '../../tools/bank/compile';

/** The topic file that `bank/README.md` teaches by. */
export const EXAMPLE = (() => {
  const text = readFileSync('bank/README.md', 'utf8');
  const block = /```yaml\n(topic:[\s\S]*?)```/.exec(text)?.[1];
  if (block === undefined) throw new Error('bank/README.md has lost its example');
  return block;
})();

/** The files around it. */
const AROUND: Readonly<Record<string, string>> = {
  'records-technician/field.yaml': `id: records-technician
prefix: rt
name: records technician
plural: records technicians
aliases: [records clerk]
area: library and information science
moreQuestions: rule-37
`,
  'records-technician/topics/legal-holds.yaml': EXAMPLE,
  'records-technician/facts.yaml': `- id: F1
  statement: The duty begins when litigation is reasonably anticipated.
  source: https://example.org/duty
  status: V
  jurisdiction: us-federal
  asOf: 2026-11
  reviewBy: 2027-11
- id: F2
  statement: A hold comes before the schedule.
  source: https://example.org/hold
  status: S
  jurisdiction: general
  asOf: 2026-11
  reviewBy: 2027-11
`,
  'records-technician/links.yaml': `- id: rule-37
  address: https://example.org/rule_37
  short: example.org/rule_37
  name: the rule on lost electronic information
  offers: the rule itself
`,
  'records-technician/glossary.yaml': `- id: legal-hold
  term: legal hold
  aliases: [litigation hold]
  meaning: An order to keep everything that a case may need.
`,
  'retired.yaml': '[]\n',
  'lexicon.yaml': '- { written: ISO, spoken: I S O }\n',
};

export const TOPIC = 'records-technician/topics/legal-holds.yaml';

/** A bank in a folder of its own. */
export interface Fixture {
  readonly root: string;
  /** A file of it as problems print it. */
  shown(file: string): string;
  read(file: string): string;
  write(file: string, text: string): void;
  remove(): void;
}

/** A small bank without faults, with some files put in place of its own; `undefined` leaves a file out. */
export function makeBank(files: Readonly<Record<string, string | undefined>> = {}): Fixture {
  const root = mkdtempSync(join(tmpdir(), 'bank-'));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  for (const [file, text] of Object.entries({ ...AROUND, ...files })) if (text !== undefined) write(file, text);
  return {
    root,
    shown: (file) => relative(process.cwd(), join(root, file)),
    read: (file) => readFileSync(join(root, file), 'utf8'),
    write,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** A file of the faultless bank with one passage changed. Throws when the passage is not there, so that no case tests nothing. */
export function edited(file: string, from: string, to: string): Record<string, string> {
  const text = AROUND[file];
  if (!text?.includes(from)) throw new Error(`${file} does not hold ${from}`);
  return { [file]: text.replace(from, () => to) };
}

/** What the check says of a bank, in its own words: `FILE:LINE: error: …`, with files relative to the bank's folder. */
export function problemsIn(files: Readonly<Record<string, string | undefined>>, today = '2026-11-24'): string[] {
  const bank = makeBank(files);
  try {
    return checkBank(compileBank(bank.root), new Date(today)).map(({ file, line, severity, message }) => {
      const shown = relative(bank.root, file);
      return `${shown}:${line}: ${severity}: ${message.replaceAll(`${relative(process.cwd(), bank.root)}/`, '')}`;
    });
  } finally {
    bank.remove();
  }
}

/** The line of a text on which a passage begins; it has to stand there exactly once. */
export function lineOf(text: string, passage: string): number {
  const [before, after, ...more] = text.split(passage);
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`not exactly once: ${passage}`);
  return before.split('\n').length;
}
