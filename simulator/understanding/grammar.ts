import type { Model, ModelIntent, ModelSlot } from './model';
import { slotKind } from './slots';
import { keys, type Word } from './words';

type Part = { readonly word: string } | { readonly slot: ModelSlot };

/** A sample utterance taken apart. */
export interface Pattern {
  readonly intent: string;
  readonly parts: readonly Part[];
  readonly literals: readonly string[];
  readonly slots: readonly ModelSlot[];
}

/** Where a slot's words lie in the sentence; `listed` if they are a value that the model knows. */
export interface Fill {
  readonly slot: ModelSlot;
  readonly from: number;
  readonly to: number;
  readonly listed: boolean;
}

/** A pattern that fits a whole sentence. */
export interface Match {
  readonly pattern: Pattern;
  readonly fills: readonly Fill[];
  /** Words in slots that no list holds. */
  readonly free: number;
}

/** Longest value that is taken for a slot with a list but is not on it. */
const LONGEST_UNLISTED = 4;

/** The patterns of an intent's samples; of a slot's own samples when `slot` is named. */
export function patternsOf(intent: ModelIntent, slot?: ModelSlot): readonly Pattern[] {
  const samples = slot === undefined ? intent.samples : slot.samples;
  return samples.map((sample) => {
    const parts = sample.split(/(\{[^}]*\})/).flatMap((piece) => partsOf(piece, intent));
    return {
      intent: intent.name,
      parts,
      literals: parts.flatMap((part) => ('word' in part ? [part.word] : [])),
      slots: parts.flatMap((part) => ('slot' in part ? [part.slot] : [])),
    };
  });
}

function partsOf(piece: string, intent: ModelIntent): readonly Part[] {
  if (!piece.startsWith('{')) return keys(piece).map((word) => ({ word }));
  const name = piece.slice(1, -1).trim();
  const slot = intent.slots.find((candidate) => candidate.name === name);
  return slot === undefined ? [] : [{ slot }];
}

/** The way in which a pattern fits the whole sentence with the fewest unlisted words, if there is one. */
export function matchSample(pattern: Pattern, sentence: readonly Word[], model: Model): Match | undefined {
  if (pattern.parts.length > sentence.length) return undefined;
  const present = new Set(sentence.map((word) => word.key));
  if (pattern.literals.some((literal) => !present.has(literal))) return undefined;
  return matchFrom(pattern, 0, sentence, 0, model);
}

function matchFrom(
  pattern: Pattern,
  part: number,
  sentence: readonly Word[],
  at: number,
  model: Model,
): Match | undefined {
  const next = pattern.parts[part];
  if (next === undefined) return at === sentence.length ? { pattern, fills: [], free: 0 } : undefined;
  if ('word' in next) {
    return sentence[at]?.key === next.word ? matchFrom(pattern, part + 1, sentence, at + 1, model) : undefined;
  }
  const room = sentence.length - at - (pattern.parts.length - part - 1);
  let best: Match | undefined;
  for (let length = room; length >= 1; length--) {
    const listed = slotKind(next.slot.type, model).accepts(sentence, at, at + length);
    if (!listed && length > longestUnlisted(next.slot, model)) continue;
    const rest = matchFrom(pattern, part + 1, sentence, at + length, model);
    if (rest === undefined) continue;
    const free = rest.free + (listed ? 0 : length);
    if (best === undefined || free < best.free) {
      best = { pattern, free, fills: [{ slot: next.slot, from: at, to: at + length, listed }, ...rest.fills] };
    }
  }
  return best;
}

function longestUnlisted(slot: ModelSlot, model: Model): number {
  return slotKind(slot.type, model).free ? Number.POSITIVE_INFINITY : LONGEST_UNLISTED;
}
