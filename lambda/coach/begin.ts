import type { Card } from './card';
import { newPlay } from './fields';
import type { Kept, KeptField, Me } from './kept';
import type { Learner, Play, Stage } from './learner';
import { applyMark } from './schedule';

/** Loose cards above this many are packed into the deck by the next turn that reads and writes. */
const TIDY_FROM = 16;

/** A learner of whom nothing is kept yet. The epoch is 64 bits in hex, from the request. */
export const newMe = (epoch: string, field: string): Me => ({ epoch, field, rate: 'medium', launches: 0 });

/** The learner at the start of a session, with everything that was read. */
export function learnerOf(kept: Pick<Kept, 'me' | 'fields'>, me: Me): Learner {
  return {
    me,
    play: playOf(me.field, kept.fields[me.field]),
    stage: { at: 'lobby', yes: 'question', stumbles: 0 },
    tally: { questions: 0, said: 0, of: 0 },
    unsaved: [],
    begun: kept.me !== undefined,
    adrift: false,
    warned: false,
  };
}

/** A field in play as it was read just now. */
export function playOf(field: string, kept: KeptField | undefined): Play {
  if (kept === undefined) return { ...newPlay(field), deck: [] };
  const card = kept.open && cardOf(kept.cards, kept.open.question);
  return {
    ...newPlay(field),
    version: kept.version,
    seen: kept.seen,
    ...(kept.open && { open: { ...kept.open, ...(card && { card }) } }),
    deck: kept.cards,
    untidy: kept.loose > TIDY_FROM,
  };
}

/**
 * The same learner in the same stage, on cards that were read just now. What could not be saved before is applied to them. A request that
 * is known to the item was decided before: it finds the open question as it was then.
 */
export function refreshed(learner: Learner, kept: KeptField | undefined, request: string): Learner {
  const { play } = learner;
  const { open, ...fresh } = playOf(play.field, kept);
  const mine = learner.unsaved.filter((u) => u.field === play.field && !fresh.seen.includes(u.request));
  const cards = new Map((fresh.deck ?? []).map((card) => [card.question, card]));
  for (const { mark } of mine) cards.set(mark.question, applyMark(cards.get(mark.question), mark));
  const owed = [...new Set(mine.map((u) => u.mark.question))].flatMap((q) => cards.get(q) ?? []);
  const deck = [...cards.values()];
  return {
    ...learner,
    adrift: false,
    unsaved: learner.unsaved.filter((u) => u.field !== play.field || mine.includes(u)),
    play: {
      ...fresh,
      deck,
      ...(owed.length > 0 && { owed }),
      filter: play.filter,
      ...(open && !fresh.seen.includes(request) && { open }),
      ...(play.topic !== undefined && { topic: play.topic }),
      ...(play.before && { before: play.before }),
    },
    stage: withCards(learner.stage, deck),
  };
}

/** The stage with its question's card as it is now. */
function withCards(stage: Stage, cards: readonly Card[]): Stage {
  if (stage.at === 'lobby') return stage;
  if (stage.at === 'confirming') return { ...stage, from: onTable(stage.from, cards) };
  return onTable(stage, cards);
}

function onTable<S extends Exclude<Stage, { at: 'lobby' | 'confirming' }>>(stage: S, cards: readonly Card[]): S {
  const { card: _, ...table } = stage.table;
  const card = cardOf(cards, table.question);
  return { ...stage, table: { ...table, ...(card && { card }) } };
}

const cardOf = (cards: readonly Card[], question: number): Card | undefined =>
  cards.find((c) => c.question === question);
