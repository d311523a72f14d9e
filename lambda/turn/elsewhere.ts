import { inField, refreshed } from '../coach/begin';
import type { Kept } from '../coach/kept';
import type { Learner, Unsaved } from '../coach/learner';
import type { ProgressStore } from '../ports/store';
import { answered } from './answered';
import { SEEN, secondsOf, type Turn } from './incoming';

/**
 * Writes results of other fields than the one in play that could not be kept before, each field's in one write. What does not get through
 * now stays unsaved.
 */
export async function keptElsewhere(turn: Turn, store: ProgressStore, kept: Kept, learner: Learner): Promise<Learner> {
  if (!learner.begun) return learner;
  const fields = new Set(learner.unsaved.map((u) => u.field).filter((field) => field !== learner.play.field));
  let unsaved = learner.unsaved;
  for (const field of fields) {
    const left = await leftIn(field, turn, store, kept, learner);
    unsaved = unsaved.filter((u) => u.field !== field || left.includes(u));
  }
  return { ...learner, unsaved };
}

/** What is still unsaved of a field after its write. */
async function leftIn(field: string, turn: Turn, store: ProgressStore, kept: Kept, learner: Learner) {
  const { play, unsaved } = refreshed(inField(learner, field), kept.fields[field], turn.c);
  const { owed, version, deck } = play;
  const mine = unsaved.filter((u) => u.field === field && !play.seen.includes(u.request));
  if (owed === undefined) return mine;
  const change = {
    field,
    epoch: learner.me.epoch,
    version,
    seen: [...play.seen, ...requestsOf(mine)].slice(-SEEN),
    cards: owed.cards,
    ...(owed.open !== undefined && { open: owed.open }),
    ...(deck && { deck }),
  };
  const saved = await answered(() => store.saveField(turn.who, change, secondsOf(turn.c)));
  return saved === 'saved' ? [] : mine;
}

/** The requests that results came from, each once. */
export const requestsOf = (unsaved: readonly Unsaved[]): readonly string[] => [
  ...new Set(unsaved.map((u) => u.request)),
];
