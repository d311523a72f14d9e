import type { Me } from '../../coach/kept';
import type { FieldChange, ProgressStore, Saved, Who } from '../../ports/store';
import { type Calls, type StoreOptions, tableCalls } from './calls';
import { forgetLearner, forgetPartition, sweepLearner } from './delete';
import { fieldKey, meKey, partitionOf, prefixOf } from './hashing';
import {
  allOf,
  fieldUpdate,
  firstFieldItem,
  isAbsent,
  isOfEpoch,
  isOfVersion,
  isStill,
  isWritable,
  meItem,
} from './items';
import { isExpired, keptOf, readMe } from './read';
import { presentItems } from './upgrade';

/**
 * Progress in one DynamoDB table. Make one store for each turn, with `turnLimit()` as its signal; the client is shared.
 *
 * A write whose answer was lost is sent again by the SDK and then fails its own condition: it comes back as `stale`, and the next load
 * shows the request among those seen. That is why no write counts on what is there without a condition on the version.
 *
 * A late write of a learner that was deleted finds no item and is `stale`. Only a field's first write cannot know: it may leave an item
 * of the dead epoch, which no load shows and which is swept at the next launch.
 */
export function dynamoStore(options: StoreOptions): ProgressStore {
  const calls = tableCalls(options);
  return {
    load: async (who, now) => keptOf(await presentItems(calls, partitionOf(who.household), prefixOf(who)), now),
    begin: (who, me, now) => begin(calls, who, me, now),
    saveMe: (who, me, now) => calls.put(meItem(meKey(who), me, now), allOf(isOfEpoch(me.epoch), isWritable)),
    saveField: (who, change, now) => saveField(calls, who, change, now),
    sweep: (who, epoch) => sweepLearner(calls, who, epoch),
    forget: (who, epoch) => forgetLearner(calls, who, epoch),
    forgetHousehold: (household) => forgetPartition(calls, household),
  };
}

/** Begins where nothing is, or only what nobody can read. */
async function begin(calls: Calls, who: Who, me: Me, now: number): Promise<Saved> {
  const item = meItem(meKey(who), me, now);
  if ((await calls.put(item, isAbsent(now))) === 'saved') return 'saved';
  const found = await calls.row(meKey(who));
  const unreadable = found && !isExpired(found, now) && readMe(found).is === 'unreadable';
  return unreadable ? calls.put(item, isStill(found)) : 'stale';
}

function saveField(calls: Calls, who: Who, change: FieldChange, now: number): Promise<Saved> {
  const key = fieldKey(who, change.field);
  const { version } = change;
  if (version === undefined) return calls.put(firstFieldItem(key, change, now), isAbsent(now));
  const asSeen = allOf(isOfEpoch(change.epoch), isOfVersion(version), isWritable);
  return calls.update(key, fieldUpdate(change, version, now), asSeen);
}
