import type { Pronunciation } from '../bank/types';

/** Words as markup: what the lexicon knows is said in its way, and everything goes through `mark`. */
export type Pronounce = (words: string, mark: (text: string) => string) => string;

/**
 * Says what the lexicon says. Words are found as they are written, capitals and all, the longest first; a plural keeps its s. Texts stay as
 * they are for cards and screens: only the markup tells a voice.
 */
export function pronouncing(lexicon: readonly Pronunciation[]): Pronounce {
  if (lexicon.length === 0) return (words, mark) => mark(words);
  const spoken = new Map(lexicon.map((entry) => [entry.written, entry.spoken]));
  const longestFirst = [...spoken.keys()].sort((a, b) => b.length - a.length);
  const known = new RegExp(`(?<![A-Za-z0-9])(${longestFirst.join('|')})(s?)(?![A-Za-z0-9])`, 'g');
  return (words, mark) => {
    let marked = '';
    let done = 0;
    for (const { 0: found, 1: written = '', 2: plural = '', index } of words.matchAll(known)) {
      const alias = `${spoken.get(written) ?? written}${plural}`;
      marked += `${mark(words.slice(done, index))}<sub alias="${mark(alias)}">${mark(found)}</sub>`;
      done = index + found.length;
    }
    return marked + mark(words.slice(done));
  };
}
