import fc from 'fast-check';
import { median, quantile, spread, tail } from '../../tools/bench/figures';

test.each([
  [[7], 0.5, 7],
  [[3, 1, 2], 0.5, 2],
  [[4, 1, 3, 2], 0.5, 2.5],
  [[5, 4, 3, 2, 1], 0.25, 2],
  [[10, 20], 0.99, 19.9],
  [[3, 1, 2], 0, 1],
  [[3, 1, 2], 1, 3],
])('of %j, the share %d lies below %d', (samples, share, value) => {
  expect(quantile(samples, share)).toBeCloseTo(value, 9);
});

test('of nothing, there is no median', () => {
  expect(median([])).toBeNaN();
});

const samples = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 });

test('half of all samples are at the median or below, and half at it or above', () => {
  fc.assert(
    fc.property(samples, (all) => {
      const middle = median(all);
      expect(all.filter((each) => each <= middle).length * 2).toBeGreaterThanOrEqual(all.length);
      expect(all.filter((each) => each >= middle).length * 2).toBeGreaterThanOrEqual(all.length);
    }),
  );
});

test('quantiles rise with their shares, and leave the samples as they are', () => {
  fc.assert(
    fc.property(samples, (all) => {
      const before = [...all];
      const [low, mid, high] = [0.25, 0.5, 0.75].map((share) => quantile(all, share));
      expect(low).toBeLessThanOrEqual(mid ?? Number.NaN);
      expect(mid).toBeLessThanOrEqual(high ?? Number.NaN);
      expect(all).toEqual(before);
    }),
  );
});

test('a spread names the median and both quartiles', () => {
  expect(spread('start', 'ms', [1, 2, 3, 4, 5])).toEqual([
    { name: 'start, median', value: 3, unit: 'ms' },
    { name: 'start, lower quartile', value: 2, unit: 'ms' },
    { name: 'start, upper quartile', value: 4, unit: 'ms' },
  ]);
});

test('a tail names the middle, the hundredth part at the end, and how many were measured', () => {
  expect(tail('turn', [2, 1, 3])).toEqual([
    { name: 'turn, p50', value: 2, unit: 'ms' },
    { name: 'turn, p99', value: expect.closeTo(2.98, 9), unit: 'ms' },
    { name: 'turn, measured', value: 3, unit: 'count' },
  ]);
});
