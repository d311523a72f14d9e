import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LEXICON_FILE, readLexicon } from '../../lambda/adapters/lexicon';
import { writeLexicon } from '../../tools/bank/lexicon-file';

const dir = mkdtempSync(join(tmpdir(), 'lexicon-'));
const file = join(dir, LEXICON_FILE);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('a lexicon comes back as it was written', () => {
  const lexicon = [{ written: '36 CFR', spoken: 'title thirty-six' }];
  writeLexicon(lexicon, dir);
  expect(readLexicon(dir)).toEqual(lexicon);
});

test.each([
  ['no JSON', '[', 'is missing or cannot be read'],
  ['no list', '{}', 'is damaged'],
  ['no pairs', '[["HIPAA"]]', 'is damaged'],
])('a file that holds %s is refused by name', (_, text, problem) => {
  writeFileSync(file, text);
  expect(() => readLexicon(dir)).toThrow(`${file} ${problem}: run npm run build`);
});

test('so is a missing one', () => {
  rmSync(file);
  expect(() => readLexicon(dir)).toThrow(`${file} is missing`);
});
