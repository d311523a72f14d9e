import { type CardInput, fsrs, Rating as Grade, type RecordLogItem, State, StrategyMode } from 'ts-fsrs';
import type { RATINGS, Rating } from '../feedback/types';
import { dateOf, dayOfDate } from './calendar';
import type { Card, Day } from './card';

/** What a turn does to one card. Plain data, so that a mark that could not be saved can be applied later, to a fresh card. */
export type Mark =
  | {
      /** An answer was rated. With `instead`, in place of the rating before: only while the card is still that result's. */
      readonly as: 'rated';
      readonly question: number;
      readonly rating: Rating;
      readonly day: Day;
      /** Percent. */
      readonly coverage: number;
      readonly missed: number;
      readonly instead?: { readonly prior?: Card; readonly attempts: number };
    }
  /** Another try on the same day: it may raise the coverage, never move the schedule. */
  | { readonly as: 'improved'; readonly question: number; readonly coverage: number; readonly missed: number }
  /** Asked and left without an answer. */
  | { readonly as: 'put-away'; readonly question: number; readonly day: Day };

const LONGEST_INTERVAL = 365;

/**
 * FSRS-6 with desired retention .9 and no steps within a day. The fuzz follows from the seed alone, so that the same ratings give
 * the same schedule; `seedOf` gives the seed of a question's next review.
 */
export const scheduler = (seed: string) =>
  fsrs({
    request_retention: 0.9,
    enable_short_term: false,
    enable_fuzz: true,
    maximum_interval: LONGEST_INTERVAL,
  }).useStrategy(StrategyMode.SEED, () => seed);

/** Seed of the fuzz for the review of a question after so many attempts. */
export const seedOf = (question: number, attempts: number): string => `${question}-${attempts}`;

/** The card of a question after a mark. Days never go back; a late override leaves the schedule alone. */
export function applyMark(card: Card | undefined, mark: Mark): Card {
  switch (mark.as) {
    case 'put-away':
      return card ?? { ...blank(mark.question, mark.day), missed: 0 };
    case 'improved':
      return { ...(card ?? blank(mark.question, 0)), ...better(card, mark) };
    case 'rated': {
      if (mark.instead === undefined) return rate(card, mark);
      const late = card === undefined || card.attempts !== mark.instead.attempts;
      if (late) return { ...(card ?? blank(mark.question, mark.day)), ...better(card, mark) };
      // As if rated so at once, on the day of that result; what another try added meanwhile stays.
      return { ...rate(mark.instead.prior, { ...mark, day: card.last }), ...better(card, mark) };
    }
  }
}

/**
 * The card after a mark that could not be kept when it was made. If it was rated on that day on another device meanwhile, this is a second
 * answer of the day, which leaves the schedule as it is.
 */
export function applyLate(card: Card | undefined, mark: Mark): Card {
  const second =
    mark.as === 'rated' && mark.instead === undefined && card && card.attempts > 0 && card.last >= mark.day;
  return second ? { ...card, ...better(card, mark) } : applyMark(card, mark);
}

function rate(card: Card | undefined, mark: Extract<Mark, { as: 'rated' }>): Card {
  const day = Math.max(mark.day, card?.last ?? 0);
  const next = review(mark.question, card, day, mark.rating);
  return {
    question: mark.question,
    stability: Math.fround(next.card.stability),
    difficulty: Math.fround(next.card.difficulty),
    due: dayOfDate(next.card.due),
    last: day,
    attempts: Math.min(next.card.reps, 255),
    lapses: Math.min(next.card.lapses, 255),
    ...better(card, mark),
  };
}

function review(question: number, card: Card | undefined, day: Day, rating: Rating): RecordLogItem {
  const known = card && card.attempts > 0 ? card : undefined;
  const seed = seedOf(question, known?.attempts ?? 0);
  return scheduler(seed).next(known ? fsrsCard(known) : newCard(day), dateOf(day), GRADES[rating]);
}

const GRADES = { again: Grade.Again, hard: Grade.Hard, good: Grade.Good, easy: Grade.Easy } as const satisfies Record<
  (typeof RATINGS)[number],
  Grade
>;

const fsrsCard = (card: Card): CardInput => ({
  due: dateOf(card.due),
  stability: card.stability,
  difficulty: card.difficulty,
  elapsed_days: 0,
  scheduled_days: card.due - card.last,
  learning_steps: 0,
  reps: card.attempts,
  lapses: card.lapses,
  state: State.Review,
  last_review: dateOf(card.last),
});

const newCard = (day: Day): CardInput => ({
  due: dateOf(day),
  stability: 0,
  difficulty: 0,
  elapsed_days: 0,
  scheduled_days: 0,
  learning_steps: 0,
  reps: 0,
  lapses: 0,
  state: State.New,
});

/** A card that was asked and never rated. */
const blank = (question: number, day: Day): Card => ({
  question,
  stability: 0,
  difficulty: 0,
  due: day,
  last: day,
  attempts: 0,
  lapses: 0,
  best: 0,
  missed: 0,
});

/** Best coverage so far, and the points not said in the best or the newest of the tries. */
function better(card: Card | undefined, mark: { readonly coverage: number; readonly missed: number }) {
  const tried = card !== undefined && (card.attempts > 0 || card.best > 0);
  return tried
    ? { best: Math.max(card.best, mark.coverage), missed: card.missed & mark.missed }
    : { best: mark.coverage, missed: mark.missed };
}
