import type { Claim } from '../bank/types';
import { soundOf } from './phrase';
import type { Prepared } from './prepared';
import type { Reading, Token, Word } from './words';

/** Words of an answer that fill a slot. */
export interface Hit {
  readonly slot: number;
  /** The first and the last of the tokens. */
  readonly first: number;
  readonly last: number;
  readonly words: readonly Word[];
}

export type Hits = ReadonlyMap<Claim, readonly Hit[]>;

/** What an answer holds of each claim: by its phrases, and by what recognition is known to make of them. */
export interface PhraseHits {
  readonly sure: Hits;
  readonly unsure: Hits;
}

/** Finds every phrase of the question whose stems stand side by side within one piece. */
export function phraseHits({ tokens }: Reading, { phrases }: Prepared): PhraseHits {
  const sure = new Map<Claim, Hit[]>();
  const unsure = new Map<Claim, Hit[]>();
  tokens.forEach((token, first) => {
    for (const phrase of phrases.get(token.stem) ?? []) {
      if (!standsAt(tokens, first, phrase.stems)) continue;
      const last = first + phrase.stems.length - 1;
      const hit = { slot: phrase.slot, first, last, words: tokens.slice(first, last + 1) };
      add(phrase.sure ? sure : unsure, phrase.claim, hit);
    }
  });
  return { sure, unsure };
}

function standsAt(tokens: readonly Token[], first: number, stems: readonly string[]): boolean {
  const piece = tokens[first]?.piece;
  return stems.every((stem, i) => tokens[first + i]?.stem === stem && tokens[first + i]?.piece === piece);
}

/** Recognition parts and joins words as it likes, so up to so many are joined before they are compared by sound. */
const MOST_JOINED = 3;

/** Finds where one to three joined words sound like an alternative of a slot. */
export function soundHits({ words, tokens }: Reading, { sounds }: Prepared): Hits {
  const hits = new Map<Claim, Hit[]>();
  if (sounds.size === 0) return hits;
  let first = 0;
  words.forEach((word, i) => {
    while (first < tokens.length && (tokens[first]?.at ?? 0) < word.at) first++;
    for (let count = 1; count <= MOST_JOINED; count++) {
      const run = words.slice(i, i + count);
      if (run.length < count || run.at(-1)?.piece !== word.piece) return;
      for (const { claim, slot } of sounds.get(soundOf(run.map((each) => each.word).join(''))) ?? []) {
        add(hits, claim, { slot, first, last: first, words: run });
      }
    }
  });
  return hits;
}

function add(hits: Map<Claim, Hit[]>, claim: Claim, hit: Hit): void {
  const before = hits.get(claim);
  if (before) before.push(hit);
  else hits.set(claim, [hit]);
}

/** All slots of a claim have to be filled within so many words. */
const WINDOW = 24;

/** The hits, one a slot, of the first window that fills the most slots. */
export function bestWindow(hits: readonly Hit[]): readonly Hit[] {
  const inOrder = [...hits].sort((a, b) => from(a) - from(b));
  let best: readonly Hit[] = [];
  inOrder.forEach((start, i) => {
    const limit = from(start) + WINDOW;
    const chosen = new Map<number, Hit>();
    for (const hit of inOrder.slice(i)) {
      if (from(hit) >= limit) break;
      if (to(hit) < limit && !chosen.has(hit.slot)) chosen.set(hit.slot, hit);
    }
    if (chosen.size > best.length) best = [...chosen.values()];
  });
  return best;
}

const from = (hit: Hit) => hit.words[0]?.at ?? 0;
const to = (hit: Hit) => hit.words.at(-1)?.at ?? 0;

/** The heard words of some hits, in their order, each once. */
export function evidenceOf(hits: readonly Hit[]): string[] {
  const words = new Map(hits.flatMap((hit) => hit.words.map((word): [number, string] => [word.at, word.word])));
  return [...words].sort(([a], [b]) => a - b).map(([, word]) => word);
}
