import type { Bank, Field } from '../bank/types';
import { isCalled } from './called';
import type { HeardSlot } from './envelope';

type Slots = Readonly<Record<string, HeardSlot>>;

/**
 * Slots with topics and terms as the field calls them: the interaction model knows all fields at once, and what a name leads to differs from
 * one to the other. A topic that the field does not have is not resolved.
 */
export function namedIn(slots: Slots, bank: Bank, fieldInPlay: string | undefined): Slots {
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
