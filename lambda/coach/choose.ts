import type { Field, Question } from '../bank/types';
import type { Card, Day } from './card';
import { chance } from './chance';
import type { Filter } from './heard';
import type { InHand } from './learner';

/** How many questions travel in the session, so that most turns read nothing. */
export const HAND_SIZE = 4;

export interface ChoiceOf {
  readonly field: Field;
  readonly deck: readonly Card[];
  readonly filter: Filter;
  readonly today: Day;
  /** Topic of the question before: another one is preferred. */
  readonly after?: string;
  /** Questions that may not come now: the one on the table. */
  readonly but?: number;
  /** Key of chance. */
  readonly key: string;
}

/**
 * The questions that come next, best first: those that are due, then unseen ones, then those put away before, then the weakest;
 * what was already practised today comes last. Topics mix as far as the order of these groups allows.
 */
export function choose(c: ChoiceOf): readonly InHand[] {
  return mixTopics(ranked(c), c.after).map(({ question, card }) => ({
    question: question.number,
    ...(card && { card }),
  }));
}

/** A question that fits, with its card and the group that says when it may come. */
export interface Candidate {
  readonly question: Question;
  readonly card: Card | undefined;
  readonly group: number;
}

/** Every question that fits, in the order in which they may come; topics are not mixed. */
export function ranked(c: ChoiceOf): readonly Candidate[] {
  const cards = new Map(c.deck.map((card) => [card.question, card]));
  return c.field.questions
    .filter((q) => fits(q, c.filter) && q.number !== c.but)
    .map((question) => ({ question, card: cards.get(question.number) }))
    .map((entry) => ({ ...entry, group: groupOf(entry.card, c.today), order: orderOf(entry.question, entry.card, c) }))
    .sort((a, b) => a.group - b.group || a.order - b.order);
}

/** True if a question meets everything that the listener asked for. */
export const fits = (question: Question, filter: Filter): boolean =>
  (filter.topic === undefined || question.topic === filter.topic) &&
  (filter.level === undefined || question.level === filter.level) &&
  (filter.kind === undefined || question.kind === filter.kind);

/** How many cards of a deck are due on a day. */
export const dueOn = (deck: readonly Card[], today: Day): number =>
  deck.filter((card) => groupOf(card, today) === DUE).length;

/** The groups, in the order in which they may come. */
export const [DUE, UNSEEN, PUT_AWAY, WEAKEST, TODAY] = [0, 1, 2, 3, 4];

function groupOf(card: Card | undefined, today: Day): number {
  if (card === undefined) return UNSEEN;
  if (card.last >= today) return TODAY;
  if (card.attempts === 0) return PUT_AWAY;
  return card.due <= today ? DUE : WEAKEST;
}

/** Within a group: most overdue, or weakest, first; unseen ones by chance, beginning gently while nothing was asked yet. */
function orderOf(question: Question, card: Card | undefined, c: ChoiceOf): number {
  if (card === undefined) {
    const gently = c.deck.length === 0 && c.filter.level === undefined && question.level !== 'entry' ? 1 : 0;
    return gently + chance(`${c.key}:${question.number}`);
  }
  if (card.attempts === 0 || card.last >= c.today) return card.last + card.attempts;
  return card.due <= c.today ? card.due : card.best;
}

/** Takes from the front, but prefers another topic than the one before as long as the group stays the same. */
function mixTopics(all: readonly Candidate[], after: string | undefined): readonly Candidate[] {
  const rest = [...all];
  const taken: Candidate[] = [];
  let topic = after;
  while (taken.length < HAND_SIZE) {
    const first = rest[0];
    if (first === undefined) break;
    const other = rest.findIndex((r) => r.group === first.group && r.question.topic !== topic);
    const [next = first] = rest.splice(Math.max(other, 0), 1);
    taken.push(next);
    topic = next.question.topic;
  }
  return taken;
}
