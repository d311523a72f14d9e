import { builtInOf } from './built-ins';
import { type Fill, type Match, matchSample, type Pattern, patternsOf } from './grammar';
import type { Model } from './model';
import { comparison, type Likeness } from './overlap';
import { readSlot, type SlotReading, slotKind } from './slots';
import { type Word, words } from './words';

/** What Alexa makes of a sentence. `by` says how it was found, for people who watch. */
export interface Understood {
  readonly intent: string;
  readonly slots: Readonly<Record<string, SlotReading>>;
  readonly by: 'sample' | 'built-in' | 'carrier' | 'elicited' | 'overlap' | 'catch-all' | 'fallback';
}

/** The slot that the skill asked for by `Dialog.ElicitSlot`. */
export interface Elicited {
  readonly intent: string;
  readonly slot: string;
}

export type Understand = (sentence: string, elicited?: Elicited) => Understood;

const FALLBACK: Understood = { intent: 'AMAZON.FallbackIntent', slots: {}, by: 'fallback' };

/** Likeness from which other words than the samples' still count as the intent. Chosen with the weights on sentences made for that. */
const ALIKE = 0.4;
/** The same while a slot is elicited, when bare words belong to the slot first. */
const ALIKE_IN_DIALOG = 0.72;
/** Longer texts than this are never taken for a command while a slot is elicited. */
const LONGEST_COMMAND = 8;
/** Fewer words than this are no phrase for the catch-all. */
const CATCH_ALL_SHORTEST = 4;

/**
 * Prepares the understanding of one interaction model. It is a stand-in for Alexa's own, which is secret: samples word for word
 * first, then carriers with free text, then likeness of words, then the catch-all, then Fallback.
 */
export function understanding(model: Model): Understand {
  const patterns = [...model.intents.values()].flatMap((intent) => patternsOf(intent));
  // A carrier ("i would {answer}") is like anything that begins so: it is matched, never compared.
  const comparable = ({ literals, slots }: Pattern) =>
    literals.length > 0 && !slots.some((slot) => slotKind(slot.type, model).free);
  const { compare, weight, knows } = comparison(patterns.filter(comparable), model);

  const read = (
    intent: string,
    fills: readonly Fill[],
    sentence: readonly Word[],
    by: Understood['by'],
  ): Understood => ({
    intent,
    by,
    slots: Object.fromEntries(
      fills.map(({ slot, from, to }) => [slot.name, readSlot(slot.type, sentence, from, to, model)]),
    ),
  });

  const bySamples = (sentence: readonly Word[]): readonly Match[] =>
    patterns
      .flatMap((pattern) => matchSample(pattern, sentence, model) ?? [])
      .sort((a, b) => a.free - b.free || b.pattern.literals.length - a.pattern.literals.length);

  const byLikeness = (best: Likeness | undefined, sentence: readonly Word[], threshold: number) =>
    best !== undefined && best.score >= threshold
      ? read(best.pattern.intent, best.fills, sentence, 'overlap')
      : undefined;

  const wordForWord = (sentence: readonly Word[], matches: readonly Match[], bare: boolean): Understood | undefined => {
    const exact = matches.find((match) => match.free === 0 && (bare || match.pattern.literals.length > 0));
    if (exact !== undefined && exact.fills.length === 0) return read(exact.pattern.intent, [], sentence, 'sample');
    const builtIn = builtInOf(
      sentence.map((word) => word.key),
      model.intents,
    );
    if (builtIn !== undefined) return { intent: builtIn, slots: {}, by: 'built-in' };
    return exact && read(exact.pattern.intent, exact.fills, sentence, 'sample');
  };

  const isCarrier = (match: Match): boolean =>
    match.pattern.literals.length > 0 && match.fills.some((fill) => slotKind(fill.slot.type, model).free);

  const catchAll = (sentence: readonly Word[]): Understood | undefined => {
    if (sentence.length < CATCH_ALL_SHORTEST) return undefined;
    for (const { parts, slots, intent } of patterns) {
      const [slot] = slots;
      if (parts.length !== 1 || slot === undefined || !slotKind(slot.type, model).free) continue;
      return read(intent, [{ slot, from: 0, to: sentence.length, listed: false }], sentence, 'catch-all');
    }
    return undefined;
  };

  /** A name that no list holds ("switch to dentist"), if something else was understood, or the words around it tell more than it. */
  const unlistedName = (matches: readonly Match[], sentence: readonly Word[], alike: Likeness | undefined) => {
    const match = matches.find((candidate) => {
      const unlisted = candidate.fills.filter((fill) => !fill.listed);
      const name = unlisted.flatMap((fill) => sentence.slice(fill.from, fill.to).map((word) => word.key));
      const listed = candidate.fills.length - unlisted.length;
      if (isCarrier(candidate) || name.some(knows) || listed < (alike?.fills.length ?? 0)) return false;
      return listed > 0 || weight(candidate.pattern.literals) >= weight(name);
    });
    return match && read(match.pattern.intent, match.fills, sentence, 'sample');
  };

  const elicit = ({ intent: name, slot: slotName }: Elicited, sentence: readonly Word[]): Understood | undefined => {
    const intent = model.intents.get(name);
    const slot = intent?.slots.find((candidate) => candidate.name === slotName);
    if (intent === undefined || slot === undefined) return undefined;
    const [match] = patternsOf(intent, slot)
      .flatMap((pattern) => matchSample(pattern, sentence, model) ?? [])
      .sort((a, b) => a.free - b.free);
    const fills = match?.fills ?? [{ slot, from: 0, to: sentence.length, listed: false }];
    return read(name, fills, sentence, 'elicited');
  };

  return (text, elicited) => {
    const sentence = words(text);
    if (sentence.length === 0) return FALLBACK;
    const matches = bySamples(sentence);
    const exact = wordForWord(sentence, matches, elicited === undefined);
    if (exact !== undefined) return exact;
    const carrier = matches.find(isCarrier);
    const carried = carrier && read(carrier.pattern.intent, carrier.fills, sentence, 'carrier');
    const [alike, ...others] = compare(sentence);
    if (elicited !== undefined) {
      const short = sentence.length <= LONGEST_COMMAND;
      const said = [alike, ...others].find((candidate) => candidate !== undefined && candidate.shared > 0);
      const command = short ? byLikeness(said, sentence, ALIKE_IN_DIALOG) : undefined;
      const named = short && command?.by === 'overlap' ? unlistedName(matches, sentence, alike) : undefined;
      return named ?? command ?? carried ?? elicit(elicited, sentence) ?? FALLBACK;
    }
    return (
      unlistedName(matches, sentence, alike) ??
      byLikeness(alike, sentence, ALIKE) ??
      carried ??
      catchAll(sentence) ??
      FALLBACK
    );
  };
}
