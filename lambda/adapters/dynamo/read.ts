import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as v from 'valibot';
import { SETTINGS } from '../../bank/types';
import type { Kept, KeptField, Me, OpenQuestion, Streak } from '../../coach/kept';
import { RATES } from '../../coach/kept';
import type { Session } from '../../coach/session';
import { NewerSchemaError } from '../../ports/store';
import { namedBy } from './hashing';
import { type Item, KEEP_SECONDS, SCHEMA } from './items';
import { onePerQuestion, unpackCard, unpackDeck, unpackSeen } from './packed';

/**
 * Items as they are read. Whatever is in the table is parsed here, and none of it can bring the skill down:
 *
 * - An item of a higher schema, or with a deck of a later format, is a newer version's: NewerSchemaError, and nothing is written over.
 * - An item without a schema number, epoch, version or time, or with an attribute of the wrong type, is unreadable. It counts as absent: a
 *   field's is a leftover that a sweep deletes, the learner's own is written over by the next beginning.
 * - In a readable item, what is broken inside is dropped piece by piece: the rest of a deck that was cut short, a loose card of
 *   another length, an open question that lacks a part. A preference that is none falls back to the usual one.
 */
export type Read<T> = { readonly is: 'kept'; readonly value: T } | { readonly is: 'unreadable' };

const UNREADABLE = { is: 'unreadable' } as const;

/** `me` is written again when this much of its time is gone, so that it outlives every field in use. */
const RENEW_AFTER_SECONDS = 30 * 86_400;

/**
 * Everything that the items of one learner hold at a moment.
 * @param now seconds since 1970
 * @throws NewerSchemaError if any of them was written by a newer version
 */
export function keptOf(items: readonly Item[], now: number): Kept {
  const named = items.filter((item) => !isExpired(item, now)).map((item) => ({ ...namedBy(item.sk?.S ?? ''), item }));
  for (const { item } of named) refuseNewer(item);
  const mine = named.find(({ is }) => is === 'me');
  const me = mine && readMe(mine.item);
  const epoch = me?.is === 'kept' ? me.value.epoch : undefined;
  const fields = named.flatMap((each) =>
    each.is === 'field' ? [{ field: each.field, read: readField(each.item) }] : [],
  );
  const live = fields.flatMap(({ field, read }) =>
    read.is === 'kept' && read.value.epoch === epoch ? [[field, read.value] as const] : [],
  );
  return {
    ...(me?.is === 'kept' && { me: me.value }),
    fields: Object.fromEntries(live),
    leftovers: live.length < fields.length,
    renew: me?.is === 'kept' && !(secondsLeft(mine?.item, now) > KEEP_SECONDS - RENEW_AFTER_SECONDS),
  };
}

/** Reads a learner's own item. @throws NewerSchemaError */
export function readMe(item: Item): Read<Me> {
  refuseNewer(item);
  const epoch = item.e?.S;
  const field = item.field?.S;
  if (wholeOf(item.schema) === undefined || !epoch || field === undefined) return UNREADABLE;
  const streak = readStreak(item.streak?.M);
  const setting = SETTINGS.find((name) => name === item.setting?.S);
  return {
    is: 'kept',
    value: {
      epoch,
      field,
      rate: RATES.find((name) => name === item.rate?.S) ?? 'medium',
      launches: wholeOf(item.launches) ?? 0,
      selfCheck: item.selfCheck?.BOOL === true,
      ...(item.zone?.S && { zone: item.zone.S }),
      ...(streak && { streak }),
      ...(setting && { setting }),
    },
  };
}

function readStreak(map: Readonly<Item> | undefined): Streak | undefined {
  const [day, length] = [wholeOf(map?.day), wholeOf(map?.length)];
  return day === undefined || !length ? undefined : { day, length };
}

/** Reads a field's item. @throws NewerSchemaError */
export function readField(item: Item): Read<KeptField> {
  refuseNewer(item);
  const epoch = item.e?.S;
  const version = wholeOf(item.v);
  const at = wholeOf(item.at);
  if (wholeOf(item.schema) === undefined || !epoch || !version || at === undefined) return UNREADABLE;
  const { seen, deck, loose, open } = item;
  if ([seen, deck].some((a) => a && !a.B) || (loose && !loose.L) || (open && !open.M)) return UNREADABLE;
  const since = (loose?.L ?? []).flatMap(({ B }) => (B ? unpackCard(B) : []));
  const question = open?.M && readOpen(open.M);
  return {
    is: 'kept',
    value: {
      epoch,
      version,
      at,
      ...(item.reset?.S !== undefined && { reset: item.reset.S }),
      seen: seen?.B ? unpackSeen(seen.B) : [],
      ...(question && { open: question }),
      cards: onePerQuestion([...(deck?.B ? unpackDeck(deck.B) : []), ...since]),
      loose: loose?.L?.length ?? 0,
    },
  };
}

function readOpen(map: Readonly<Item>): OpenQuestion | undefined {
  const question = wholeOf(map.question);
  const at = wholeOf(map.at);
  const holder = map.holder?.S;
  const heard = wholeOf(map.heard);
  const begun = map.begun?.BOOL;
  const flagged = map.flagged?.BOOL;
  if (question === undefined || at === undefined || holder === undefined || heard === undefined) return undefined;
  if (begun === undefined || flagged === undefined) return undefined;
  const session = map.session?.S === undefined ? undefined : readSession(map.session.S);
  if (map.session && session === undefined) return undefined;
  return {
    question,
    at,
    holder,
    heard,
    begun,
    flagged,
    ...(session && { session }),
    ...(map.waiting?.BOOL && { waiting: true }),
  };
}

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/** An unfinished session is kept as JSON: it is read whole or not at all. */
const session: v.GenericSchema<unknown, Session> = v.object({
  kind: v.picklist(['practice', 'interview']),
  plan: v.array(whole),
  position: v.pipe(v.number(), v.integer(), v.minValue(-1)),
  outcomes: v.array(v.object({ question: whole, said: whole, flagged: v.boolean() })),
});

function readSession(json: string): Session | undefined {
  try {
    const parsed = v.safeParse(session, JSON.parse(json));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** True if the item's time is over, though the table has not deleted it yet. */
export const isExpired = (item: Item, now: number): boolean => secondsLeft(item, now) < 0;

const secondsLeft = (item: Item | undefined, now: number): number => Number(item?.expiresAt?.N) - now;

function refuseNewer(item: Item): void {
  const schema = Number(item.schema?.N);
  if (schema > SCHEMA) {
    throw new NewerSchemaError(`The item ${item.sk?.S} has schema ${schema}; this version knows up to ${SCHEMA}.`);
  }
}

/** A whole number from 0 on. */
function wholeOf(value: AttributeValue | undefined): number | undefined {
  const number = Number(value?.N);
  return Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}
