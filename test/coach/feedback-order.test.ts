import type { Weight } from '../../lambda/bank/types';
import type { Standing } from '../../lambda/coach/rate';
import { feedbackOf, missingOf } from '../../lambda/coach/review';
import { questionOf } from '../feedback/fixtures';

/** A question whose points stand as their weights are given. They are called p0, p1 and so on. */
const weighing = (...weights: readonly Weight[]) =>
  questionOf('weights', {
    ask: 'What do you do?',
    points: Object.fromEntries(weights.map((weight, i) => [`p${i}`, { weight, slots: [[`word${i}`]] }])),
  });

const heard = (said: number): Standing => ({ said, flagged: false, unsure: [], corrections: [], empty: false });
const all = (count: number): number => 2 ** count - 1;

describe('what counts most is named first, and equals as the author has put them', () => {
  test.each<[readonly Weight[], readonly number[]]>([
    [
      ['must', 'should'],
      [0, 1],
    ],
    [
      ['should', 'must'],
      [1, 0],
    ],
    [
      ['bonus', 'must', 'should'],
      [1, 2, 0],
    ],
    [
      ['bonus', 'should', 'should', 'must', 'must', 'should'],
      [3, 4, 1, 2, 5, 0],
    ],
    [
      ['should', 'bonus', 'must', 'bonus', 'must'],
      [2, 4, 0, 1, 3],
    ],
  ])('%j', (weights, order) => {
    const question = weighing(...weights);
    const names = order.map((i) => `p${i}`);
    expect(feedbackOf(question, heard(all(weights.length))).covered).toEqual(names.slice(0, 3));
    const counting = order.filter((i) => weights[i] !== 'bonus');
    expect(missingOf(question, 0)).toEqual(counting);
    expect(feedbackOf(question, heard(0)).missing.map(({ say }) => say)).toEqual(names.slice(0, 2));
  });
});

test('a bonus is named as missing only when nothing else is', () => {
  const question = weighing('bonus', 'must', 'bonus');
  expect(missingOf(question, 0b010)).toEqual([0, 2]);
  expect(missingOf(question, 0b001)).toEqual([1]);
});
