import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openBank } from '../../../lambda/adapters/pack';
import { checkBank } from '../../../tools/bank/check';
import { compileBank } from '../../../tools/bank/compile';
import { distWith } from '../../dist-with';
import { played } from '../play';
import { knownOf } from '../rules';
import { parseStory } from '../script';

/** The built function with a bank of three small fields in place of the real one, and the interaction model over these. */
const bank = compileBank('test/fixtures/bank');
const dist = distWith(bank);
afterAll(() => rmSync(dist, { recursive: true }));

const opened = openBank(join(dist, 'lambda'));
const known = knownOf(opened);
opened.close();

beforeEach(() => jest.resetModules());

test('the bank that these stories are played on has no faults', () => {
  expect(checkBank(bank, new Date('2026-11-26'))).toEqual([]);
});

test.each(readdirSync(__dirname).filter((name) => name.endsWith('.txt')))('%s', async (name) => {
  const faults = await played(parseStory(readFileSync(join(__dirname, name), 'utf8')), dist, known);
  expect(faults.map((fault) => `test/stories/fields/${name}:${fault}`).join('\n')).toBe('');
});
