import { coverageOf, ratingOf, regrade } from '../../lambda/feedback/coverage';
import { grade } from '../../lambda/feedback/grade';
import { HOLD } from './fixtures';

const POINTS = [
  { id: 'a', weight: 'must' },
  { id: 'b', weight: 'must' },
  { id: 'c', weight: 'should' },
  { id: 'd', weight: 'should' },
  { id: 'e', weight: 'bonus' },
] as const;

test.each([
  [[], 0],
  [['a'], 0.3],
  [['c'], 0.2],
  [['e'], 0.1],
  [['a', 'a', 'x'], 0.3],
  [['a', 'b', 'c', 'e'], 0.9],
  [['a', 'b', 'c', 'd'], 1],
  [['a', 'b', 'c', 'd', 'e'], 1],
])('said %j covers %d', (said, expected) => {
  expect(coverageOf(POINTS, said)).toBe(expected);
});

test.each([
  [0, false, 'again'],
  [0.24, false, 'again'],
  [0.25, false, 'hard'],
  [0.59, false, 'hard'],
  [0.6, false, 'good'],
  [0.89, false, 'good'],
  [0.9, false, 'easy'],
  [1, false, 'easy'],
  [0.1, true, 'again'],
  [0.3, true, 'hard'],
  [1, true, 'hard'],
] as const)('coverage %d, red flag %s → %s', (coverage, flagged, expected) => {
  expect(ratingOf(coverage, flagged)).toBe(expected);
});

test('a confirmed point counts, and the rest of the grade stays', () => {
  const before = grade(HOLD, ['i would stop the truck and log the time']);
  const after = regrade(before, ['stop']);
  expect(before.points[0]).toMatchObject({ id: 'stop', state: 'unsure', evidence: ['stop'] });
  expect(after.points[0]).toMatchObject({ id: 'stop', state: 'said', evidence: ['stop'] });
  expect(after.points.slice(1)).toEqual(before.points.slice(1));
  expect([before.coverage, after.coverage]).toEqual([0.2, 0.5]);
  expect([before.rating, after.rating]).toEqual(['again', 'hard']);
});

test('a confirmed point does not lift a red flag', () => {
  const flagged = grade(HOLD, ['tell my supervisor and finish the batch and log the time and find which records']);
  expect(regrade(flagged, ['stop', 'custody']).rating).toBe('hard');
});
