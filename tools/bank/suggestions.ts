import type { CompiledQuestion } from './compile';
import { phraseOf } from './phrase';
import type { Answer } from './rules/elsewhere';
import { type ClaimRef, claimsOf, holds } from './rules/rule';

/** A way to fill a slot that nobody has written yet. */
export interface Suggestion {
  readonly text: string;
  /** In how many answers about other topics it would be heard, too. */
  readonly elsewhere: number;
}

/** What might be added to one slot. */
export interface SlotSuggestions {
  readonly ref: ClaimRef;
  readonly slot: number;
  readonly suggestions: readonly Suggestion[];
}

/** Long answers about other topics, as the stems that are compared. */
export const othersOf = ({ question }: CompiledQuestion, answers: readonly Answer[]): readonly string[] =>
  answers
    .filter(({ topic }) => topic !== question.topic)
    .map(({ reading }) => reading.tokens.map(({ stem }) => stem).join(' '));

/**
 * Synonyms of what fills each slot. Those that the slot hears already, that are little words only, or that stand in the question are left
 * out; so is what the check would refuse.
 */
export function suggestionsFor(
  compiled: CompiledQuestion,
  synonymsOf: (phrase: string) => readonly string[],
  others: readonly string[],
): readonly SlotSuggestions[] {
  const { setup = '', ask } = compiled.question;
  const asked = phraseOf(`${setup} ${ask}`);
  return claimsOf(compiled).flatMap((ref) =>
    ref.source.slots.map((alternatives, slot) => {
      const heard = ref.claim.slots[slot]?.any ?? [];
      const byStems = new Map<string, string>();
      for (const text of alternatives.flatMap(synonymsOf)) {
        const stems = phraseOf(text);
        const known = heard.some((phrase) => holds(stems, phrase)) || byStems.has(stems) || holds(asked, stems);
        if (WRITABLE.test(text) && stems !== '' && !known) byStems.set(stems, text);
      }
      const suggestions = [...byStems].map(([stems, text]) => ({
        text,
        elsewhere: others.filter((other) => holds(other, stems)).length,
      }));
      return { ref, slot, suggestions };
    }),
  );
}

/** What may stand in a slot. */
const WRITABLE = /^[a-z0-9' ]+$/;
