import type { Bank, Field, Question } from '../bank/types';
import type { Act, Ask, Note, Owner } from './acts';
import type { Card, Day } from './card';
import type { Minute } from './clock';
import type { Came, Errand } from './errand';
import type { Heard } from './heard';
import type { OpenQuestion } from './kept';
import type { Erasure, Learner, Play, Stage, Table } from './learner';
import { applyMark, type Mark } from './schedule';

/** What a decision may depend on beside the learner and what was heard. Time and chance come from the request. */
export interface Context {
  /** Milliseconds since 1970, as the request says. */
  readonly now: number;
  /** The listener's own day. */
  readonly today: Day;
  /** Short hash of the request id: the key of chance, and the name under which the turn is saved. */
  readonly key: string;
  /** Short hash of the session id: who holds an open question. */
  readonly session: string;
  readonly bank: Bank;
  /** Whose progress the session is about; `somebody-else` when another recognized person speaks now. */
  readonly whose: Owner | 'somebody-else';
  /** What came of the errand that this turn could not be decided without. */
  readonly came?: Came;
}

/** What a turn comes to. */
export interface Reply {
  readonly kind: 'reply';
  readonly learner: Learner;
  readonly say: readonly Act[];
  /** The one thing asked; without it the session ends, unless it hands over. */
  readonly ask?: Ask;
  /** Hands over to the voice service, which asks for the permission to remind at this time, and comes back with a `consent`. */
  readonly handsOver?: { readonly minute: Minute };
  readonly note?: Note;
  /** True if the learner's own item changed. */
  readonly me: boolean;
  /** The field in play when the turn began; what changed, changed there. */
  readonly base: Play;
  readonly change?: Change;
  /** How an answer was graded, if one was. */
  readonly graded?: States;
  /** What is erased before this is said. */
  readonly erases?: Erases;
}

export interface Erases {
  readonly what: Erasure;
  /** What is said instead when it could not be erased. */
  readonly failed: Reply;
}

/** How many key points of an answer are in which state. */
export interface States {
  readonly said: number;
  readonly unsure: number;
  readonly notHeard: number;
}

export interface Change {
  readonly marks: readonly Mark[];
  readonly cards: readonly Card[];
  /** `null` closes the open question; absent leaves it. */
  readonly open?: OpenQuestion | null;
  /** True if everything of the field that came before goes. */
  readonly reset?: true;
}

/** A decision, or what it cannot be made without: the deck, or what comes of an errand. */
export type Decision =
  | Reply
  | { readonly kind: 'needs-deck'; readonly field: string }
  | { readonly kind: 'needs-errand'; readonly errand: Errand };

/** What a stage comes to: a decision, or that what was heard goes on in the stage that the draft has moved to. */
export type Step = Decision | { readonly kind: 'then'; readonly d: Draft; readonly heard: Heard };

/** A reply in the making. Every function on it returns a new one. */
export interface Draft {
  readonly c: Context;
  readonly base: Play;
  readonly field: Field;
  readonly learner: Learner;
  readonly say: readonly Act[];
  readonly note?: Note;
  readonly me: boolean;
  readonly marks: readonly Mark[];
  readonly cards: readonly Card[];
  readonly open?: OpenQuestion | null;
  readonly graded?: States;
}

export const draftOf = (learner: Learner, field: Field, c: Context): Draft => ({
  c,
  base: learner.play,
  field,
  learner,
  say: [],
  me: false,
  marks: [],
  cards: [],
});

export const says = (d: Draft, ...acts: readonly Act[]): Draft => ({ ...d, say: [...d.say, ...acts] });

export const noted = (d: Draft, note: Note): Draft => ({ ...d, note });

export const at = (d: Draft, stage: Stage): Draft => ({ ...d, learner: { ...d.learner, stage } });

export const played = (d: Draft, play: Partial<Play>): Draft => ({
  ...d,
  learner: { ...d.learner, play: { ...d.learner.play, ...play } },
});

/** Keeps a preference. */
export const preferring = (d: Draft, me: Partial<Learner['me']>): Draft => ({
  ...d,
  me: true,
  learner: { ...d.learner, me: { ...d.learner.me, ...me } },
});

/** Applies a mark to a question's card and returns the card as it is then. */
export function marked(d: Draft, card: Card | undefined, mark: Mark): readonly [Draft, Card] {
  const next = applyMark(card, mark);
  const { deck } = d.learner.play;
  const others = (cards: readonly Card[]) => cards.filter((c) => c.question !== next.question);
  const changed = { ...d, marks: [...d.marks, mark], cards: [...others(d.cards), next] };
  return [deck ? played(changed, { deck: [...others(deck), next] }) : changed, next];
}

/** Opens a question for this session, or changes what was heard of it. */
export function opened(
  d: Draft,
  table: Table,
  heard: Pick<OpenQuestion, 'heard' | 'begun' | 'flagged' | 'waiting'>,
): Draft {
  const { session } = d.learner;
  const at = Math.floor(d.c.now / 1000);
  const open = { question: table.question, at, holder: d.c.session, ...heard, ...(session && { session }) };
  return { ...played(d, { open: { ...open, ...(table.card && { card: table.card }) } }), open };
}

/** The learner without a session: it is over, or left. */
export function withoutSession(d: Draft): Draft {
  const { session: _, ...learner } = d.learner;
  return { ...d, learner };
}

/** Closes the open question. Only its holder may, or whoever takes over what an earlier session left. */
export function closed(d: Draft, takingOver = false): Draft {
  if (!takingOver && !holds(d)) return d;
  const { open, ...play } = d.learner.play;
  return open === undefined ? d : { ...d, learner: { ...d.learner, play }, open: null };
}

/** True if the open question that is kept may be written by this session. */
export const holds = (d: Draft): boolean => {
  const { open } = d.learner.play;
  return open === undefined || open.holder === d.c.session;
};

/** The reply that asks one thing and listens. */
export const asks = (d: Draft, ask: Ask): Reply => finished(d, ask);

/** The reply that ends the session. */
export const ends = (d: Draft): Reply => finished(d, undefined);

/** Goes on with what was heard in the stage that the draft is at now. */
export const goOn = (d: Draft, heard: Heard): Step => ({ kind: 'then', d, heard });

/** Bits of all points of a question. */
export const allPoints = (question: Question): number => (1 << question.keyPoints.length) - 1;

/** A question by its number; absent when the bank no longer has it. */
export const questionOf = (field: Field, number: number): Question | undefined =>
  field.questions.find((q) => q.number === number);

function finished(d: Draft, ask: Ask | undefined): Reply {
  const changed = d.marks.length > 0 || d.open !== undefined;
  return {
    kind: 'reply',
    learner: d.learner,
    say: d.say,
    ...(ask && { ask }),
    ...(d.note && { note: d.note }),
    me: d.me,
    base: d.base,
    ...(d.graded && { graded: d.graded }),
    ...(changed && { change: { marks: d.marks, cards: d.cards, ...(d.open !== undefined && { open: d.open }) } }),
  };
}
