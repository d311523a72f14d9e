import type { KeyPoint, Question, Trap } from '../bank/types';
import { coverageOf, ratingOf } from '../feedback/coverage';
import { grade } from '../feedback/grade';
import type { Grade, Rating } from '../feedback/types';
import type { Correction } from './acts';
import type { Card } from './card';
import { allPoints, closed, type Draft, marked, opened, questionOf } from './draft';
import type { OpenQuestion } from './kept';
import type { Learner, Result, Table } from './learner';
import { comingUp, type Outcome, withOutcome } from './session';
import { countDay } from './streak';

/** An answer as it stands: the points that count, as bits, and whether a red flag is in it. */
export interface Standing {
  readonly said: number;
  readonly flagged: boolean;
  /** Indices of points that may have been said. */
  readonly unsure: readonly number[];
  readonly corrections: readonly Correction[];
  /** True if nothing that was heard counts as an answer. */
  readonly empty: boolean;
}

/** Grades the pieces heard so far, with points that counted already. */
export function standing(question: Question, pieces: readonly string[], already: number, flagged: boolean): Standing {
  const graded = grade(question, pieces);
  const indices = (state: string) => graded.points.flatMap((p, i) => (p.state === state ? [i] : []));
  const said = indices('said').reduce((bits, i) => bits | (1 << i), already);
  return {
    said,
    flagged: flagged || graded.redFlags.length > 0,
    unsure: indices('unsure').filter((i) => !has(said, i)),
    corrections: corrections(question, graded),
    empty: graded.words === 0 && already === 0,
  };
}

const corrections = (question: Question, graded: Grade): readonly Correction[] => [
  ...question.redFlags.filter((t) => graded.redFlags.includes(t.id)).map(correctionOf),
  ...question.misconceptions.filter((t) => graded.misconceptions.includes(t.id)).map(correctionOf),
];

/** What is said of a red flag or misconception. */
export const correctionOf = ({ correction, whose }: Trap): Correction => ({
  say: correction,
  ...(whose !== undefined && { whose }),
});

/** True if point i is among the bits. */
export const has = (bits: number, i: number): boolean => (bits & (1 << i)) !== 0;

/** Share of the musts and shoulds among the points, 0–1. */
export const coverage = (question: Question, said: number): number =>
  coverageOf(
    question.keyPoints,
    pointsOf(question, said).map((p) => p.id),
  );

export const pointsOf = (question: Question, bits: number): readonly KeyPoint[] =>
  question.keyPoints.filter((_, i) => has(bits, i));

/** True while a point that interviewers listen for above all was not heard. */
export const lacksMust = (question: Question, said: number): boolean =>
  question.keyPoints.some((p, i) => p.weight === 'must' && !has(said, i));

/** How many of the points that count towards full coverage were said, and how many there are. */
export function countOf(question: Question, said: number): { readonly said: number; readonly of: number } {
  const counted = question.keyPoints.flatMap((p, i) => (p.weight === 'bonus' ? [] : [i]));
  return { said: counted.filter((i) => has(said, i)).length, of: counted.length };
}

/**
 * Rates an answer and closes the question. A second answer on the same day may raise the coverage; it leaves the schedule and the
 * count of questions as they are.
 */
export function rated(d: Draft, table: Table, question: Question, said: number, flagged: boolean, takingOver = false) {
  const share = coverage(question, said);
  const seen = { question: table.question, coverage: Math.round(share * 100), missed: allPoints(question) & ~said };
  const again = table.card !== undefined && table.card.attempts > 0 && table.card.last >= d.c.today;
  const [next, card] = marked(
    d,
    table.card,
    again ? { as: 'improved', ...seen } : { as: 'rated', rating: ratingOf(share, flagged), day: d.c.today, ...seen },
  );
  const result: Result = { said, flagged, rated: !again, ...(!again && table.card && { prior: table.card }) };
  const after: Table = { ...table, card };
  const kept = tallied(countDay(closed(next, takingOver), d.c.today), question, table.earlier, said, card);
  return {
    d: moveOn(kept, { question: table.question, said: said | (table.earlier ?? 0), flagged }),
    table: after,
    result,
  };
}

/** In a session, the outcome is noted, and the next question waits in the place of this one. */
function moveOn(d: Draft, outcome: Outcome): Draft {
  const before = d.learner.session;
  if (before === undefined || !before.plan.includes(outcome.question)) return d;
  const session = withOutcome(before, outcome);
  const noted: Draft = { ...d, learner: { ...d.learner, session } };
  const question = comingUp(session);
  if (question === undefined || d.learner.play.open !== undefined) return noted;
  const card = d.learner.play.hand.find((h) => h.question === question)?.card;
  return opened(noted, { question, ...(card && { card }) }, { heard: 0, begun: false, flagged: false, waiting: true });
}

/** True while the schedule still stands as a result left it: then it can be taken back, as if it had never been. */
export const isLatest = (table: Table, result: Result): boolean =>
  result.rated && table.card?.attempts === (result.prior?.attempts ?? 0) + 1;

/**
 * Rates an answer anew, in place of the rating it had: a point counts after all, or the listener says how it was (`as`). Late, it only
 * raises the coverage.
 */
export function rerated(d: Draft, table: Table, question: Question, result: Result, said: number, as?: Rating) {
  const share = coverage(question, said);
  const seen = { question: table.question, coverage: Math.round(share * 100), missed: allPoints(question) & ~said };
  const told = as ?? result.as;
  const instead = { attempts: (result.prior?.attempts ?? 0) + 1, ...(result.prior && { prior: result.prior }) };
  const [next, card] = marked(
    d,
    table.card,
    result.rated
      ? { as: 'rated', rating: told ?? ratingOf(share, result.flagged), day: d.c.today, ...seen, instead }
      : { as: 'improved', ...seen },
  );
  const { session } = next.learner;
  const noted: Draft = session?.outcomes.some((o) => o.question === table.question)
    ? {
        ...next,
        learner: {
          ...next.learner,
          session: withOutcome(session, { question: table.question, said, flagged: result.flagged }),
        },
      }
    : next;
  return {
    d: tallied(noted, question, result.said, said, card, result.rated),
    table: { ...table, card },
    result: { ...result, said, ...(told && { as: told }) },
  };
}

/** Rates what was heard of an open question that an earlier session left. */
export function rateOpen(d: Draft, open: OpenQuestion & { readonly card?: Card }) {
  const table: Table = { question: open.question, ...(open.card && { card: open.card }) };
  const question = questionOf(d.field, open.question);
  if (question === undefined) {
    return { d: closed(d, true), table, result: { said: 0, flagged: false, rated: false } };
  }
  return rated(d, table, question, open.heard, open.flagged, true);
}

/** Counts an answer into the day's tally; another try at the same question counts only what is new. `instead`: its day moved, too. */
function tallied(
  d: Draft,
  question: Question,
  earlier: number | undefined,
  said: number,
  card: Card,
  instead = false,
): Draft {
  const { tally } = d.learner;
  const now = countOf(question, said | (earlier ?? 0));
  const before = earlier === undefined ? { said: 0, of: 0 } : countOf(question, earlier);
  const others = earlier === undefined ? tally.next : tally.others;
  const next = Math.min(card.due, (instead ? others : tally.next) ?? card.due);
  const learner: Learner = {
    ...d.learner,
    tally: {
      questions: tally.questions + (earlier === undefined ? 1 : 0),
      said: tally.said + now.said - before.said,
      of: tally.of + now.of - before.of,
      ...(card.attempts > 0 && { next }),
      ...(others !== undefined && { others }),
    },
  };
  return { ...d, learner };
}
