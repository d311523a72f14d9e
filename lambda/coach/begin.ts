import type { Card } from './card';
import { newPlay } from './fields';
import type { Heard } from './heard';
import type { Kept, KeptField, Me, OpenQuestion } from './kept';
import { type Learner, LOBBY, type Play, type Stage, type Table, tableOf } from './learner';
import { applyLate, applyMark } from './schedule';

/** Loose cards above this many are packed into the deck by the next turn that reads and writes. */
const TIDY_FROM = 16;

/** A learner of whom nothing is kept yet. The epoch is 64 bits in hex, from the request. */
export const newMe = (epoch: string, field: string): Me => ({
  epoch,
  field,
  rate: 'medium',
  selfCheck: false,
  launches: 0,
});

/** The learner at the start of a session, with everything that was read. */
export function learnerOf(kept: Pick<Kept, 'me' | 'fields'>, me: Me): Learner {
  return {
    me,
    play: playOf(me.field, kept.fields[me.field]),
    stage: LOBBY,
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
    ...(kept.reset !== undefined && { reset: kept.reset }),
    seen: kept.seen,
    ...(kept.open && { open: { ...kept.open, ...(card && { card }) } }),
    deck: kept.cards,
    untidy: kept.loose > TIDY_FROM,
  };
}

/**
 * The same learner in the same stage, on cards that were read just now. What could not be saved before is applied to them. A request that
 * is known to the item was decided before: it finds everything as the session had it then.
 */
export function refreshed(
  learner: Learner,
  kept: KeptField | undefined,
  c: { readonly key: string; readonly session: string },
): Learner {
  if (kept?.seen.includes(c.key)) return asItWas(learner, kept);
  const { play } = learner;
  const { open: found, ...fresh } = playOf(play.field, kept);
  const mine = learner.unsaved.filter((u) => u.field === play.field && !fresh.seen.includes(u.request));
  const cards = new Map((fresh.deck ?? []).map((card) => [card.question, card]));
  for (const { mark } of mine) cards.set(mark.question, applyLate(cards.get(mark.question), mark));
  const changed = [...new Set(mine.map((u) => u.mark.question))].flatMap((q) => cards.get(q) ?? []);
  // What could not be saved had gone on from the open question that is kept.
  const behind = mine.length > 0 && found?.holder === c.session;
  const open = behind ? play.open : found;
  const deck = [...cards.values()];
  const unsaved = learner.unsaved.filter((u) => u.field !== play.field || mine.includes(u));
  const now: Play = {
    ...fresh,
    deck,
    ...(mine.length > 0 && { owed: { cards: changed, ...(behind && { open: bare(open) }) } }),
    ...(open && { open }),
    filter: play.filter,
    ...(play.topic !== undefined && { topic: play.topic }),
    ...(play.before && { before: play.before }),
  };
  return onCards({ ...learner, adrift: false, unsaved, play: now }, deck);
}

/** The same learner while nothing can be read: of the deck, only what the session itself carries is known. */
export function unread(learner: Learner): Learner {
  const { play, unsaved, stage } = learner;
  const cards = new Map<number, Card>();
  for (const { field, mark } of unsaved) {
    if (field === play.field) cards.set(mark.question, applyMark(cards.get(mark.question), mark));
  }
  const card = tableOf(stage)?.card;
  if (card) cards.set(card.question, card);
  return { ...learner, adrift: true, play: { ...play, deck: [...cards.values()] } };
}

/** An open question as it is kept. */
function bare(open: Play['open']): OpenQuestion | null {
  if (open === undefined) return null;
  const { card: _, ...rest } = open;
  return rest;
}

/** The learner as the session has them, with the deck to choose from. */
const asItWas = (learner: Learner, { version, seen, cards }: KeptField): Learner => ({
  ...learner,
  adrift: false,
  play: { ...learner.play, version, seen, hand: [], deck: cards },
});

/** The learner with every card in play as it is now. */
export function onCards(learner: Learner, cards: readonly Card[]): Learner {
  const { open, before, ...play } = learner.play;
  return {
    ...learner,
    play: { ...play, ...(open && { open: withCard(open, cards) }), ...(before && { before: withCard(before, cards) }) },
    stage: withCards(learner.stage, cards),
  };
}

/** The learner in another field, of which nothing was read yet: no question and no session of the field before is at hand any more. */
export function inField(learner: Learner, field: string): Learner {
  if (learner.play.field === field) return learner;
  const { session: _, ...rest } = learner;
  return { ...rest, play: newPlay(field), stage: LOBBY };
}

/** What was heard, as it is to be understood in the field: once there, nothing is left to confirm. */
export const meantIn = ({ play, stage }: Learner, field: string, heard: Heard): Heard =>
  stage.at === 'confirming' && play.field !== field ? stage.want : heard;

/** The stage with its question's card as it is now. */
function withCards<S extends Stage>(stage: S, cards: readonly Card[]): S;
function withCards(stage: Stage, cards: readonly Card[]): Stage {
  if (stage.at === 'lobby' || stage.at === 'enough' || stage.at === 'debriefing') return stage;
  if (stage.at === 'confirming') return { ...stage, from: onTable(stage.from, cards) };
  if (stage.at === 'erasing' || stage.at === 'reminding') return { ...stage, from: withCards(stage.from, cards) };
  return onTable(stage, cards);
}

const onTable = <
  S extends Exclude<Stage, { at: 'lobby' | 'enough' | 'debriefing' | 'confirming' | 'erasing' | 'reminding' }>,
>(
  stage: S,
  cards: readonly Card[],
): S => ({
  ...stage,
  table: withCard(stage.table, cards),
});

/** What is about a question, with its card as it is now. */
function withCard<T extends Table>(about: T, cards: readonly Card[]): Omit<T, 'card'> & { readonly card?: Card } {
  const { card: _, ...rest } = about;
  const card = cardOf(cards, about.question);
  return { ...rest, ...(card && { card }) };
}

const cardOf = (cards: readonly Card[], question: number): Card | undefined =>
  cards.find((c) => c.question === question);
