import type { PointState } from '../../lambda/feedback/types';

/** What a grader made of a key point, and whether it was there. */
export interface Judged {
  readonly said: boolean;
  readonly state: PointState;
}

/** How well a grader did. Shares are 0–1, and null where nothing was of that kind. */
export interface Scores {
  /** Key points that were judged. */
  readonly points: number;
  /** Of the points that were called said, or not heard: how many were so. */
  readonly precisionSaid: number | null;
  readonly precisionNotHeard: number | null;
  readonly unsure: number | null;
  /** F1 of "said" over all points, in which an unsure point counts as not heard. */
  readonly f1: number | null;
  /** The same over the points that were decided: the unsure ones are asked about. */
  readonly f1Decided: number | null;
}

export function scoresOf(judged: readonly Judged[]): Scores {
  const count = (said: boolean, ...states: readonly PointState[]) =>
    judged.filter((each) => each.said === said && states.includes(each.state)).length;
  const right = count(true, 'said');
  const wrong = count(false, 'said');
  const lost = count(true, 'not-heard');
  return {
    points: judged.length,
    precisionSaid: share(right, right + wrong),
    precisionNotHeard: share(count(false, 'not-heard'), count(true, 'not-heard') + count(false, 'not-heard')),
    unsure: share(count(true, 'unsure') + count(false, 'unsure'), judged.length),
    f1: share(2 * right, 2 * right + wrong + lost + count(true, 'unsure')),
    f1Decided: share(2 * right, 2 * right + wrong + lost),
  };
}

/** Null of nothing. */
export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
