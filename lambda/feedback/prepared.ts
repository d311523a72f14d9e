import type { Claim, Question } from '../bank/types';
import { type Example, exampleOf } from './calibrator';
import { type Echo, echoOf } from './echo';

/** Where a phrase belongs: a slot of one of the question's claims. */
export interface SlotRef {
  readonly claim: Claim;
  readonly slot: number;
}

/** A phrase to listen for, by its first stem. `sure` is false for what recognition makes of it. */
export interface Phrase extends SlotRef {
  readonly stems: readonly string[];
  readonly sure: boolean;
}

/** A question, ready to be compared with answers. */
export interface Prepared {
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly sounds: ReadonlyMap<string, readonly SlotRef[]>;
  /** What an answer may be close to: an author's phrasings of a key point. */
  readonly examples: (point: Claim) => readonly Example[];
  readonly echo: Echo;
}

const known = new WeakMap<Question, Prepared>();

/** Prepares a question once for as long as it is held in memory. */
export function prepare(question: Question): Prepared {
  const before = known.get(question);
  if (before) return before;
  const prepared = prepareAfresh(question);
  known.set(question, prepared);
  return prepared;
}

function prepareAfresh(question: Question): Prepared {
  const claims = [...question.keyPoints, ...question.redFlags, ...question.misconceptions];
  const slots = claims.flatMap((claim) => claim.slots.map((slot, i) => ({ slot, ref: { claim, slot: i } })));
  const phrase = (ref: SlotRef, sure: boolean) => (text: string) => ({ ...ref, stems: text.split(' '), sure });
  const phrases = slots.flatMap(({ slot, ref }) => [
    ...slot.any.map(phrase(ref, true)),
    ...slot.heardAs.map(phrase(ref, false)),
  ]);
  const sounds = slots.flatMap(({ slot, ref }) => slot.sounds.map((sound) => ({ sound, ref })));
  const echo = echoOf(question);
  return {
    phrases: grouped(
      phrases,
      ({ stems }) => stems[0],
      (each) => each,
    ),
    sounds: grouped(
      sounds,
      ({ sound }) => sound,
      ({ ref }) => ref,
    ),
    examples: once((point) => point.examples.map((text) => exampleOf(text.split(' '), echo.asked))),
    echo,
  };
}

/** Made when first needed, and kept: most are never looked at. */
function once<T>(make: (claim: Claim) => T): (claim: Claim) => T {
  const made = new Map<Claim, T>();
  return (claim) => {
    const value = made.get(claim) ?? make(claim);
    made.set(claim, value);
    return value;
  };
}

/** Groups by a key; what has an empty key is left out. */
function grouped<T, V>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
  take: (item: T) => V,
): ReadonlyMap<string, readonly V[]> {
  const groups = new Map<string, V[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (!key) continue;
    const group = groups.get(key);
    if (group) group.push(take(item));
    else groups.set(key, [take(item)]);
  }
  return groups;
}
