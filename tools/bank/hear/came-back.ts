import type { Question } from '../../../lambda/bank/types';
import { type Hits, phraseHits, soundHits } from '../../../lambda/feedback/hits';
import { prepare } from '../../../lambda/feedback/prepared';
import { read } from '../../../lambda/feedback/words';
import { phraseOf } from '../phrase';
import type { Term } from './terms';

/** What recognition made of a phrase, and whether its slot is filled all the same. */
export interface CameBack {
  /** The words in the place of the phrase. */
  readonly words: string;
  /** By the phrase itself or another of the slot, by a misrecognition that the author gave, by its sound, or not at all. */
  readonly caught: 'heard' | 'heardAs' | 'sound' | 'lost';
}

/** Compares what was said with what was heard. */
export function cameBack(question: Question, term: Term, heard: string): CameBack {
  const reading = read([heard]);
  const { sure, unsure } = phraseHits(reading, prepare(question));
  const fills = (hits: Hits): boolean => (hits.get(term.ref.claim) ?? []).some(({ slot }) => slot === term.slot);
  const words = inPlaceOf(term.phrase, wordsOf(term.sentence), wordsOf(heard));
  if (fills(sure)) return { words, caught: 'heard' };
  if (fills(unsure)) return { words, caught: 'heardAs' };
  return { words, caught: fills(soundHits(reading, prepare(question))) ? 'sound' : 'lost' };
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** The heard words between those that were heard rightly on either side of a phrase. */
function inPlaceOf(phrase: string, said: readonly string[], heard: readonly string[]): string {
  const [first, end] = placeOf(phrase, said);
  const pairs = inCommon(said, heard);
  const before = pairs.filter(([at]) => at < first).at(-1)?.[1] ?? -1;
  const after = pairs.find(([at]) => at >= end)?.[1] ?? heard.length;
  return heard.slice(before + 1, after).join(' ');
}

/** Where the words stand that are compared as the phrase is: the shortest run of them. */
function placeOf(phrase: string, said: readonly string[]): readonly [number, number] {
  const stems = phraseOf(phrase);
  for (let size = 1; size <= said.length; size++)
    for (let first = 0; first + size <= said.length; first++)
      if (phraseOf(said.slice(first, first + size).join(' ')) === stems) return [first, first + size];
  return [0, said.length];
}

/** Positions of the longest run of words, gaps allowed, that both have in the same order. */
function inCommon(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const longest = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => longest[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = longest[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  return pairs;
}
