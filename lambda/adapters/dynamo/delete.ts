import { NewerSchemaError, type Saved, StoreUnavailableError, type Who } from '../../ports/store';
import type { Calls } from './calls';
import { type Key, meKey, namedBy, partitionOf, prefixOf } from './hashing';
import { type Item, isOfEpoch, isStill } from './items';
import { readField } from './read';

/** Rounds of looking and deleting after which whoever keeps writing is left to it. */
const ROUNDS = 20;
/** So many deletions under way together. */
const AT_ONCE = 8;

/**
 * Deletes one learner: first `me`, so that nobody finds the rest, then the rest until nothing is found. What somebody who began anew
 * meanwhile has written stays, and is `stale`. A learner's wish counts whatever the schema of the items.
 */
export async function forgetLearner(calls: Calls, who: Who, epoch: string | undefined): Promise<Saved> {
  let anew = false;
  const theirs = epoch ?? (await calls.row(meKey(who)))?.e?.S;
  if (theirs !== undefined) await calls.remove(meKey(who), isOfEpoch(theirs));
  await untilNone(async () => {
    const items = await calls.rows(partitionOf(who.household), prefixOf(who));
    const live = items.find(isMe)?.e?.S;
    anew = live !== undefined;
    const rest = items.filter((item) => !isMe(item) && (live === undefined || item.e?.S !== live));
    await removeEach(calls, rest);
    return rest.length;
  });
  return anew ? 'stale' : 'saved';
}

/** Deletes everything of a household. */
export async function forgetPartition(calls: Calls, household: string): Promise<void> {
  await untilNone(async () => {
    const items = await calls.rows(partitionOf(household), '');
    await calls.removeAll(items.map(keyOf));
    return items.length;
  });
}

/**
 * Deletes field items of another epoch than the living one, and unreadable ones. An item that was changed since it was read stays, and
 * so does one that a newer version wrote.
 */
export async function sweepLearner(calls: Calls, who: Who, epoch: string): Promise<void> {
  const items = await calls.rows(partitionOf(who.household), prefixOf(who));
  if (items.find(isMe)?.e?.S !== epoch) return;
  await removeEach(
    calls,
    items.filter((item) => namedBy(keyOf(item).sk).is === 'field' && isLeftover(item, epoch)),
  );
}

function isLeftover(item: Item, epoch: string): boolean {
  try {
    const read = readField(item);
    return read.is === 'unreadable' || read.value.epoch !== epoch;
  } catch (error) {
    if (error instanceof NewerSchemaError) return false;
    throw error;
  }
}

/** Deletes items, each only as it was read. */
async function removeEach(calls: Calls, items: readonly Item[]): Promise<void> {
  for (let i = 0; i < items.length; i += AT_ONCE) {
    await Promise.all(items.slice(i, i + AT_ONCE).map((item) => calls.remove(keyOf(item), isStill(item))));
  }
}

async function untilNone(round: () => Promise<number>): Promise<void> {
  for (let i = 0; i < ROUNDS; i++) {
    if ((await round()) === 0) return;
  }
  throw new StoreUnavailableError(`Items kept coming back while they were deleted (${ROUNDS} rounds).`);
}

const isMe = (item: Item): boolean => namedBy(keyOf(item).sk).is === 'me';

const keyOf = (item: Item): Key => ({ pk: item.pk?.S ?? '', sk: item.sk?.S ?? '' });
