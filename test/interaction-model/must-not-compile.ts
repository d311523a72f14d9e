/**
 * Mistakes that the compiler has to refuse. Each line below a directive must not compile: when one does, the directive itself is an error,
 * here and in `npm run typecheck`.
 */
import type { AmazonIntent, IntentName, Slots, SlotsOf } from '../../interaction-model/intents';
import { EN } from '../../interaction-model/language/en';
import { type LanguageFile, samples } from '../../interaction-model/language/language';
import type { Locale, LocaleFile } from '../../interaction-model/locales';

type Handlers = { readonly [I in IntentName]: (slots: Slots<I>) => string };
declare const handlers: Handlers;
const { 'AMAZON.HelpIntent': help, ...withoutHelp } = handlers;
const { SkipIntent: skip, ...withoutSkip } = handlers;

export const whole: Handlers = { ...withoutHelp, 'AMAZON.HelpIntent': help };

// @ts-expect-error Amazon has no intent of this name
export const unheardOf: AmazonIntent = 'AMAZON.HelpHandler';

// @ts-expect-error a handler is forgotten
export const forgotten: Handlers = withoutSkip;

export const misspelt: Handlers = {
  ...withoutHelp,
  // @ts-expect-error Amazon has no intent of this name
  'AMAZON.HelpHandler': help,
};

export const ours: Handlers = {
  ...withoutSkip,
  SkipIntent: skip,
  // @ts-expect-error nor have we of this one
  SkippIntent: skip,
};

export const slot: Handlers = {
  ...handlers,
  AskQuestionIntent: ({ topic }) => topic?.id ?? '',
  // @ts-expect-error the slot is called answer
  AnswerIntent: ({ anwser }) => anwser?.spoken ?? '',
  // @ts-expect-error an intent without slots has none
  HintIntent: ({ topic }) => topic?.spoken ?? '',
};

export const known: SlotsOf<'AskQuestionIntent'> = 'level';
// @ts-expect-error the slot stands in another intent
export const elsewhere: SlotsOf<'AskQuestionIntent'> = 'term';

export const right = samples({ ExplainTermIntent: ['what is a {term}', 'explain that'] });
// @ts-expect-error a sample names a slot that its intent does not have
export const wrong = samples({ ExplainTermIntent: ['what is a {temr}'] });
// @ts-expect-error samples for an intent that does not exist
export const stranger = samples({ ExplanTermIntent: ['what is a {term}'] });

const { HintIntent: hint, ...withoutHint } = EN.samples;
export const complete: LanguageFile = { ...EN, samples: { ...withoutHint, HintIntent: hint } };
// @ts-expect-error an intent has no samples
export const silent: LanguageFile = { ...EN, samples: withoutHint };

const english = { language: EN, spelling: [] } as const;
export const locales = {
  'en-US': english,
  'en-GB': english,
  'en-CA': english,
  'en-AU': english,
  'en-IN': english,
} satisfies Record<Locale, LocaleFile>;
// @ts-expect-error a locale is missing
export const short = { 'en-US': english, 'en-GB': english, 'en-CA': english, 'en-AU': english } satisfies Record<
  Locale,
  LocaleFile
>;
// @ts-expect-error a locale has no language, and so no samples
export const mute = { ...locales, 'en-IN': { spelling: [] } } satisfies Record<Locale, LocaleFile>;
