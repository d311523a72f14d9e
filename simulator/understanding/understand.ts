import { builtInOf } from './built-ins';
import { type Fill, type Match, matchSample, patternsOf } from './grammar';
import type { Model } from './model';
import { comparison } from './overlap';
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

/** Likeness from which other words than the samples' still count as the intent. */
const ALIKE = 0.52;
/** The same while a slot is elicited, when bare words belong to the slot first. */
const ALIKE_IN_DIALOG = 0.72;
/** Longer texts than this are never taken for a command while a slot is elicited. */
const LONGEST_COMMAND = 8;
/** A bare slot of a list of phrases at least this long, on average, catches what nothing else does. */
const CATCH_ALL_MEAN_WORDS = 3;
const CATCH_ALL_SHORTEST = 4;

/**
 * Prepares the understanding of one interaction model. It is a stand-in for Alexa's own, which is secret: samples word for word
 * first, then carriers with free text, then likeness of words, then the catch-all, then Fallback.
 */
export function understanding(model: Model): Understand {
  const patterns = [...model.intents.values()].flatMap((intent) => patternsOf(intent));
  const { compare, weight } = comparison(
    patterns.filter((pattern) => pattern.literals.length > 0),
    model,
  );

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

  const byLikeness = (sentence: readonly Word[], threshold: number): Understood | undefined => {
    const [best] = compare(sentence);
    if (best === undefined || best.score < threshold) return undefined;
    return read(best.pattern.intent, best.fills, sentence, 'overlap');
  };

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
      if (parts.length !== 1 || slot === undefined) continue;
      if ((model.types.get(slot.type)?.meanWords ?? 0) < CATCH_ALL_MEAN_WORDS) continue;
      return read(intent, [{ slot, from: 0, to: sentence.length, listed: false }], sentence, 'catch-all');
    }
    return undefined;
  };

  /** A name that no list holds ("switch to dentist"), if the words around it tell more than the name itself. */
  const unlistedName = (sentence: readonly Word[], matches: readonly Match[]): Understood | undefined => {
    const match = matches.find((candidate) => {
      const unlisted = candidate.fills.filter((fill) => !fill.listed);
      const free = unlisted.flatMap((fill) => sentence.slice(fill.from, fill.to).map((word) => word.key));
      return !isCarrier(candidate) && weight(candidate.pattern.literals) >= weight(free);
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
    const command = wordForWord(sentence, matches, elicited === undefined);
    if (command !== undefined) return command;
    const carrier = matches.find(isCarrier);
    if (elicited !== undefined) {
      const alike = sentence.length <= LONGEST_COMMAND ? byLikeness(sentence, ALIKE_IN_DIALOG) : undefined;
      const given = elicit(elicited, sentence);
      const carried = carrier && read(carrier.pattern.intent, carrier.fills, sentence, 'carrier');
      return alike ?? carried ?? given ?? FALLBACK;
    }
    return (
      byLikeness(sentence, ALIKE_IN_DIALOG) ??
      (carrier && read(carrier.pattern.intent, carrier.fills, sentence, 'carrier')) ??
      unlistedName(sentence, matches) ??
      byLikeness(sentence, ALIKE) ??
      catchAll(sentence) ??
      FALLBACK
    );
  };
}
