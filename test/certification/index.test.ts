import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../tools/lint-model';
import { ROOT } from '../../tools/paths';

/** The rows of docs/certification.md: what is demanded, and what proves it. */
const rows = [
  ...readFileSync(join(ROOT, 'docs/certification.md'), 'utf8').matchAll(/^\| ([a-d]\d+) \| .+ \| (.+) \|$/gm),
].map(([, row = '', proof = '']) => ({ row, proof }));

const upTo = (letter: string, last: number): readonly string[] =>
  Array.from({ length: last }, (_, i) => `${letter}${i + 1}`);

test('the page lists every row once', () => {
  expect(rows.map(({ row }) => row)).toEqual([...upTo('a', 33), ...upTo('b', 16), ...upTo('c', 8), ...upTo('d', 15)]);
});

/** What else may stand there: nothing on a laptop can prove it. */
const ELSEWHERE = /^(a person:|a device:|not used:|`npm run --silent bench`)/;

test.each(rows)('row $row is proved by $proof', ({ row, proof }) => {
  const files = proof.match(/test\/[\w/-]+\.test\.ts/g) ?? [];
  for (const file of files) {
    const names = readFileSync(join(ROOT, file), 'utf8').match(/['"`]rows? [^:]*?(?=[:%])/g) ?? [];
    expect(names.flatMap((name) => name.match(/[a-d]\d+/g) ?? [])).toContain(row);
  }
  if (proof.startsWith('lint')) expect(RULES.map(({ id }) => id)).toContain(row);
  else if (files.length === 0) expect(proof).toMatch(ELSEWHERE);
});

test('no test names a row that the page leaves to others', () => {
  const byLint = rows.filter(({ proof }) => proof.startsWith('lint')).map(({ row }) => row);
  expect(RULES.map(({ id }) => id).filter((id) => /^[a-d]\d+$/.test(id) && !byLint.includes(id))).toEqual([]);
});
