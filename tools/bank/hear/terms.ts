import type { CompiledFolder, CompiledQuestion } from '../compile';
import { phraseOf } from '../phrase';
import { type ClaimRef, claimsOf, holds } from '../rules/rule';

/** A phrase of a slot, in a sentence that an interview might hold. */
export interface Term {
  readonly ref: ClaimRef;
  readonly slot: number;
  readonly phrase: string;
  readonly sentence: string;
}

/**
 * Phrases that recognition may not know: those that an author gave misrecognitions for, and those that a glossary explains. With `all`,
 * every phrase of every slot.
 */
export function termsOf(compiled: CompiledQuestion, folders: readonly CompiledFolder[], all: boolean): readonly Term[] {
  const explained = folders.flatMap(({ folder }) =>
    folder.terms.flatMap(({ value: { term, aliases } }) => [term, ...aliases].map(phraseOf)),
  );
  return claimsOf(compiled).flatMap((ref) =>
    ref.source.slots.flatMap((alternatives, slot) =>
      alternatives
        .filter((phrase) => all || isRare(phrase, ref, explained))
        .map((phrase) => ({ ref, slot, phrase, sentence: sentenceWith(phrase, ref) })),
    ),
  );
}

const isRare = (phrase: string, { source }: ClaimRef, explained: readonly string[]): boolean =>
  source.heardAs?.[phrase] !== undefined || explained.some((term) => holds(phraseOf(phrase), term));

/** The first example that holds the phrase, or a plain sentence: recognition hears a phrase better among other words than alone. */
const sentenceWith = (phrase: string, { source }: ClaimRef): string =>
  source.examples.find((example) => holds(phraseOf(example), phraseOf(phrase))) ?? `they asked me about ${phrase}`;
