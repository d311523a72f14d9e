import type { Jurisdiction } from '../bank/types';
import type { Correction } from '../coach/acts';

/** Follows the topic of a question. */
export const WHOSE: { readonly [J in Jurisdiction]: string } = {
  general: '',
  us: ' under United States law',
  'us-federal': ' under United States federal rules',
  'us-ca': ' under California law',
  uk: ' under United Kingdom law',
  eu: ' under European Union law',
  international: ' from the international standards',
};

/** Follows a correction that does not say itself where it holds. */
const SOURCES: { readonly [J in Jurisdiction]: string } = {
  general: '',
  us: ' I have that from guidance in the United States.',
  'us-federal': ' I have that from United States federal guidance.',
  'us-ca': ' I have that from California law.',
  uk: ' I have that from guidance in the United Kingdom.',
  eu: ' I have that from European Union rules.',
  international: '',
};

/** The places whose rules a listener takes for granted. */
const AT_HOME: { readonly [locale: string]: Jurisdiction } = { 'en-US': 'us', 'en-GB': 'uk' };

/** A correction, with whose rule it is where that is not the listener's own. */
export const correctionIn = (locale: string, { say, whose }: Correction): string =>
  whose === undefined || AT_HOME[locale] === whose ? say : `${say}${SOURCES[whose]}`;
