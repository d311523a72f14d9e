import type { Question } from '../bank/types';
import type { Ask } from './acts';
import { choose, HAND_SIZE, mayCome } from './choose';
import {
  asks,
  at,
  closed,
  type Decision,
  type Draft,
  ends,
  holds,
  marked,
  opened,
  played,
  questionOf,
  says,
} from './draft';
import type { Filter } from './heard';
import { type InHand, type Table, tableOf } from './learner';
import { rateOpen } from './rate';
import { reask } from './reask';

/** What the question on the table asks, as the one thing asked. */
export const questionAsk = (question: Question): Ask => ({
  ask: 'question',
  ...(question.setup !== undefined && { setup: question.setup }),
  text: question.ask,
});

/**
 * Puts the next question that fits on the table. Needs the deck when nothing is in hand or the filter changed. A filter that nothing fits
 * is widened, and so is one whose questions were all practised today unless just those were asked for (`wanted`); the listener is told.
 */
export function askNext(d: Draft, filter: Filter, wanted = false): Decision {
  const { play } = d.learner;
  const hand = sameFilter(filter, play.filter) ? play.hand : [];
  if (hand.length === 0 && play.deck === undefined) return { kind: 'needs-deck', field: play.field };
  const inHand = hand.length > 0 ? hand : handOf(d, filter);
  const [next, ...rest] = inHand;
  const done = next?.card !== undefined && next.card.last >= d.c.today;
  if (done && !wanted && isNarrow(filter)) return askNext(says(d, { act: 'nothing-left' }), {});
  if (next) return putOnTable(played(d, { filter, hand: rest }), next);
  const waiting = leftOpen(d, filter);
  if (waiting) return waiting;
  return isNarrow(filter)
    ? askNext(says(d, { act: wanted ? 'nothing-fits' : 'nothing-left' }), {})
    : asks(says(d, { act: 'no-question' }), { ask: 'which-field' });
}

/** The question that an earlier session left open, when it is the only one of the kind that is asked for. */
function leftOpen(d: Draft, filter: Filter): Decision | undefined {
  const { open } = d.learner.play;
  const question = open && questionOf(d.field, open.question);
  if (open === undefined || question === undefined || open.begun || open.waiting) return undefined;
  if (d.learner.stage.at !== 'lobby' || !mayCome(question, filter, d.learner.me.setting)) return undefined;
  return askTable(d, { question: open.question, ...(open.card && { card: open.card }) }, question);
}

/** The next questions for a filter, from the deck of this turn. */
export const handOf = (d: Draft, filter: Filter): readonly InHand[] =>
  choose({
    field: d.field,
    deck: d.learner.play.deck ?? [],
    filter,
    today: d.c.today,
    key: d.c.key,
    ...(d.learner.me.setting && { setting: d.learner.me.setting }),
    ...(d.learner.play.topic !== undefined && { after: d.learner.play.topic }),
    ...butFor(d),
  }).slice(0, HAND_SIZE);

/** The question that may not come now. */
function butFor(d: Draft): { readonly but?: number } {
  const { open } = d.learner.play;
  const now = isOurs(d) ? open : (unanswered(d) ?? open);
  return now === undefined ? {} : { but: now.question };
}

/** Asks a question afresh. One that was still open is rated or put away first, so that nothing stays undecided. */
export function putOnTable(asked: Draft, next: InHand): Decision {
  const d = settle(asked);
  const question = questionOf(d.field, next.question);
  if (question === undefined) return askNext(played(d, { hand: [] }), d.learner.play.filter);
  const table: Table = { question: next.question, ...(next.card && { card: next.card }) };
  const before = tableNow(d);
  const last = (before && questionOf(d.field, before.question)?.topic) ?? d.learner.play.topic;
  const introduced = says(d, ...(next.card && next.card.last >= d.c.today ? [{ act: 'seen-all' } as const] : []), {
    act: 'introduce',
    topic: topicName(d, question),
    jurisdiction: question.jurisdiction,
    ...(last !== undefined && { after: last === question.topic ? 'same' : 'other' }),
  });
  return askTable(played(introduced, { topic: question.topic, ...(before && { before }) }), table, question);
}

/** The question before this one, once more. */
export function goBack(d: Draft): Decision {
  const { before } = d.learner.play;
  const question = before && questionOf(d.field, before.question);
  if (before === undefined || question === undefined) return reask(says(d, { act: 'nothing-before' }));
  const now = tableNow(d);
  return askTable(played(settle(says(d, { act: 'again' })), now ? { before: now } : {}), before, question);
}

/** The question that the learner is at, with its card as it is now. */
function tableNow(d: Draft): Table | undefined {
  const table = tableOf(d.learner.stage);
  const card = d.cards.find((c) => c.question === table?.question) ?? table?.card;
  return table && { ...table, ...(card && { card }) };
}

/** Asks the question of a table, from the beginning. */
export function askTable(d: Draft, table: Table, question: Question): Decision {
  const open = isOurs(d) ? opened(d, table, { heard: 0, begun: false, flagged: false }) : d;
  return asks(at(open, { at: 'asking', table, stumbles: 0, offered: false }), questionAsk(question));
}

/** Ends with a question on the table. It is kept for next time, unless that could not be written. */
export function breakOff(d: Draft, table: Table): Decision {
  const kept = !d.learner.adrift && d.learner.play.open?.question === table.question;
  return ends(says(d, ...(kept ? [{ act: 'kept-open' } as const] : []), { act: 'goodbye', tally: d.learner.tally }));
}

/** Rates or puts away the question that is still open: this session's, or one that an earlier session left. */
export function settle(d: Draft): Draft {
  const { open } = d.learner.play;
  if (!isOurs(d)) return putAway(d, unanswered(d));
  if (open?.begun) return rateOpen(d, open).d;
  return closed(open?.waiting ? d : putAway(d, open), true);
}

function putAway(d: Draft, table: Table | undefined): Draft {
  if (table === undefined) return d;
  return marked(d, table.card, { as: 'put-away', question: table.question, day: d.c.today })[0];
}

/**
 * True if the open question may be written: this session holds it, or an earlier one left it and nothing is on the table here. Otherwise
 * another device has gone on meanwhile, and what it asked stays open.
 */
const isOurs = (d: Draft): boolean => holds(d) || tableOf(d.learner.stage) === undefined;

/** The question on the table while no answer to it has begun. */
const unanswered = ({ learner: { stage } }: Draft): Table | undefined =>
  stage.at === 'asking' || stage.at === 'checking' ? stage.table : undefined;

/** The spoken name of a question's topic. */
export const topicName = (d: Draft, question: Question): string =>
  d.field.topics.find((t) => t.id === question.topic)?.name ?? question.topic;

const isNarrow = (filter: Filter): boolean => Object.keys(filter).length > 0;

const sameFilter = (a: Filter, b: Filter): boolean => a.topic === b.topic && a.level === b.level && a.kind === b.kind;
