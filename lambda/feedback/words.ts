import stem from 'wink-porter2-stemmer';
import { CLAUSE_BREAKS, FILLERS, NEGATORS, RAISING, SUBJECTS } from './little-words';
import { numberAt } from './numbers';
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

/** Lower-case words without punctuation; hyphens part, "p. d. f." becomes one word. */
function rawWords(text: string): string[] {
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
    tokens.push({ ...from, stem: NEGATORS.has(text) ? text : stem(text), clause });
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

/** Contractions written out, endings with an apostrophe off, one spelling. */
function expand(from: Word): Part[] {
  const whole = IRREGULAR.get(from.word) ?? from.word.replace(NOT, '$1 not');
  const plain = american(whole.replace(/'(s|d|ll|ve|re|m)$/, '').replace(/'/g, ''));
  const texts = parted(plain) ?? plain.split(' ');
  return texts.map((text) => ({ text, from }));
}

/** Numbers in words become digits. */
function numbers(parts: readonly Part[]): Part[] {
  const texts = parts.map((part) => part.text);
  const out: Part[] = [];
  for (let i = 0; i < parts.length; ) {
    const number = numberAt(texts, i);
    const length = number?.length ?? 1;
    const part = merge(parts.slice(i, i + length), number ? String(number.value) : undefined);
    if (part) out.push(part);
    i += length;
  }
  return out;
}

/** Neighbours that make one word become it. */
function compounds(parts: readonly Part[]): Part[] {
  const out: Part[] = [];
  for (let i = 0; i < parts.length; ) {
    const pair = parts.slice(i, i + 2);
    const [first, second] = pair;
    const word = first && second ? joined(first.text, second.text) : undefined;
    const part = merge(word === undefined ? pair.slice(0, 1) : pair, word);
    if (part) out.push(part);
    i += word === undefined ? 1 : 2;
  }
  return out;
}

function merge(parts: readonly Part[], text: string | undefined): Part | undefined {
  const [first] = parts;
  if (!first || text === undefined) return first;
  return { text, from: { ...first.from, word: [...new Set(parts.map((part) => part.from.word))].join(' ') } };
}
