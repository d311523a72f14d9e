import porter2 from 'wink-porter2-stemmer';
import { CLAUSE_BREAKS, FILLERS, NEGATORS, RAISING, SUBJECTS } from './little-words';
import { numberAt } from './numbers';
import { remembered } from './remembered';
import { american, joined, parted } from './spelling';

/** A word as it was heard. */
export interface Word {
  readonly word: string;
  /** Position in the whole answer, counted in real words over all pieces. */
  readonly at: number;
  readonly piece: number;
}

/** A word that counts, as its stem. Fillers have no token; "thirty five" has one, "don't" gives one for its "not". */
export interface Token extends Word {
  readonly stem: string;
  /** Grows wherever a negator stops reaching: at a new piece, a conjunction, a new subject. */
  readonly clause: number;
}

/** An answer, read. */
export interface Reading {
  readonly words: readonly Word[];
  readonly tokens: readonly Token[];
}

/** Reads the pieces of an answer. Any text is fine, also none. */
export function read(pieces: readonly string[]): Reading {
  const words: Word[] = [];
  const tokens: Token[] = [];
  pieces.forEach((text, piece) => {
    const heard = rawWords(text).map((word, i): Word => ({ word, at: words.length + i, piece }));
    const clause = (tokens.at(-1)?.clause ?? -1) + 1;
    words.push(...heard);
    tokens.push(...tokensOf(heard, clause));
  });
  return { words, tokens };
}

/** The stems of a text, fillers out. */
export function stemsOf(text: string): string[] {
  return read([text]).tokens.map((token) => token.stem);
}

const WORD = /\p{N}+(?:\.\p{N}+)+|[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu;

/** What recognition writes, and authors: it needs no mending before words are taken from it. */
const PLAIN = /^[a-z0-9' ]*$/;

/** Lower-case words without punctuation; hyphens part, "p. d. f." becomes one word. */
function rawWords(text: string): string[] {
  if (PLAIN.test(text)) return spelledOut(text.match(/[a-z0-9]+(?:'[a-z0-9]+)*/g) ?? []);
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/&/g, ' and ')
    .replace(/%/g, ' percent ')
    .replace(/(\d),(?=\d{3}\b)/g, '$1')
    .replace(/\b(?:[a-z]\. ?){2,}/g, (letters) => `${letters.replace(/[. ]/g, '')} `);
  return spelledOut(plain.match(WORD) ?? []);
}

/** Joins letters that were spelled out ("f o i a"); two letters only where neither is a word by itself. */
function spelledOut(words: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < words.length; ) {
    const word = words[i] ?? '';
    if (word.length > 1) {
      out.push(word);
      i++;
      continue;
    }
    let end = i;
    while (/^[a-z]$/.test(words[end] ?? '')) end++;
    const run = words.slice(i, end).join('');
    const joins = run.length > 2 || (run.length === 2 && !/[ai]/.test(run));
    out.push(...(joins ? [run] : words.slice(i, Math.max(end, i + 1))));
    i = Math.max(end, i + 1);
  }
  return out;
}

/** One or two plain words that a heard word stands for, with where it stood. */
interface Part {
  readonly text: string;
  readonly from: Word;
}

function tokensOf(heard: readonly Word[], firstClause: number): Token[] {
  const parts = compounds(numbers(heard.flatMap(expand)));
  const tokens: Token[] = [];
  let clause = firstClause;
  for (const { text, from } of parts) {
    if (CLAUSE_BREAKS.has(text) || (SUBJECTS.has(text) && !raises(tokens))) clause++;
    if (FILLERS.has(text)) continue;
    const { word, at, piece } = from;
    tokens.push({ word, at, piece, stem: NEGATORS.has(text) ? text : stem(text), clause });
  }
  return tokens;
}

/** True after "don't think" and its kin: the "not" belongs to what follows. */
function raises(tokens: readonly Token[]): boolean {
  const verb = tokens.at(-1);
  const negator = tokens.at(-2);
  return verb !== undefined && negator !== undefined && RAISING.has(verb.stem) && NEGATORS.has(negator.stem);
}

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "won't": 'will not',
    wont: 'will not',
    "can't": 'can not',
    cant: 'can not',
    cannot: 'can not',
    "shan't": 'shall not',
    "ain't": 'is not',
    "o'clock": 'oclock',
  }),
);
const NOT = /^(do|does|did|is|are|was|were|would|could|should|has|have|had|must|need|might)n'?t$/;

const stem = remembered(porter2);

/** Contractions written out, endings with an apostrophe off, one spelling. */
const expanded = remembered((word): readonly string[] => {
  const whole = IRREGULAR.get(word) ?? word.replace(NOT, '$1 not');
  const plain = american(whole.replace(/'(s|d|ll|ve|re|m)$/, '').replace(/'/g, ''));
  return parted(plain) ?? plain.split(' ');
});

const expand = (from: Word): Part[] => expanded(from.word).map((text) => ({ text, from }));

/** Numbers in words become digits. */
function numbers(parts: readonly Part[]): Part[] {
  const texts = parts.map((part) => part.text);
  const out: Part[] = [];
  for (let i = 0; i < parts.length; i++) {
    const number = numberAt(texts, i);
    const part = number ? merge(parts.slice(i, i + number.length), String(number.value)) : parts[i];
    if (part) out.push(part);
    if (number) i += number.length - 1;
  }
  return out;
}

/** Neighbours that make one word become it. */
function compounds(parts: readonly Part[]): Part[] {
  const out: Part[] = [];
  for (let i = 0; i < parts.length; i++) {
    const [first, second] = [parts[i], parts[i + 1]];
    const word = first && second && joined(first.text, second.text);
    const part = word === undefined ? first : merge(parts.slice(i, i + 2), word);
    if (part) out.push(part);
    if (word !== undefined) i++;
  }
  return out;
}

function merge(parts: readonly Part[], text: string | undefined): Part | undefined {
  const [first] = parts;
  if (!first || text === undefined) return first;
  return { text, from: { ...first.from, word: [...new Set(parts.map((part) => part.from.word))].join(' ') } };
}
