import type { Erases, Reply } from '../coach/draft';
import { begunAnew } from '../coach/erase';
import type { Me } from '../coach/kept';
import type { Learner } from '../coach/learner';
import type { ProgressStore, Saved } from '../ports/store';
import { answered } from './answered';
import { secondsOf, type Turn } from './incoming';

/**
 * Erases a learner, or all their progress, before the reply says that it is done. Delivered twice, it comes to the same. Whoever began
 * anew meanwhile stays, and the session is over.
 */
export async function erased(
  turn: Turn,
  store: ProgressStore,
  from: Learner,
  reply: Reply,
  erases: Erases,
): Promise<Reply> {
  const { who } = turn;
  if (erases.what === 'data') {
    const epoch = from.begun ? from.me.epoch : undefined;
    return after(reply, erases, await answered(() => store.forget(who, epoch)));
  }
  const me = from.begun ? { known: from.me } : await answered(() => keptMe(turn, store));
  if (me === undefined) return failedOf(erases);
  const { known } = me;
  // Of whom nothing is kept, nothing is to be reset: they begin with their first result.
  if (known === undefined) return { ...reply, learner: { ...reply.learner, begun: false, adrift: false } };
  const anew = begunAnew(known, turn.c.key);
  const begun = { ...reply, learner: { ...reply.learner, me: anew, begun: true, adrift: false } };
  return after(begun, erases, await answered(() => restarted(turn, store, known.epoch, anew)));
}

const keptMe = async ({ who, c }: Turn, store: ProgressStore): Promise<{ readonly known?: Me }> => {
  const { me } = await store.load(who, secondsOf(c));
  return me ? { known: me } : {};
};

/** The new epoch makes everything kept under the old one void; then it is deleted. What is left lying is swept at the next launch. */
async function restarted({ who, c }: Turn, store: ProgressStore, epoch: string, me: Me): Promise<Saved> {
  const saved = await store.restart(who, epoch, me, secondsOf(c));
  if (saved === 'stale' && (await store.load(who, secondsOf(c))).me?.epoch !== me.epoch) return 'stale';
  await answered(() => store.sweep(who, me.epoch));
  return 'saved';
}

function after(reply: Reply, erases: Erases, saved: Saved | undefined): Reply {
  if (saved === undefined) return failedOf(erases);
  return saved === 'saved' ? reply : forgotten(reply);
}

/** What is said when something could not be erased. How far it got is not known: reading comes before the next write. */
export const failedOf = ({ failed }: Erases): Reply => ({ ...failed, learner: { ...failed.learner, adrift: true } });

/** The learner was deleted meanwhile: nothing is created, and the session is over. */
export const forgotten = (reply: Reply): Reply => {
  const { ask: _, note: __, change: ___, ...rest } = reply;
  return { ...rest, say: [{ act: 'forgotten' }], me: false, learner: { ...rest.learner, unsaved: [], adrift: false } };
};
