import { EN } from '../../interaction-model/language/en';
import type { Spoken } from '../../interaction-model/language/language';
import { SETTINGS, type Setting } from '../bank/types';

/** Words as names are compared: lower case, without punctuation, "please" and the wake word. */
export const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/^ *(please|alexa)\b|\bplease *$/g, ' ')
    .replace(/ +/g, ' ')
    .trim();

/** True if words are one of these names, which are written with commas and hyphens that nobody says. */
export const isCalled = (words: string, names: readonly string[]): boolean =>
  names.some((name) => plainWords(name) === plainWords(words));

/** Everything that people say for a value. */
export const formsOf = ({ value, synonyms }: Spoken): readonly string[] => [value, ...synonyms];

/** The setting that people call so. */
export const settingCalled = (words: string): Setting | undefined =>
  SETTINGS.find((setting) => isCalled(words, formsOf(EN.settings[setting])));
