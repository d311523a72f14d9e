import type { Bank } from '../bank/types';
import { inField, learnerOf, meantIn, newMe, refreshed, unread } from '../coach/begin';
import { decide } from '../coach/decide';
import type { Decision, Reply } from '../coach/draft';
import type { Kept, Me } from '../coach/kept';
import type { Learner } from '../coach/learner';
import { withFetched } from '../ports/elsewhere';
import type { RunErrand } from '../ports/reminders';
import type { ProgressStore } from '../ports/store';
import { answered } from './answered';
import { secondsOf, type Turn, todayOf } from './incoming';
import { keep, knownAs } from './keep';
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
export async function takeTurn(begun: Turn, ports: Ports): Promise<Reply> {
  const { store, newerMet } = wary(ports.store());
  const start = begun.learner ? { learner: begun.learner } : await opened(begun, store, ports.bank);
  const turn = { ...begun, c: { ...begun.c, today: todayOf(begun.c, start.learner.me) } };
  const run = once(begun.run ?? nobody);
  let read = start.kept;
  const reply = await keep(turn, store, start.learner, async (from) => {
    const fresh = read;
    read = undefined;
    const load: Load = async () => fresh ?? answered(() => store.load(turn.who, secondsOf(turn.c)));
    return withMe(await decided(from, turn, load, run), begun);
  });
  return newerMet() ? withReason(reply) : reply;
}

/** What changed in the learner's own item is written where a session begins or ends, if nothing else is: a turn is one write. */
function withMe(reply: Reply, turn: Turn): Reply {
  const { learner, base, change, erases, ask } = reply;
  const free = change === undefined && base.owed === undefined && erases === undefined && !learner.adrift;
  const beginsOrEnds = turn.learner === undefined || ask === undefined;
  return learner.unkept && free && beginsOrEnds ? { ...reply, me: true } : reply;
}

/** A learner, and what was read of them just now. */
interface Begun {
  readonly learner: Learner;
  readonly kept?: Kept;
}

/** The learner at the start of a session: as kept, or new. Without an answer from the store, one of whom nothing is known. */
async function opened({ who, c, zone: ask }: Turn, store: ProgressStore, bank: Bank): Promise<Begun> {
  const now = secondsOf(c);
  const fresh = newMe(c.key, bank.fields().first[0]?.id ?? '');
  const kept = await answered(() => store.load(who, now));
  if (kept === undefined)
    return { learner: { ...learnerOf({ fields: {} }, { ...fresh, launches: KNOWS_THE_WAY }), adrift: true } };
  const { me } = kept;
  if (me && kept.leftovers) await answered(() => store.sweep(who, me.epoch));
  if (me && kept.renew) await answered(() => store.saveMe(who, me, now));
  const learner = learnerOf(kept, me === undefined ? fresh : asBefore(me, fresh));
  const zone = me?.zone === undefined ? await ask?.() : undefined;
  return { learner: zone === undefined ? learner : { ...learner, me: { ...learner.me, zone }, unkept: true }, kept };
}

/** A learner whose epoch is this very request began in it: the request came twice, and is the first launch both times. */
const asBefore = (me: Me, fresh: Me): Me =>
  me.epoch === fresh.epoch && me.launches <= 1 ? { ...me, launches: 0 } : me;

/** Nothing is explained to somebody who may well know it. */
const KNOWS_THE_WAY = 3;

/** Reads everything of the learner, unless this turn has done so just now; nothing without an answer. */
type Load = () => Promise<Kept | undefined>;

/** Decides, once what the decision needs is there: the deck, or what comes of an errand. Without an answer, any question will do. */
async function decided(learner: Learner, turn: Turn, load: Load, run: RunErrand): Promise<Reply> {
  const decision = await withFetched(() => decide(learner, turn.heard, turn.c));
  switch (decision.kind) {
    case 'reply':
      return decision;
    case 'needs-errand': {
      const c = { ...turn.c, came: await run(decision.errand) };
      return replyOf(await withFetched(() => decide(learner, turn.heard, c)));
    }
    case 'needs-deck': {
      const there = await withDeck(learner, decision.field, turn, load);
      const meant = meantIn(learner, decision.field, turn.heard);
      return replyOf(await withFetched(() => decide(there, meant, turn.c)));
    }
  }
}

function replyOf(decision: Decision): Reply {
  if (decision.kind === 'reply') return decision;
  throw new Error(`The coach was given what it needed, and says again: ${decision.kind}.`);
}

/** An errand is run once a turn, however often the turn is decided. */
function once(run: RunErrand): RunErrand {
  let running: ReturnType<RunErrand> | undefined;
  return (errand) => {
    running ??= run(errand);
    return running;
  };
}

const nobody: RunErrand = async () => ({ came: 'no-answer', sent: false });

/**
 * The learner with the deck of a field in hand. Of a deck that cannot be read, or that is another learner's by now, only what the session
 * carries is known.
 */
async function withDeck(learner: Learner, field: string, turn: Turn, load: Load): Promise<Learner> {
  const there = inField(learner, field);
  const kept = await load();
  if (kept === undefined) return unread(there);
  if (!learner.begun) return refreshed(knownAs(there, kept.me, turn), kept.fields[field], turn.c);
  return kept.me?.epoch === learner.me.epoch ? refreshed(there, kept.fields[field], turn.c) : unread(there);
}
