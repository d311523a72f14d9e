import type { Weight } from '../bank/types';

export const RATINGS = ['again', 'hard', 'good', 'easy'] as const;
/** What the schedule is told about an answer, in the names of FSRS. */
export type Rating = (typeof RATINGS)[number];

/** "said" is only ever claimed when the words support it; partial credit is "unsure". */
export type PointState = 'said' | 'unsure' | 'not-heard';

export interface PointGrade {
  readonly id: string;
  readonly weight: Weight;
  readonly state: PointState;
  /** The listener's words that the state rests on, in their order. */
  readonly evidence: readonly string[];
}

export interface Grade {
  /** In the order of the question's key points. */
  readonly points: readonly PointGrade[];
  readonly redFlags: readonly string[];
  readonly misconceptions: readonly string[];
  /** 0–1: weight of what was said over weight of musts and shoulds. */
  readonly coverage: number;
  readonly rating: Rating;
  /** Words heard that count as an answer; 0 for a parrot or an empty one. */
  readonly words: number;
}
