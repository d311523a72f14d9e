import type { IntentName, SlotsOf } from '../../interaction-model/intents';
import { CARRIERS } from '../../interaction-model/language/en';
import { KINDS, LEVELS } from '../bank/types';
import type { Filter, Heard, Plain } from '../coach/heard';
import type { HeardSlot } from './envelope';

/** What a slot holds: the bank's id when the value is one that the bank knows, else the words. */
interface Said {
  readonly id?: string;
  readonly words?: string;
}

type Slots<I extends IntentName> = { readonly [S in SlotsOf<I>]?: Said };
type Hear<I extends IntentName> = Plain | ((slots: Slots<I>) => Heard);

const answered =
  (carrier: string) =>
  (slots: { readonly answer?: Said }): Heard =>
    answerOf(slots.answer?.words, carrier);

/** Every intent and what it means: a forgotten one, or a slot that an intent does not have, does not compile. */
const HEARD: { readonly [I in IntentName]: Hear<I> } = {
  'AMAZON.HelpIntent': 'help',
  'AMAZON.StopIntent': 'stop',
  'AMAZON.CancelIntent': 'cancel',
  'AMAZON.FallbackIntent': 'fallback',
  'AMAZON.NavigateHomeIntent': 'home',
  'AMAZON.YesIntent': 'yes',
  'AMAZON.NoIntent': 'no',
  'AMAZON.RepeatIntent': 'repeat',
  AskQuestionIntent: askQuestion,
  AnswerIntent: answered(''),
  AnswerWouldIntent: answered(CARRIERS.AnswerWouldIntent),
  AnswerWouldNotIntent: answered(CARRIERS.AnswerWouldNotIntent),
  AnswerFirstIntent: answered(CARRIERS.AnswerFirstIntent),
  AnswerLastJobIntent: answered(CARRIERS.AnswerLastJobIntent),
  AnswerHaveIntent: answered(CARRIERS.AnswerHaveIntent),
  AnswerIfIntent: answered(CARRIERS.AnswerIfIntent),
  AnswerBecauseIntent: answered(CARRIERS.AnswerBecauseIntent),
  CatchAllIntent: ({ phrase }) => answerOf(phrase?.words, ''),
  AddMoreIntent: 'add-more',
  ThatsAllIntent: 'thats-all',
  ThinkIntent: 'think',
  HeardWhatIntent: 'what-heard',
  DidSayIntent: 'did-say',
  SlowerIntent: 'slower',
  FasterIntent: 'faster',
  ExplainTermIntent: ({ term }) => ({ kind: 'explain', ...idOrMissing('term', term) }),
  HintIntent: 'hint',
  WhyIntent: 'why',
  SampleAnswerIntent: 'sample',
  LongAnswerIntent: 'long-sample',
  KeyPointsIntent: 'key-points',
  FollowUpIntent: 'follow-up',
  SkipIntent: 'skip',
  NextQuestionIntent: 'next',
  GoBackIntent: 'back',
  TryAgainIntent: 'try-again',
  CheckMyselfIntent: 'self-check',
  AllPointsIntent: 'all-points',
  NoPointsIntent: 'no-points',
  SwitchFieldIntent: ({ field }) => ({ kind: 'switch-field', ...idOrMissing('field', field) }),
  ListFieldsIntent: 'list-fields',
  ListTopicsIntent: 'list-topics',
  SendLinkIntent: 'link',
  MoreQuestionsIntent: 'more-questions',
  YesIshIntent: 'yes',
  NoIshIntent: 'no',
  DontKnowIntent: 'dont-know',
};

/** What one intent means, with the slots as they came. An intent that the skill does not know is `unknown`. */
export function meaningOf(name: string, slots: Readonly<Record<string, HeardSlot>>): Heard {
  if (!isIntent(name)) return { kind: 'unknown' };
  return heardAs(name, saidIn(slots));
}

const isIntent = (name: string): name is IntentName => Object.hasOwn(HEARD, name);

function heardAs<I extends IntentName>(name: I, slots: Slots<I>): Heard {
  const hear: Hear<I> = HEARD[name];
  return typeof hear === 'function' ? hear(slots) : { kind: hear };
}

/** The words of every slot that was filled, with the id where entity resolution found one. */
const saidIn = (slots: Readonly<Record<string, HeardSlot>>): Readonly<Record<string, Said>> =>
  Object.fromEntries(
    Object.entries(slots).flatMap(([name, slot]) => {
      const id = matchIn(slot);
      const words = slot.value?.trim();
      return words ? [[name, { words, ...(id !== undefined && { id }) }]] : [];
    }),
  );

const matchIn = (slot: HeardSlot): string | undefined =>
  slot.resolutions?.resolutionsPerAuthority?.find((r) => r.status.code === 'ER_SUCCESS_MATCH')?.values?.[0]?.value.id;

/** An answer, with the words back that Alexa strips with the carrier. An empty slot means that no words came through. */
function answerOf(words: string | undefined, carrier: string): Heard {
  if (words === undefined) return { kind: 'fallback' };
  return { kind: 'answer', text: carrier === '' ? words : `${carrier} ${words}` };
}

function askQuestion(slots: Slots<'AskQuestionIntent'>): Heard {
  const { field, topic, level, kind } = slots;
  const unknown = [field, topic].find((s) => s !== undefined && s.id === undefined);
  const filter: Filter = {
    ...(topic?.id !== undefined && { topic: topic.id }),
    ...known('level', LEVELS, level?.id),
    ...known('kind', KINDS, kind?.id),
  };
  return {
    kind: 'ask',
    filter,
    ...(field?.id !== undefined && { field: field.id }),
    ...(unknown?.words !== undefined && { missing: unknown.words }),
  };
}

const known = <K extends string, T extends string>(key: K, all: readonly T[], id: string | undefined) => {
  const value = all.find((one) => one === id);
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: T });
};

const idOrMissing = <K extends string>(key: K, said: Said | undefined) =>
  said?.id !== undefined ? { [key]: said.id } : said?.words !== undefined ? { missing: said.words } : {};
