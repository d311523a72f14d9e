import type { Weight } from '../bank/types';
import type { Grade, PointGrade, Rating } from './types';

const COUNTS: Readonly<Record<Weight, number>> = { must: 3, should: 2, bonus: 1 };

/**
 * How much of a question was said, 0–1: weight of everything said over the weight of musts and shoulds. A bonus can make up
 * for a should, but nothing counts past 1.
 */
export function coverageOf(
  points: readonly { readonly id: string; readonly weight: Weight }[],
  said: Iterable<string>,
): number {
  const ids = new Set(said);
  const sum = (some: typeof points) => some.reduce((total, point) => total + COUNTS[point.weight], 0);
  const whole = sum(points.filter((point) => point.weight !== 'bonus'));
  const heard = sum(points.filter((point) => ids.has(point.id)));
  return heard === 0 ? 0 : Math.min(1, heard / Math.max(whole, 1));
}

/** What the schedule is told: below a quarter again, below .6 hard, below .9 good, else easy; with a red flag at most hard. */
export function ratingOf(coverage: number, flagged: boolean): Rating {
  if (coverage < 0.25) return 'again';
  if (coverage < 0.6 || flagged) return 'hard';
  return coverage < 0.9 ? 'good' : 'easy';
}

/** The same grade with these points counted as said, because the listener says so; unknown ids change nothing. */
export function regrade(grade: Grade, confirmed: readonly string[]): Grade {
  const ids = new Set(confirmed);
  const points = grade.points.map((point): PointGrade => (ids.has(point.id) ? { ...point, state: 'said' } : point));
  const said = points.filter((point) => point.state === 'said').map((point) => point.id);
  const coverage = coverageOf(points, said);
  return { ...grade, points, coverage, rating: ratingOf(coverage, grade.redFlags.length > 0) };
}
