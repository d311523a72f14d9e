import { doubleMetaphone } from 'double-metaphone';
import { stemsOf } from './words';

/** A phrase in the form in which it is compared: Porter-2 stems joined by blanks, fillers out. '' when only fillers are left. */
export function compilePhrase(text: string): string {
  return stemsOf(text).join(' ');
}

/** True for a word that is dropped before phrases are compared, so that it cannot be a phrase of its own. */
export function isFiller(word: string): boolean {
  return compilePhrase(word) === '';
}

/** Shorter codes are shared by too many everyday words. */
const SAFE_SOUND = 5;

/** How a phrase sounds: the primary double metaphone code of its joined words, a plural s aside; '' when too short to be safe. */
export function soundOf(text: string): string {
  const letters = text.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length < SAFE_SOUND) return '';
  const [code] = doubleMetaphone(letters.replace(/([^s])s$/, '$1'));
  return code.length < SAFE_SOUND ? '' : code;
}
