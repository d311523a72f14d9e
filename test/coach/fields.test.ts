import type { Bank } from '../../lambda/bank/types';
import { BANK, contextOf, play, turnOf } from './fixtures';

const [ANY] = BANK.fields().first;

/** The same bank with so many fields; an index names no more than a dozen of them. */
const bankOf = (count: number): Bank => ({
  ...BANK,
  fields: () => ({
    count,
    first: Array.from({ length: Math.min(count, 12) }, (_, i) => {
      if (ANY === undefined) throw new Error('no field');
      return { ...ANY, id: `field-${i}`, name: `field ${i}` };
    }),
  }),
});

test.each([
  [1, ['field 0'], 0],
  [3, ['field 0', 'field 1', 'field 2'], 0],
  [4, ['field 0', 'field 1', 'field 2'], 1],
  [5000, ['field 0', 'field 1', 'field 2'], 4997],
])('of %i fields a few are named, and the rest is counted', (count, names, more) => {
  const before = play({ kind: 'launch' });
  const { reply } = turnOf(before, { kind: 'switch-field' }, { ...contextOf(before.turn), bank: bankOf(count) });
  expect(reply?.say).toContainEqual({ act: 'fields', names, more });
});
