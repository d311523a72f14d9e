import type { Bank } from '../bank/types';
import { inField, learnerOf, meantIn, newMe, refreshed, unread } from '../coach/begin';
import { decide } from '../coach/decide';
import type { Reply } from '../coach/draft';
import type { Kept, Me } from '../coach/kept';
import type { Learner } from '../coach/learner';
import type { ProgressStore } from '../ports/store';
import { answered } from './answered';
import { secondsOf, type Turn } from './incoming';
import { keep } from './keep';
import { wary, withReason } from './newer';

export interface Ports {
  /** The store for one turn: all its calls together have a time limit. */
  readonly store: () => ProgressStore;
  readonly bank: Bank;
}

/**
 * One turn: read what is needed, decide, keep what changed. The listener always gets a reply; when progress cannot be read or kept they
 * are told so once, and the results travel on with the session until they can be.
 */
export async function takeTurn(turn: Turn, ports: Ports): Promise<Reply> {
  const { store, newerMet } = wary(ports.store());
  const begun = turn.learner ? { learner: turn.learner } : await opened(turn, store, ports.bank);
  let read = begun.kept;
  const reply = await keep(turn, store, begun.learner, (from) => {
    const fresh = read;
    read = undefined;
    return decided(from, turn, async () => fresh ?? answered(() => store.load(turn.who, secondsOf(turn.c))));
  });
  return newerMet() ? withReason(reply) : reply;
}

/** A learner, and what was read of them just now. */
interface Begun {
  readonly learner: Learner;
  readonly kept?: Kept;
}

/** The learner at the start of a session: as kept, or new. Without an answer from the store, one of whom nothing is known. */
async function opened({ who, c }: Turn, store: ProgressStore, bank: Bank): Promise<Begun> {
  const now = secondsOf(c);
  const fresh = newMe(c.key, bank.fields().first[0]?.id ?? '');
  const kept = await answered(() => store.load(who, now));
  if (kept === undefined)
    return { learner: { ...learnerOf({ fields: {} }, { ...fresh, launches: KNOWS_THE_WAY }), adrift: true } };
  const { me } = kept;
  if (me && kept.leftovers) await answered(() => store.sweep(who, me.epoch));
  if (me && kept.renew) await answered(() => store.saveMe(who, me, now));
  return { learner: learnerOf(kept, me === undefined ? fresh : asBefore(me, fresh)), kept };
}

/** A learner whose epoch is this very request began in it: the request came twice, and is the first launch both times. */
const asBefore = (me: Me, fresh: Me): Me =>
  me.epoch === fresh.epoch && me.launches <= 1 ? { ...me, launches: 0 } : me;

/** Nothing is explained to somebody who may well know it. */
const KNOWS_THE_WAY = 3;

/** Reads everything of the learner, unless this turn has done so just now; nothing without an answer. */
type Load = () => Promise<Kept | undefined>;

/** Decides, and reads the deck first where the decision needs it. Without an answer, any question will do. */
async function decided(learner: Learner, turn: Turn, load: Load): Promise<Reply> {
  const decision = decide(learner, turn.heard, turn.c);
  if (decision.kind === 'reply') return decision;
  const again = decide(
    await withDeck(learner, decision.field, turn, load),
    meantIn(learner, decision.field, turn.heard),
    turn.c,
  );
  if (again.kind === 'reply') return again;
  throw new Error(`The deck of ${decision.field} was read, and the coach still asks for it.`);
}

/**
 * The learner with the deck of a field in hand. Of a deck that cannot be read, or that is another learner's by now, only what the session
 * carries is known.
 */
async function withDeck(learner: Learner, field: string, { c }: Turn, load: Load): Promise<Learner> {
  const there = inField(learner, field);
  const kept = await load();
  const known = kept !== undefined && (!learner.begun || kept.me?.epoch === learner.me.epoch);
  return known ? refreshed(there, kept.fields[field], c) : unread(there);
}
