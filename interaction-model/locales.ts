import { EN } from './language/en';
import type { LanguageFile } from './language/language';

export const LOCALES = ['en-US', 'en-GB', 'en-CA', 'en-AU', 'en-IN'] as const;
export type Locale = (typeof LOCALES)[number];

/** Words of the language file, and how the locale writes them. Whole words or phrases, in lower case. */
type Spelling = readonly (readonly [shared: string, local: string])[];

/** One locale: the language that it shares, and how its spelling differs. */
export interface LocaleFile {
  readonly language: LanguageFile;
  readonly spelling: Spelling;
}

const COMMONWEALTH = [
  ['behavior', 'behaviour'],
  ['behavioral', 'behavioural'],
  ['catalog', 'catalogue'],
  ['cataloging', 'cataloguing'],
  ['center', 'centre'],
  ['labeling', 'labelling'],
  ['i practice', 'i practise'],
  ['me practice', 'me practise'],
  ['them practice', 'them practise'],
  ['to practice', 'to practise'],
] as const satisfies Spelling;

/** Canada writes these with a z, as America does. */
const BRITISH = [
  ...COMMONWEALTH,
  ['apologized', 'apologised'],
  ['digitization', 'digitisation'],
  ['digitize', 'digitise'],
  ['digitizing', 'digitising'],
  ['organization', 'organisation'],
  ['organize', 'organise'],
  ['organizing', 'organising'],
] as const satisfies Spelling;

/** Every locale of the skill. A locale without a language does not compile. */
export const LOCALE_FILES = {
  'en-US': { language: EN, spelling: [] },
  'en-GB': { language: EN, spelling: BRITISH },
  'en-CA': { language: EN, spelling: COMMONWEALTH },
  'en-AU': { language: EN, spelling: BRITISH },
  'en-IN': { language: EN, spelling: BRITISH },
} as const satisfies Record<Locale, LocaleFile>;

/** How a locale writes a text of the shared language. Capitals at the beginning of a word stay. */
export function speller(spelling: Spelling): (text: string) => string {
  if (spelling.length === 0) return (text) => text;
  const local = new Map(spelling);
  const words = new RegExp(`\\b(?:${[...local.keys()].join('|')})\\b`, 'gi');
  return (text) => text.replace(words, (found) => likewise(found, local.get(found.toLowerCase()) ?? found));
}

const likewise = (found: string, local: string): string =>
  found.charAt(0) === found.charAt(0).toLowerCase() ? local : local.charAt(0).toUpperCase() + local.slice(1);
