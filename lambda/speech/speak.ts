import type { Act, Acts, Ask, Asks } from '../coach/acts';
import type { Rate } from '../coach/kept';
import { ACTS, ASKS, REPROMPTS, type Voice } from './en';
import { withoutQuiet, withQuiet } from './quiet';

/** A reply in words: plain for the transcript and for "repeat", and as the SSML that is sent. */
export interface Spoken {
  readonly speech: string;
  readonly reprompt?: string;
  /** The speech in its two parts. */
  readonly told: string;
  readonly asked: string;
}

/** Puts words to acts and to the one thing asked. */
export function speak(say: readonly Act[], ask: Ask | undefined, voice: Voice): Spoken {
  const told = join(say.map((act) => wordsOf(act, voice)));
  if (ask === undefined) return { speech: told, told, asked: '' };
  const asked = askWords(ask, voice);
  return { speech: join([told, asked]), told, asked, reprompt: repromptWords(ask, voice) };
}

/** Acts about the talk itself, which nobody wants to hear again. */
const ASIDES: ReadonlySet<Act['act']> = new Set([
  'not-understood',
  'no-words',
  'nothing-yet',
  'listening',
  'calm',
  'later',
  'rate',
  'pause',
  'ready',
]);

/** A reply without them. */
export const worthRepeating = (say: readonly Act[]): readonly Act[] => say.filter(({ act }) => !ASIDES.has(act));

/**
 * SSML of plain words: escaped, at the listener's rate, said as the lexicon says, with the quiet that is in them. `quiet` is the address of
 * the recordings.
 */
export function ssml(plain: string, rate: Rate, { quiet, pronounce }: Pick<Voice, 'quiet' | 'pronounce'> = {}): string {
  const marked = (words: string) => (pronounce ? pronounce(words, escapeMarkup) : escapeMarkup(words));
  return `<speak>${withQuiet(plain, quiet, (words) => atRate(marked(words), rate))}</speak>`;
}

const atRate = (words: string, rate: Rate): string =>
  rate === 'medium' || words.trim() === '' ? words : `<prosody rate="${RATE[rate]}">${words}</prosody>`;

/** Words without the marks that only speech needs, for cards and screens. */
export const readable = (plain: string): string => withoutQuiet(plain).replace(/ +/g, ' ').trim();

const RATE = { slow: '85%', fast: '115%' } as const;

const join = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

const ESCAPES: { readonly [c: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Markup characters escaped; characters that XML 1.0 does not allow become blanks. */
const escapeMarkup = (text: string): string =>
  text
    .toWellFormed()
    .replace(NOT_IN_XML, ' ')
    .replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c);

const NOT_IN_XML = /[\p{Cc}\ufffe\uffff]/gu;

const wordsOf = <K extends keyof Acts>(act: Act<K>, voice: Voice): string => ACTS[act.act](act, voice);

const askWords = <K extends keyof Asks>(ask: Ask<K>, voice: Voice): string => ASKS[ask.ask](ask, voice);

const repromptWords = <K extends keyof Asks>(ask: Ask<K>, voice: Voice): string => REPROMPTS[ask.ask](ask, voice);
