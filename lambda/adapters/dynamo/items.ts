import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Me, OpenQuestion } from '../../coach/kept';
import type { FieldChange } from '../../ports/store';
import type { Key } from './hashing';
import { packCard, packDeck, packSeen } from './packed';

/**
 * The items as they are written. Attributes of `me`: schema, e (epoch), field, rate, launches, selfCheck (absent for false),
 * setting, zone and streak (a map; all three absent while not known). Of a field:
 * schema, e, v (version, from 1), at (its last write, seconds since 1970), reset (the request that reset it last, if one did), seen, deck,
 * loose (a list of packed cards, appended by turns that do not have the deck in hand, folded in by the next that has),
 * open (a map; absent when no question is open). Both: pk, sk, expiresAt (the table's TTL attribute, seconds since 1970).
 */
export type Item = Record<string, AttributeValue>;

/** Number of the schema that this version writes. An item with a higher one is never written over. */
export const SCHEMA = 1;

/** How long an item is kept after its last write. */
export const KEEP_SECONDS = 400 * 86_400;

/** A condition or an update, with the values that it names. Attribute names are written `#name`. */
export interface Expression {
  readonly text: string;
  readonly values: Readonly<Item>;
}

/** True while no item is there, or only one whose time is over and that the table has not got round to deleting. */
export const isAbsent = (now: number): Expression => ({
  text: 'attribute_not_exists(#pk) OR #expiresAt < :now',
  values: { ':now': n(now) },
});

/** True while the item is of this epoch. */
export const isOfEpoch = (epoch: string): Expression => ({ text: '#e = :e', values: { ':e': { S: epoch } } });

/** True while the item is of this version. */
export const isOfVersion = (version: number): Expression => ({ text: '#v = :v', values: { ':v': n(version) } });

/** True while the item is of a schema that we may write over. */
export const isWritable: Expression = { text: '#schema <= :schema', values: { ':schema': { N: String(SCHEMA) } } };

/** True while all of them are. */
export const allOf = (...conditions: readonly Expression[]): Expression => ({
  text: conditions.map(({ text }) => text).join(' AND '),
  values: Object.assign({}, ...conditions.map(({ values }) => values)),
});

/** True while the item is still the one that was read, for items that may hold anything: schema, epoch and version are as they were. */
export function isStill(item: Readonly<Item>): Expression {
  const pins = ['schema', 'e', 'v'].map((name): Expression => {
    const value = item[name];
    return value?.S !== undefined || value?.N !== undefined
      ? { text: `#${name} = :${name}`, values: { [`:${name}`]: value } }
      : { text: `NOT attribute_type(#${name}, :S) AND NOT attribute_type(#${name}, :N)`, values: TYPES };
  });
  return allOf(...pins);
}

const TYPES = { ':S': { S: 'S' }, ':N': { S: 'N' } } as const satisfies Item;

/** The learner's own item. */
export const meItem = (key: Key, me: Me, now: number): Item => ({
  ...keyed(key),
  schema: n(SCHEMA),
  e: { S: me.epoch },
  field: { S: me.field },
  rate: { S: me.rate },
  launches: n(me.launches),
  ...(me.zone !== undefined && { zone: { S: me.zone } }),
  ...(me.streak && { streak: { M: { day: n(me.streak.day), length: n(me.streak.length) } } }),
  ...(me.selfCheck && { selfCheck: { BOOL: true } }),
  ...(me.setting !== undefined && { setting: { S: me.setting } }),
  expiresAt: expiry(now),
});

/** A field's first item: nothing was kept before, so the cards are the deck. */
export const firstFieldItem = (key: Key, change: FieldChange, now: number): Item => ({
  ...keyed(key),
  schema: n(SCHEMA),
  e: { S: change.epoch },
  v: n(1),
  at: n(Math.floor(now)),
  ...(change.reset && { reset: lastOf(change.seen) }),
  seen: { B: packSeen(change.seen) },
  deck: { B: packDeck([...(change.deck ?? []), ...change.cards]) },
  ...(change.open && { open: openMap(change.open) }),
  expiresAt: expiry(now),
});

/** What a turn changes in a field's item. */
export function fieldUpdate(change: FieldChange, version: number, now: number): Expression {
  const parts = [cardsUpdate(change), openUpdate(change.open), resetUpdate(change)];
  const set = [
    '#v = :next',
    '#at = :at',
    '#seen = :seen',
    '#schema = :schema',
    '#expiresAt = :expiresAt',
    ...parts.flatMap((p) => p.set),
  ];
  const remove = parts.flatMap((p) => p.remove);
  return {
    text: `SET ${set.join(', ')}${remove.length > 0 ? ` REMOVE ${remove.join(', ')}` : ''}`,
    values: {
      ':next': n(version + 1),
      ':at': n(Math.floor(now)),
      ':seen': { B: packSeen(change.seen) },
      ':schema': n(SCHEMA),
      ':expiresAt': expiry(now),
      ...Object.assign({}, ...parts.map((p) => p.values)),
    },
  };
}

interface Part {
  readonly set: readonly string[];
  readonly remove: readonly string[];
  readonly values: Readonly<Item>;
}

const NOTHING: Part = { set: [], remove: [], values: {} };

/** With the deck in hand the whole is packed anew; without, the cards are appended as they are. */
function cardsUpdate({ deck, cards }: FieldChange): Part {
  if (deck) {
    return { set: ['#deck = :deck'], remove: ['#loose'], values: { ':deck': { B: packDeck([...deck, ...cards]) } } };
  }
  if (cards.length === 0) return NOTHING;
  return {
    set: ['#loose = list_append(if_not_exists(#loose, :none), :cards)'],
    remove: [],
    values: { ':none': { L: [] }, ':cards': { L: cards.map((card) => ({ B: packCard(card) })) } },
  };
}

function openUpdate(open: OpenQuestion | null | undefined): Part {
  if (open === undefined) return NOTHING;
  if (open === null) return { ...NOTHING, remove: ['#open'] };
  return { set: ['#open = :open'], remove: [], values: { ':open': openMap(open) } };
}

const resetUpdate = ({ reset, seen }: FieldChange): Part =>
  reset ? { set: ['#reset = :reset'], remove: [], values: { ':reset': lastOf(seen) } } : NOTHING;

const lastOf = (seen: readonly string[]): AttributeValue => ({ S: seen.at(-1) ?? '' });

const openMap = ({ question, at, holder, heard, begun, flagged, session, waiting }: OpenQuestion): AttributeValue => ({
  M: {
    question: n(question),
    at: n(at),
    holder: { S: holder },
    heard: n(heard),
    begun: { BOOL: begun },
    flagged: { BOOL: flagged },
    ...(session && { session: { S: JSON.stringify(session) } }),
    ...(waiting && { waiting: { BOOL: true } }),
  },
});

/** A key as attributes. */
export const keyed = ({ pk, sk }: Key): { readonly pk: AttributeValue; readonly sk: AttributeValue } => ({
  pk: { S: pk },
  sk: { S: sk },
});

const n = (value: number): AttributeValue => ({ N: String(value) });

/** TTL counts whole seconds. */
const expiry = (now: number): AttributeValue => n(Math.floor(now) + KEEP_SECONDS);
