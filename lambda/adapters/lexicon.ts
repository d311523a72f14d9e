import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pronunciation } from '../bank/types';
import { BankFileError } from './bank-file';

export const LEXICON_FILE = 'lexicon.json';

/** How abbreviations are said, from the built bank's folder: a small file that is read once. Throws `BankFileError`. */
export function readLexicon(dir: string): readonly Pronunciation[] {
  const path = join(dir, LEXICON_FILE);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new BankFileError(path, 'is missing or cannot be read', cause);
  }
  if (!Array.isArray(value) || !value.every(isPair)) throw new BankFileError(path, 'is damaged');
  return value.map(([written, spoken]) => ({ written, spoken }));
}

const isPair = (value: unknown): value is [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'string');
