import { type IntentName, isIntentName, SLOTS, type SlotName } from '../../interaction-model/intents';
import { EN } from '../../interaction-model/language/en';
import { clockTime } from '../../interaction-model/language/en/clock';
import { type Bank, type Field, KINDS, LEVELS, SETTINGS } from '../bank/types';
import { DAY_PARTS, type Heard } from '../coach/heard';
import { formsOf, isCalled, plainWords, settingCalled } from './called';
import type { HeardSlot } from './envelope';
import { meaningOf } from './hear';
import { resolved } from './names';

/**
 * While an answer is listened for, a command arrives as the words of an answer. The whole text, matched against every command's samples,
 * is that command; a command inside a longer text is part of the answer. Nothing when it is an answer. `asked` gives what the coach has just said.
 */
export function commandIn(
  text: string,
  bank: Bank,
  fieldId: string | undefined,
  asked: () => string = () => '',
): Heard | undefined {
  const said = plainWords(text);
  if (said === '' || said.split(' ').length > LONGEST_COMMAND) return undefined;
  const words = said.replace(SIGHS, '');
  const exact = exactly().get(said) ?? exactly().get(words);
  if (exact) return meaningOf(exact, {});
  const field = fieldId === undefined ? undefined : bank.field(fieldId);
  for (const { intent, pattern } of patterns()) {
    const groups = pattern.exec(words)?.groups;
    const slots = groups && slotsOf(groups, bank, field);
    if (slots) return meaningOf(intent, slots);
  }
  return unknownWord(words, asked);
}

/** A word that nobody has explained, asked for by its meaning; or in any words, where the coach has just used it. */
function unknownWord(words: string, asked: () => string): Heard | undefined {
  for (const { intent, pattern } of patterns()) {
    const word = intent === 'ExplainTermIntent' ? pattern.exec(words)?.groups?.term : undefined;
    if (word === undefined || word.split(' ').length > LONGEST_WORD) continue;
    const isAsked = () => words.startsWith('what') && ` ${plainWords(asked())} `.includes(` ${word} `);
    if (ASKS_MEANING.test(words) || isAsked()) return meaningOf(intent, { term: { value: word } });
  }
  return undefined;
}

const LONGEST_WORD = 3;
const ASKS_MEANING = /\bmeans?$|\bmean by\b|\bmeaning of\b|^i don't understand\b/;

const LONGEST_COMMAND = 16;

/** What people breathe out before they say what they want. */
const SIGHS = /^(?:(?:o+h|a+h|wow|whoa|hm+|mm+|um+|uh+|erm?|phew|gosh|okay|ok) )+/;

/** Intents whose samples are pieces of answers, or names and times that an answer may consist of. */
const NO_COMMANDS: ReadonlySet<string> = new Set<IntentName>([
  'AnswerIntent',
  'AnswerWouldIntent',
  'AnswerWouldNotIntent',
  'AnswerFirstIntent',
  'AnswerLastJobIntent',
  'AnswerHaveIntent',
  'AnswerIfIntent',
  'AnswerBecauseIntent',
  'CatchAllIntent',
  'NameAloneIntent',
  'TimeAloneIntent',
]);

/** Every sample of every command, with the usual phrases of Alexa's own intents. */
function* commandSamples(): Generator<readonly [IntentName, string]> {
  for (const table of [EN.samples, EN.builtInPhrases]) {
    for (const [intent, samples] of Object.entries(table)) {
      if (!isIntentName(intent) || NO_COMMANDS.has(intent)) continue;
      for (const sample of samples) yield [intent, sample];
    }
  }
}

/** Made when first needed and kept: most turns of a cold start have no use for it. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const exactly = once((): ReadonlyMap<string, IntentName> => {
  const plain = [...commandSamples()].filter(([, sample]) => !sample.includes('{'));
  return new Map(plain.map(([intent, sample]) => [plainWords(sample), intent]));
});

/** The numbers that people say of questions and minutes; Alexa itself sends digits. */
const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  'one two three four five six seven eight nine ten'.split(' ').map((word, i) => [word, String(i + 1)]),
)
  .set('fifteen', '15')
  .set('twenty', '20')
  .set('thirty', '30')
  .set('sixty', '60')
  .set('ninety', '90');

/** One of several forms; the longest is tried first. */
const oneOf = (forms: readonly string[]): string => [...forms].sort((a, b) => b.length - a.length).join('|');

const FORMS: Readonly<Record<string, string>> = {
  level: oneOf(LEVELS.flatMap((level) => formsOf(EN.levels[level]))),
  kind: oneOf(KINDS.flatMap((kind) => formsOf(EN.kinds[kind]))),
  setting: oneOf(SETTINGS.flatMap((setting) => formsOf(EN.settings[setting]))),
  daypart: oneOf(DAY_PARTS.flatMap((part) => formsOf(EN.dayparts[part]))),
};

interface Pattern {
  readonly intent: IntentName;
  readonly pattern: RegExp;
}

const patterns = once((): readonly Pattern[] =>
  [...commandSamples()]
    .filter(([, sample]) => sample.includes('{'))
    .map(([intent, sample]) => ({ intent, pattern: patternOf(sample) })),
);

/**
 * A sample as a pattern with a group for each slot. Samples hold letters, blanks, apostrophes and hyphens only. Levels and kinds are spelled
 * out, so that it is plain where they end.
 */
const patternOf = (sample: string): RegExp =>
  new RegExp(
    `^${sample.replaceAll('-', ' ').replace(/\{(\w+)\}/g, (_, slot: string) => `(?<${slot}>${FORMS[slot] ?? '.+?'})`)}$`,
  );

/** The slots with the ids of their values; nothing unless the bank knows every one of them. */
function slotsOf(
  groups: Readonly<Record<string, string>>,
  bank: Bank,
  field: Field | undefined,
): Readonly<Record<string, HeardSlot>> | undefined {
  const slots: Record<string, HeardSlot> = {};
  for (const [slot, words] of Object.entries(groups)) {
    const id = idOf(slot, words, bank, field);
    if (id === undefined) return undefined;
    slots[slot] = resolved({ value: isWritten(slot) ? id : words }, id);
  }
  return slots;
}

/** Numbers and times come in digits, not in the words that were said. */
const WRITTEN: ReadonlySet<string> = new Set(['AMAZON.NUMBER', 'AMAZON.TIME']);

const isWritten = (slot: string): boolean => slot in SLOTS && WRITTEN.has(SLOTS[slot as SlotName]);

function idOf(slot: string, words: string, bank: Bank, field: Field | undefined): string | undefined {
  switch (slot) {
    case 'field':
      return bank.named(words);
    case 'topic':
      return field?.topics.find((t) => isCalled(words, [t.name, ...t.aliases]))?.id;
    case 'term':
      return field?.terms.find((t) => isCalled(words, [t.term, ...t.aliases]))?.id;
    case 'level':
      return LEVELS.find((level) => isCalled(words, formsOf(EN.levels[level])));
    case 'kind':
      return KINDS.find((kind) => isCalled(words, formsOf(EN.kinds[kind])));
    case 'setting':
      return settingCalled(words);
    case 'daypart':
      return DAY_PARTS.find((part) => isCalled(words, formsOf(EN.dayparts[part])));
    case 'time':
      return clockTime(words);
    case 'count':
    case 'minutes':
    case 'seconds':
      return /^\d+$/.test(words) ? words : NUMBER_WORDS.get(words);
    default:
      return undefined;
  }
}
