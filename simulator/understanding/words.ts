/** One word as the understanding compares it (`key`) and as the skill is given it (`text`; empty for the second half of a contraction). */
export interface Word {
  readonly key: string;
  readonly text: string;
}

const NUMBER_WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** Words that are said alike, or that a listener does not tell apart. */
const SAME = new Map([
  ['practise', 'practice'],
  ['practising', 'practicing'],
  ['ok', 'okay'],
  ['yea', 'yeah'],
  ['gimme', 'give me'],
  ['wanna', 'want to'],
  ['gonna', 'going to'],
  ['cannot', 'can not'],
  ["can't", 'can not'],
  ["won't", 'will not'],
  ["let's", 'let us'],
]);

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/n't$/, 'not'],
  [/'d$/, 'would'],
  [/'m$/, 'am'],
  [/'ll$/, 'will'],
  [/'ve$/, 'have'],
  [/'re$/, 'are'],
];

/** Only these take `'s` for "is"; elsewhere it is a possessive. */
const IS = /^(what|that|how|who|where|it|there|here|he|she)'s$/;

/**
 * A sentence as speech recognition would hand it over: lower case, no punctuation but apostrophes, and each word beside the key
 * it is compared by, in which contractions are opened ("I'd" is "i would") and single digits are words.
 */
export function words(sentence: string): readonly Word[] {
  return spokenForm(sentence)
    .split(' ')
    .filter((text) => text !== '')
    .flatMap((text) => keysOf(text).map((key, i) => ({ key, text: i === 0 ? text : '' })));
}

/** The keys of a sentence. */
export const keys = (sentence: string): readonly string[] => words(sentence).map((word) => word.key);

/** The words between two places as text. A contraction that is cut in half gives the half that lies inside. */
export function textOf(all: readonly Word[], from: number, to: number): string {
  const inside = all.slice(from, to);
  return inside
    .map((word, i) => (i === 0 && word.text === '' ? word.key : word.text))
    .filter((text) => text !== '')
    .join(' ');
}

/** Lower case, straight apostrophes, initials drawn together ("n. a. r. a." is "nara"), no other punctuation. */
function spokenForm(sentence: string): string {
  return sentence
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/(?:\b\p{L}\. ?){2,}/gu, (initials) => `${initials.replace(/[. ]/g, '')} `)
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/[^\p{L}\p{M}\p{N}']+/gu, ' ')
    .replace(/(^|\s)'+|'+(?=\s|$)/g, '$1')
    .trim();
}

function keysOf(text: string): readonly string[] {
  const same = SAME.get(text);
  if (same !== undefined) return same.split(' ');
  if (/^\d{1,2}$/.test(text)) return [NUMBER_WORDS[Number(text)] ?? text];
  if (IS.test(text)) return [text.slice(0, -2), 'is'];
  const ending = ENDINGS.find(([pattern]) => pattern.test(text));
  return ending === undefined ? [text] : [text.replace(ending[0], ''), ending[1]];
}

/** A word without its plural or verb ending: enough to see that "topics" is "topic" and "asking" is "ask". */
export function root(key: string): string {
  const singular = /[^siu]s$/.test(key) && key.length > 3 ? key.slice(0, -1) : key.replace(/ies$/, 'y');
  if (singular.length > 6 && singular.endsWith('ing')) return singular.slice(0, -3);
  return singular.length > 5 && singular.endsWith('ed') ? singular.slice(0, -2) : singular;
}
