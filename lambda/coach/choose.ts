import type { Field, Question, Setting } from '../bank/types';
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
  /** Where the listener applies. */
  readonly setting?: Setting;
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

/** Every question that may come, in the order in which they may come; topics are not mixed. */
export function ranked(c: ChoiceOf): readonly Candidate[] {
  const cards = new Map(c.deck.map((card) => [card.question, card]));
  const all = c.field.questions
    .filter((q) => mayCome(q, c.filter, c.setting) && q.number !== c.but)
    .map((question) => {
      const card = cards.get(question.number);
      return { question, card, group: groupOf(card, c.today), order: orderOf(question, card, c) };
    })
    .sort((a, b) => a.group - b.group || a.order - b.order);
  const known = c.field.questions.some((q) => isFor(q, c.setting) && cards.has(q.number));
  return known ? all : firstOfSetting(all, c.setting);
}

/** The first question of a setting comes before all other unseen ones, so that one hears at once what was chosen. */
function firstOfSetting(all: readonly Candidate[], setting: Setting | undefined): readonly Candidate[] {
  const first = all.find(({ question, group }) => group === UNSEEN && isFor(question, setting));
  if (first === undefined) return all;
  const due = all.filter(({ group }) => group < UNSEEN);
  return [...due, first, ...all.filter((candidate) => candidate.group >= UNSEEN && candidate !== first)];
}

/**
 * True if a question may come: it meets what was asked for, and it is for everybody, for the listener's setting, or of a topic that was
 * asked for by name.
 */
export const mayCome = (question: Question, filter: Filter, setting: Setting | undefined): boolean =>
  fits(question, filter) && (question.settings.length === 0 || filter.topic !== undefined || isFor(question, setting));

const isFor = ({ settings }: Question, setting: Setting | undefined): boolean =>
  setting !== undefined && settings.includes(setting);

/** The field without the questions of other settings than the listener's. */
export const inMix = (field: Field, setting: Setting | undefined): Field => ({
  ...field,
  questions: field.questions.filter((question) => mayCome(question, {}, setting)),
});

/** True if a question meets everything that the listener asked for. */
export const fits = (question: Question, filter: Filter): boolean =>
  (filter.topic === undefined || question.topic === filter.topic) &&
  (filter.level === undefined || question.level === filter.level) &&
  (filter.kind === undefined || question.kind === filter.kind);

/** How many cards of a deck are due on a day, of those whose question the field has. */
export function dueOn({ questions }: Field, deck: readonly Card[], today: Day): number {
  const asked = new Set(questions.map(({ number }) => number));
  return deck.filter((card) => asked.has(card.question) && groupOf(card, today) === DUE).length;
}

/** The groups, in the order in which they may come. */
export const [DUE, UNSEEN, PUT_AWAY, WEAKEST, TODAY] = [0, 1, 2, 3, 4];

function groupOf(card: Card | undefined, today: Day): number {
  if (card === undefined) return UNSEEN;
  if (card.last >= today) return TODAY;
  if (card.attempts === 0) return PUT_AWAY;
  return card.due <= today ? DUE : WEAKEST;
}

/** Questions of the listener's setting are few: unseen ones come sooner, about three times as often as others. */
const SOONER = 3;

/** Within a group: most overdue, or weakest, first; unseen ones by chance, beginning gently while nothing was asked yet. */
function orderOf(question: Question, card: Card | undefined, c: ChoiceOf): number {
  if (card === undefined) {
    const gently = c.deck.length === 0 && c.filter.level === undefined && question.level !== 'entry' ? 1 : 0;
    return gently + chance(`${c.key}:${question.number}`) / (isFor(question, c.setting) ? SOONER : 1);
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
