import { refreshed } from '../coach/begin';
import type { Card } from '../coach/card';
import type { Reply } from '../coach/draft';
import type { Kept } from '../coach/kept';
import type { Learner } from '../coach/learner';
import type { ProgressStore, Saved } from '../ports/store';
import { answered } from './answered';
import { secondsOf, type Turn } from './incoming';

/** How often a turn is decided again because somebody else wrote meanwhile. */
const TRIES = 3;
/** A request that is older than this, compared with what was written last, changes nothing any more. */
const TOO_LATE_SECONDS = 150;
/** So many requests an item knows. */
const SEEN = 16;

type Decide = (learner: Learner) => Promise<Reply>;

/**
 * Decides a turn and keeps what it changes, exactly once: every write is on condition of the version that the decision saw. When the
 * condition fails, the item tells whether the same request was saved before, whether the learner is gone, or whether somebody else
 * wrote; then the turn is decided again on fresh cards. What cannot be kept travels on with the session.
 */
export async function keep(turn: Turn, store: ProgressStore, from: Learner, decide: Decide): Promise<Reply> {
  const first = await decide(from);
  let now: { readonly learner: Learner; readonly reply: Reply } = { learner: from, reply: first };
  for (let tries = 0; tries < TRIES; tries++) {
    if (!changesAnything(now.reply)) return told(now.reply);
    if (mustRead(now.reply)) {
      const kept = await answered(() => store.load(turn.who, secondsOf(turn.c)));
      if (kept === undefined) return carried(now.reply, turn);
      const next = await reconsidered(turn, kept, now.learner, first, decide);
      if (next.done) return next.reply;
      now = next;
    }
    const saved = await answered(() => write(turn, store, now.reply));
    if (saved === undefined) return carried(now.reply, turn);
    if (saved === 'saved') return told(adopted(now.reply, turn));
    now = { ...now, reply: { ...now.reply, learner: { ...now.reply.learner, adrift: true } } };
  }
  return carried(now.reply, turn);
}

const changesAnything = (reply: Reply): boolean =>
  reply.me || reply.change !== undefined || reply.learner.unsaved.length > 0;

/** Before writing, one has to have read: when the item is not known, or an earlier result has to be applied to it. */
const mustRead = (reply: Reply): boolean =>
  reply.learner.adrift || (reply.learner.unsaved.length > 0 && reply.base.owed === undefined);

type Reconsidered =
  | { readonly done: true; readonly reply: Reply }
  | { readonly done: false; readonly learner: Learner; readonly reply: Reply };

/** What a turn comes to in the light of what is kept now. */
async function reconsidered(
  turn: Turn,
  kept: Kept,
  before: Learner,
  first: Reply,
  decide: Decide,
): Promise<Reconsidered> {
  if (before.begun && kept.me?.epoch !== before.me.epoch) return { done: true, reply: forgotten(first) };
  const item = kept.fields[first.base.field];
  if (before.begun && first.base.version !== undefined && item === undefined)
    return { done: true, reply: forgotten(first) };
  if (item?.seen.includes(turn.c.key)) return { done: true, reply: told(asSaved(first, item.version, item.seen)) };
  if (item && item.at - turn.c.now / 1000 > TOO_LATE_SECONDS) return { done: true, reply: told(first) };
  const known: Learner = kept.me ? { ...before, me: before.begun ? before.me : kept.me, begun: true } : before;
  const learner = refreshed(known, kept.fields[known.play.field], turn.c.key);
  return { done: false, learner, reply: await decide(learner) };
}

/** One write for the learner's own item when it changed, and one for the field when that did. */
async function write(turn: Turn, store: ProgressStore, reply: Reply): Promise<Saved> {
  const { who, c } = turn;
  const { learner, base, change } = reply;
  const seconds = secondsOf(c);
  if (!learner.begun && (await store.begin(who, learner.me, seconds)) === 'stale') return 'stale';
  if (learner.begun && reply.me && (await store.saveMe(who, learner.me, seconds)) === 'stale') return 'stale';
  if (change === undefined && base.owed === undefined) return 'saved';
  return store.saveField(
    who,
    {
      field: base.field,
      epoch: learner.me.epoch,
      version: base.version,
      seen: seenAfter(reply, turn),
      cards: merged(base.owed ?? [], change?.cards ?? []),
      ...(change?.open !== undefined && { open: change.open }),
      ...(base.deck && { deck: base.deck }),
    },
    seconds,
  );
}

const merged = (owed: readonly Card[], cards: readonly Card[]): readonly Card[] => [
  ...owed.filter((o) => !cards.some((c) => c.question === o.question)),
  ...cards,
];

function seenAfter(reply: Reply, turn: Turn): readonly string[] {
  const owed = reply.base.owed ? reply.learner.unsaved.filter((u) => u.field === reply.base.field) : [];
  return [...reply.base.seen, ...new Set(owed.map((u) => u.request)), turn.c.key].slice(-SEEN);
}

/** The reply after its write: the session knows the new version. */
function adopted(reply: Reply, turn: Turn): Reply {
  const { learner, base, change } = reply;
  const begun: Reply = { ...reply, learner: { ...learner, begun: true } };
  if (change === undefined && base.owed === undefined) return begun;
  const unsaved = base.owed ? learner.unsaved.filter((u) => u.field !== base.field) : learner.unsaved;
  const saved = asSaved(begun, (base.version ?? 0) + 1, seenAfter(reply, turn));
  return { ...saved, learner: { ...saved.learner, unsaved } };
}

/** The reply on an item of this version. Elsewhere in the bank by now, the version is not this field's. */
function asSaved(reply: Reply, version: number, seen: readonly string[]): Reply {
  const { learner, base } = reply;
  const { untidy: _, ...play } = learner.play;
  if (play.field !== base.field) return reply;
  return { ...reply, learner: { ...learner, begun: true, adrift: false, play: { ...play, version, seen } } };
}

/** The learner was deleted meanwhile: nothing is created, and the session is over. */
const forgotten = (reply: Reply): Reply => {
  const { ask: _, note: __, change: ___, ...rest } = reply;
  return { ...rest, say: [{ act: 'forgotten' }], me: false };
};

/** Results that a session carries at the most; it has to stay small. */
const MOST_UNSAVED = 12;

/** Nothing could be kept: the results travel on, each under its own request. */
function carried(reply: Reply, turn: Turn): Reply {
  const marks = reply.change?.marks ?? [];
  const unsaved = [
    ...reply.learner.unsaved,
    ...marks.map((mark) => ({ request: turn.c.key, field: reply.base.field, mark })),
  ].slice(-MOST_UNSAVED);
  return told({ ...reply, learner: { ...reply.learner, unsaved, adrift: true } });
}

/** Says once, and only once, that progress may not be kept. */
function told(reply: Reply): Reply {
  const { learner } = reply;
  if (!learner.adrift || learner.warned) return reply;
  return { ...reply, say: [{ act: 'not-saved' }, ...reply.say], learner: { ...learner, warned: true } };
}
