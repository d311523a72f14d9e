import type { Bank, Field } from '../bank/types';
import { isCalled, settingCalled } from './called';
import type { HeardSlot } from './envelope';

type Slots = Readonly<Record<string, HeardSlot>>;

/**
 * Slots with fields, topics and terms as the bank calls them. The interaction model has no room for every field, so that a field's name may
 * come as words alone. And it knows the topics of all fields at once, where what a name leads to differs from one to the other: a topic that
 * the field does not have is not resolved, unless `anyField` will do.
 */
export function namedIn(heard: Slots, bank: Bank, fieldInPlay: string | undefined, anyField = false): Slots {
  const slots = withField(heard, bank);
  const here = inField(slots, bank, fieldInPlay);
  return anyField ? (elsewhere(here, bank) ?? here) : here;
}

/** A topic that another field has, with that field; where no field was named, and no setting is called so. */
function elsewhere(slots: Slots, bank: Bank): Slots | undefined {
  const { topic, field: named } = slots;
  if (!topic?.value || named?.value || matchIn(topic) !== undefined || settingCalled(topic.value)) return undefined;
  const field = bank.field(bank.withTopic(topic.value) ?? '');
  const id = field && topicCalled(field, topic.value, undefined);
  if (field === undefined || id === undefined) return undefined;
  return { ...slots, topic: resolved(topic, id), field: resolved({ value: field.name }, field.id) };
}

function inField(slots: Slots, bank: Bank, fieldInPlay: string | undefined): Slots {
  const { topic, term } = slots;
  if (!topic?.value && !term?.value) return slots;
  const id = matchIn(slots.field) ?? fieldInPlay;
  const field = id === undefined ? undefined : bank.field(id);
  if (field === undefined) return slots;
  return {
    ...slots,
    ...(topic?.value && { topic: resolved(topic, topicCalled(field, topic.value, matchIn(topic))) }),
    ...(term?.value && { term: resolved(term, termCalled(field, term.value, matchIn(term))) }),
  };
}

/** A field that entity resolution does not know, by its name in the bank. */
function withField(slots: Slots, bank: Bank): Slots {
  const { field } = slots;
  if (!field?.value || matchIn(field) !== undefined) return slots;
  const id = bank.named(field.value);
  return id === undefined ? slots : { ...slots, field: resolved(field, id) };
}

/** The id that entity resolution found. */
export const matchIn = (slot: HeardSlot | undefined): string | undefined =>
  slot?.resolutions?.resolutionsPerAuthority?.find((r) => r.status.code === 'ER_SUCCESS_MATCH')?.values?.[0]?.value.id;

/** A slot as entity resolution would have filled it with this value. */
export const resolved = (slot: HeardSlot, id: string | undefined): HeardSlot => {
  const { resolutions: _, ...said } = slot;
  if (id === undefined) return said;
  const match = { status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: { id } }] };
  return { ...said, resolutions: { resolutionsPerAuthority: [match] } };
};

const topicCalled = ({ topics }: Field, words: string, found: string | undefined): string | undefined =>
  (topics.find(({ name, aliases }) => isCalled(words, [name, ...aliases])) ?? topics.find(({ id }) => id === found))
    ?.id;

const termCalled = ({ terms }: Field, words: string, found: string | undefined): string | undefined =>
  (terms.find(({ term, aliases }) => isCalled(words, [term, ...aliases])) ?? terms.find(({ id }) => id === found))?.id;
