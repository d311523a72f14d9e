import type { Hit } from '../../../lambda/feedback/hits';
import { judge } from '../../../lambda/feedback/judge';
import type { Reading, Token } from '../../../lambda/feedback/words';
import type { ClaimRef } from './rule';

/** The claims that are listened for, by everything that may be said for them: many answers are held against all of them at once. */
export interface Listening {
  /** By the first stem of a phrase. */
  readonly phrases: ReadonlyMap<string, readonly Listened[]>;
}

/** A phrase, and every slot of every claim that it fills. */
interface Listened {
  readonly stems: readonly string[];
  readonly fills: { readonly ref: ClaimRef; readonly slot: number }[];
}

/** Puts the phrases of many claims together; what recognition only mishears is left out. */
export function listenFor(claims: readonly ClaimRef[]): Listening {
  const byText = new Map<string, Listened>();
  for (const ref of claims)
    ref.claim.slots.forEach(({ any }, slot) => {
      for (const text of any) {
        const known = byText.get(text);
        if (known) known.fills.push({ ref, slot });
        else byText.set(text, { stems: text.split(' '), fills: [{ ref, slot }] });
      }
    });
  const phrases = new Map<string, Listened[]>();
  for (const listened of byText.values()) {
    const first = listened.stems[0] ?? '';
    phrases.set(first, [...(phrases.get(first) ?? []), listened]);
  }
  return { phrases };
}

/** The claims that an answer makes, each with the words that make it; `counts` says which are of interest. */
export function heardIn(
  { tokens }: Reading,
  { phrases }: Listening,
  counts: (ref: ClaimRef) => boolean,
): ReadonlyMap<ClaimRef, readonly Hit[]> {
  const found = new Map<ClaimRef, Hit[]>();
  tokens.forEach((token, first) => {
    for (const { stems, fills } of phrases.get(token.stem) ?? []) {
      if (!standsAt(tokens, first, stems)) continue;
      const last = first + stems.length - 1;
      const words = tokens.slice(first, last + 1);
      for (const { ref, slot } of fills) {
        const hit = { slot, first, last, words };
        const hits = found.get(ref);
        if (hits) hits.push(hit);
        else if (counts(ref)) found.set(ref, [hit]);
      }
    }
  });
  const made = new Map<ClaimRef, readonly Hit[]>();
  for (const [ref, hits] of found) {
    const words = wordsFor(ref, tokens, hits);
    if (words.length > 0) made.set(ref, words);
  }
  return made;
}

const standsAt = (tokens: readonly Token[], first: number, stems: readonly string[]): boolean =>
  stems.every((stem, i) => tokens[first + i]?.stem === stem);

/** The words that make a claim; none when a slot stays empty or the polarity is another. */
function wordsFor({ kind, claim }: ClaimRef, tokens: readonly Token[], hits: readonly Hit[]): readonly Hit[] {
  if (new Set(hits.map(({ slot }) => slot)).size < claim.slots.length) return [];
  // A red flag or misconception is let off by any "not", unless its author says otherwise.
  const judged = kind === 'keyPoint' ? claim : ({ polarity: 'affirmed', ...claim } as const);
  const verdict = judge(judged, tokens, hits);
  return verdict.is === 'made' ? verdict.hits : [];
}
