import { refreshed } from '../coach/begin';
import type { Card } from '../coach/card';
import type { Reply } from '../coach/draft';
import type { Kept, KeptField, Me } from '../coach/kept';
import type { Learner } from '../coach/learner';
import type { ProgressStore, Saved } from '../ports/store';
import { answered } from './answered';
import { keptElsewhere, requestsOf } from './elsewhere';
import { erased, failedOf, forgotten } from './erased';
import { SEEN, secondsOf, type Turn } from './incoming';
import { onVersion, repeated } from './repeated';

/** How often a turn is decided again because somebody else wrote meanwhile. */
const TRIES = 3;
/** A request that is older than this, compared with what was written last, changes nothing any more. */
const TOO_LATE_SECONDS = 150;

type Decide = (learner: Learner) => Promise<Reply>;

/**
 * Decides a turn and keeps what it changes, exactly once: every write is on condition of the version that the decision saw. When the
 * condition fails, the item tells whether the same request was saved before, whether the learner is gone, or whether somebody else
 * wrote; then the turn is decided again on fresh cards. What cannot be kept travels on with the session.
 */
export async function keep(turn: Turn, store: ProgressStore, from: Learner, decide: Decide): Promise<Reply> {
  const first = await decide(from);
  if (first.erases && first.erases.what !== 'field') return erased(turn, store, from, first, first.erases);
  let now: { readonly learner: Learner; readonly reply: Reply } = { learner: from, reply: first };
  for (let tries = 0; tries < TRIES; tries++) {
    if (!changesAnything(now.reply, turn)) return told(now.reply);
    if (mustRead(now.reply, turn)) {
      const kept = await answered(() => store.load(turn.who, secondsOf(turn.c)));
      if (kept === undefined) return unkept(now.reply, turn);
      const next = await reconsidered({ turn, store, from, first, decide }, kept, now.learner);
      if (next.done) return told(next.reply);
      if (next.reply.learner.adrift) return unkept(next.reply, turn);
      now = next;
    }
    const saved = await answered(() => write(turn, store, now.reply));
    if (saved === undefined) return unkept(now.reply, turn);
    if (saved === 'saved') return told(adopted(now.reply, turn));
    now = { ...now, reply: { ...now.reply, learner: { ...now.reply.learner, adrift: true } } };
  }
  return unkept(now.reply, turn);
}

const changesAnything = (reply: Reply, turn: Turn): boolean =>
  reply.me || reply.change !== undefined || reply.learner.unsaved.length > 0 || isKnown(reply, turn);

/** True if what was read shows that the request was saved before. */
const isKnown = ({ base }: Reply, { c }: Turn): boolean => base.seen.includes(c.key);

/** Before writing, one has to have read: when the item is not known, knows this request, or an earlier result has to be applied. */
const mustRead = (reply: Reply, turn: Turn): boolean =>
  reply.learner.adrift ||
  isKnown(reply, turn) ||
  reply.learner.unsaved.some((u) => reply.base.owed === undefined || u.field !== reply.base.field);

/** A turn that was decided once, by what the session knew. */
interface Decided {
  readonly turn: Turn;
  readonly store: ProgressStore;
  readonly from: Learner;
  readonly first: Reply;
  readonly decide: Decide;
}

type Reconsidered =
  | { readonly done: true; readonly reply: Reply }
  | { readonly done: false; readonly learner: Learner; readonly reply: Reply };

/** What a turn comes to in the light of what is kept now. */
async function reconsidered(
  { turn, store, from, first, decide }: Decided,
  kept: Kept,
  before: Learner,
): Promise<Reconsidered> {
  const { me } = kept;
  const { base } = first;
  const item = kept.fields[base.field];
  if (before.begun && me?.epoch !== before.me.epoch) return { done: true, reply: forgotten(first) };
  if (before.begun && base.version !== undefined && item === undefined) return { done: true, reply: forgotten(first) };
  if (item?.seen.includes(turn.c.key)) {
    const reply = await repeated(turn, from, first, item, decide);
    return { done: true, reply: { ...reply, learner: knownAs(reply.learner, me, turn) } };
  }
  if (first.erases === undefined && wasReset(before, item)) return { done: true, reply: forgotten(first) };
  if (item && item.at - turn.c.now / 1000 > TOO_LATE_SECONDS) return { done: true, reply: first };
  // An item of a learner who was deleted stands where this one's first would be.
  if (me && kept.leftovers && item === undefined) await answered(() => store.sweep(turn.who, me.epoch));
  const settled = await keptElsewhere(turn, store, kept, knownAs(before, me, turn));
  const learner = refreshed(settled, kept.fields[settled.play.field], turn.c);
  return { done: false, learner, reply: await decide(learner) };
}

/** True if somebody reset the field since it was read: what this session knows of it counts no more. */
const wasReset = ({ begun, play }: Learner, item: KeptField | undefined): boolean =>
  begun && play.version !== undefined && item !== undefined && item.reset !== play.reset;

/**
 * The learner as the one who is kept. Who was not kept so far, and is not now, begins with this very turn: whether an earlier beginning
 * failed or was deleted since, nobody can tell, and a deleted epoch never comes back.
 */
export function knownAs(before: Learner, me: Me | undefined, { c }: Turn): Learner {
  if (me === undefined) return { ...before, me: { ...before.me, epoch: c.key } };
  return { ...before, me: me.epoch === before.me.epoch ? before.me : me, begun: true };
}

/** One write for the learner's own item when it changed, and one for the field when that did. */
async function write(turn: Turn, store: ProgressStore, reply: Reply): Promise<Saved> {
  const { who, c } = turn;
  const { learner, base, change } = reply;
  const seconds = secondsOf(c);
  if (!learner.begun && (await store.begin(who, learner.me, seconds)) === 'stale') return 'stale';
  if (learner.begun && reply.me && (await store.saveMe(who, learner.me, seconds)) === 'stale') return 'stale';
  if (change === undefined && base.owed === undefined) return 'saved';
  const open = change?.open !== undefined ? change.open : base.owed?.open;
  return store.saveField(
    who,
    {
      field: base.field,
      epoch: learner.me.epoch,
      version: base.version,
      seen: seenAfter(reply, turn),
      ...(open !== undefined && { open }),
      ...(change?.reset
        ? NOTHING_LEFT
        : { cards: merged(base.owed?.cards ?? [], change?.cards ?? []), ...(base.deck && { deck: base.deck }) }),
    },
    seconds,
  );
}

const NOTHING_LEFT = { reset: true, cards: [], deck: [] } as const;

const merged = (owed: readonly Card[], cards: readonly Card[]): readonly Card[] => [
  ...owed.filter((o) => !cards.some((c) => c.question === o.question)),
  ...cards,
];

function seenAfter({ base, learner }: Reply, turn: Turn): readonly string[] {
  const owed = base.owed ? learner.unsaved.filter((u) => u.field === base.field) : [];
  return [...base.seen, ...requestsOf(owed), turn.c.key].slice(-SEEN);
}

function withMeKept({ learner, me }: Reply): Learner {
  const { unkept: _, ...kept } = learner;
  return me || !learner.begun ? { ...kept, begun: true } : learner;
}

/** The reply after its write: the session knows the new version. */
function adopted(reply: Reply, turn: Turn): Reply {
  const { learner, base, change } = reply;
  const begun: Reply = { ...reply, learner: withMeKept(reply) };
  if (change === undefined && base.owed === undefined) return begun;
  const unsaved = base.owed ? learner.unsaved.filter((u) => u.field !== base.field) : learner.unsaved;
  const saved = onVersion(begun, (base.version ?? 0) + 1, seenAfter(reply, turn));
  return { ...saved, learner: { ...saved.learner, unsaved } };
}

/** Results that a session carries at the most; it has to stay small. */
const MOST_UNSAVED = 12;

const unkept = (reply: Reply, turn: Turn): Reply => (reply.erases ? failedOf(reply.erases) : carried(reply, turn));

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
