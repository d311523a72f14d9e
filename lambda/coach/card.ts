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

/**
 * A card as it is kept: stability and difficulty as 32-bit floats, days as 16-bit and counts as 8-bit whole numbers, coverage at most
 * 100. A rounded card comes back from the store exactly as it went in.
 */
export const roundCard = (card: Card): Card => ({
  question: card.question,
  stability: Math.fround(card.stability),
  difficulty: Math.fround(card.difficulty),
  due: whole(card.due, 0xffff),
  last: whole(card.last, 0xffff),
  attempts: whole(card.attempts, 0xff),
  lapses: whole(card.lapses, 0xff),
  best: whole(card.best, 100),
  missed: whole(card.missed, 0xff),
});

const whole = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));
