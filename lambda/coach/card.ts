/** A day as a whole number: days since 1 January 1970 in the listener's own calendar. */
export type Day = number;

/**
 * What is kept of one question for one learner. `attempts` 0 means asked but never graded (skipped or put away).
 * Stability (days) and difficulty (1–10) are those of FSRS-6.
 */
export interface Card {
  /** The question's immutable number in its field. */
  readonly question: number;
  readonly stability: number;
  readonly difficulty: number;
  readonly due: Day;
  readonly last: Day;
  readonly attempts: number;
  readonly lapses: number;
  /** Best coverage so far, in percent. */
  readonly best: number;
  /** Bit i is set while key point i has not been said. */
  readonly missed: number;
}
