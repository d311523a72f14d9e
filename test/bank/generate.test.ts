import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../tools/bank/cli';
import { compileBank } from '../../tools/bank/compile';
import { fieldFiles, headOf, MOST_FIELDS } from '../../tools/bank/generate/field';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'generate-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function generate(...args: string[]) {
  const lines: string[] = [];
  const io = {
    out: (text: string) => void lines.push(text),
    err: (text: string) => void lines.push(text),
    ask: () => undefined,
    colour: false,
    today: new Date('2026-11-24'),
  };
  const code = run(['generate', ...args], io);
  return { code, said: lines.join('\n') };
}

test('makes a bank of distinct fields that compiles without a problem', () => {
  const out = join(dir, 'bank');
  expect(generate('--fields', '7', '--questions', '9', '--out', out)).toEqual({
    code: 0,
    said: `Made 7 fields with 63 questions in ${out}.`,
  });
  const { fields, problems } = compileBank(out);
  expect(problems).toEqual([]);
  expect(fields.map(({ questions }) => questions.length)).toEqual([9, 9, 9, 9, 9, 9, 9]);
  const names = fields.flatMap(({ name, plural, aliases }) => [name, plural, ...aliases]);
  expect(new Set(names).size).toBe(7 * 4);
  const ids = fields.flatMap(({ questions }) => questions.map(({ id }) => id));
  expect(new Set(ids).size).toBe(63);
});

test('every field that it can make has a name and a prefix of its own', () => {
  const heads = Array.from({ length: MOST_FIELDS }, (_, number) => headOf(number));
  expect(new Set(heads.map(({ name }) => name)).size).toBe(MOST_FIELDS);
  expect(new Set(heads.map(({ prefix }) => prefix)).size).toBe(MOST_FIELDS);
});

test('always makes the same', () => {
  expect(fieldFiles(4711, 12)).toEqual(fieldFiles(4711, 12));
});

test.each([
  [['--fields', '0'], /--fields takes a whole number from 1 to 10000\..*--help/],
  [['--fields', 'many'], /--fields takes a whole number/],
  [['--questions', '1.5'], /--questions takes a whole number/],
  [['--out', 'bank'], /bank lies in the bank, where listeners would hear made-up fields/],
  [['--out', 'bank/made-up'], /lies in the bank/],
  [['--out', 'test'], /test is not empty: remove it/],
])('%j is refused, and nothing is made', (args, message) => {
  const { code, said } = generate(...args);
  expect(code).toBe(2);
  expect(said).toMatch(message);
  expect(readdirSync('bank')).not.toContain('made-up');
});
