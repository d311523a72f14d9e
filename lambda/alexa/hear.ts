import { CARRIERS, type IntentName, isIntentName, type Slots, type SpokenSlot } from '../../interaction-model/intents';
import { KINDS, LEVELS, SETTINGS } from '../bank/types';
import { DAY_PARTS, type DayPart, type Filter, type Heard, PLAIN, type Plain, type TimeWish } from '../coach/heard';
import { settingCalled } from './called';
import type { HeardSlot } from './envelope';
import { matchIn } from './names';

/** What an intent means: a command that carries nothing, or what its slots make of it. */
type Meaning<I extends IntentName> = (slots: Slots<I>) => Heard;

const plain =
  <K extends Plain>(kind: K) =>
  (): { readonly kind: K } => ({ kind });

const answered =
  (carrier: string) =>
  (slots: { readonly answer?: SpokenSlot }): Heard =>
    answerOf(slots.answer?.spoken, carrier);

/** Every intent and what it means: a forgotten one, or a slot that an intent does not have, does not compile. */
const MEANINGS: { readonly [I in IntentName]: Meaning<I> } = {
  'AMAZON.HelpIntent': plain('help'),
  'AMAZON.StopIntent': plain('stop'),
  'AMAZON.CancelIntent': plain('cancel'),
  'AMAZON.FallbackIntent': plain('fallback'),
  'AMAZON.NavigateHomeIntent': plain('home'),
  'AMAZON.YesIntent': plain('yes'),
  'AMAZON.NoIntent': plain('no'),
  'AMAZON.RepeatIntent': plain('repeat'),
  'AMAZON.StartOverIntent': plain('start-over'),
  AskQuestionIntent: askQuestion,
  NameAloneIntent: nameAlone,
  AnswerIntent: answered(''),
  AnswerWouldIntent: answered(CARRIERS.AnswerWouldIntent),
  AnswerWouldNotIntent: answered(CARRIERS.AnswerWouldNotIntent),
  AnswerFirstIntent: answered(CARRIERS.AnswerFirstIntent),
  AnswerLastJobIntent: answered(CARRIERS.AnswerLastJobIntent),
  AnswerHaveIntent: answered(CARRIERS.AnswerHaveIntent),
  AnswerIfIntent: answered(CARRIERS.AnswerIfIntent),
  AnswerBecauseIntent: answered(CARRIERS.AnswerBecauseIntent),
  CatchAllIntent: ({ phrase }) => answerOf(phrase?.spoken, ''),
  AddMoreIntent: plain('add-more'),
  ThatsAllIntent: plain('thats-all'),
  ThinkIntent: plain('think'),
  HeardWhatIntent: plain('what-heard'),
  DidSayIntent: plain('did-say'),
  PracticeIntent: practice,
  PractiseWeakIntent: () => ({ kind: 'practice', wish: { filter: {}, weak: true } }),
  InterviewIntent: ({ minutes, level, setting }) => ({
    kind: 'interview',
    wish: { ...counted('minutes', minutes), ...oneOf('level', LEVELS, level), ...oneOf('setting', SETTINGS, setting) },
  }),
  DebriefIntent: plain('debrief'),
  AllLinksIntent: plain('all-links'),
  SlowerIntent: plain('slower'),
  SayItSlowerIntent: plain('slower'),
  FasterIntent: plain('faster'),
  ExplainTermIntent: ({ term }) => ({ kind: 'explain', ...idOrMissing('term', term) }),
  HintIntent: plain('hint'),
  WhyIntent: plain('why'),
  SampleAnswerIntent: plain('sample'),
  LongAnswerIntent: plain('long-sample'),
  KeyPointsIntent: plain('key-points'),
  FollowUpIntent: plain('follow-up'),
  SkipIntent: plain('skip'),
  NextQuestionIntent: plain('next'),
  GoBackIntent: plain('back'),
  TryAgainIntent: plain('try-again'),
  CheckMyselfIntent: plain('self-check'),
  AllPointsIntent: plain('all-points'),
  NoPointsIntent: plain('no-points'),
  SwitchFieldIntent: switchField,
  ListFieldsIntent: plain('list-fields'),
  ListTopicsIntent: plain('list-topics'),
  SettingIntent: applyAt,
  NoSettingIntent: () => ({ kind: 'setting' }),
  ListSettingsIntent: plain('list-settings'),
  SendLinkIntent: plain('link'),
  MoreQuestionsIntent: plain('more-questions'),
  FollowIntent: plain('follow'),
  YesIshIntent: plain('yes'),
  NoIshIntent: plain('no'),
  DontKnowIntent: plain('dont-know'),
  UneasyIntent: plain('uneasy'),
  HardOneIntent: plain('uneasy'),
  NeverDidIntent: plain('never-did'),
  UnclearIntent: plain('unclear'),
  RemindIntent: (slots) => ({ kind: 'remind', wish: timeWish(slots) }),
  StopRemindingIntent: plain('stop-reminding'),
  WhenRemindedIntent: plain('when-reminded'),
  TimeAloneIntent: (slots) => ({ kind: 'time', wish: timeWish(slots) }),
  ProgressIntent: plain('progress'),
  MoreProgressIntent: plain('progress-more'),
  WeakTopicsIntent: plain('weak-topics'),
  TopicProgressIntent: ({ topic }) =>
    topic === undefined ? { kind: 'progress' } : { kind: 'topic-progress', ...idOrMissing('topic', topic) },
  DeleteDataIntent: plain('delete-data'),
  ResetIntent: plain('reset'),
  ResetFieldIntent: plain('reset-field'),
  ResetAllIntent: plain('reset-all'),
  RehearseIntent: ({ seconds }) => ({ kind: 'rehearse', ...counted('seconds', seconds) }),
  UseSelfCheckIntent: plain('use-self-check'),
  UseListeningIntent: plain('use-listening'),
  WasHardIntent: plain('was-hard'),
  WasEasyIntent: plain('was-easy'),
  DidntKnowIntent: plain('did-not-know'),
};

/** What one intent means, with the slots as they came. An intent that the skill does not know is `unknown`. */
export function meaningOf(name: string, slots: Readonly<Record<string, HeardSlot>>): Heard {
  return isIntentName(name) ? heardAs(name, saidIn(slots)) : { kind: 'unknown' };
}

/**
 * What a touch means: its one argument names what would have been said. Anything else that is touched is `unknown`, which does no harm.
 */
export function touched(args: readonly unknown[]): Heard {
  const [name, ...rest] = args;
  if (rest.length > 0) return { kind: 'unknown' };
  if (name === 'question') return { kind: 'ask', filter: {} };
  if (name === 'no-setting') return { kind: 'setting' };
  if (name === 'practice') return { kind: 'practice', wish: { filter: {} } };
  return PLAIN.find(({ kind }) => kind === name) ?? { kind: 'unknown' };
}

const heardAs = <I extends IntentName>(name: I, slots: Slots<I>): Heard => MEANINGS[name](slots);

/** Characters that are taken of an answer's piece, and of anything else that is said: no device hears as many, and names are said back. */
const LONGEST = { answer: 4_000, other: 200 } as const;
const ANSWERS: ReadonlySet<string> = new Set(['answer', 'phrase']);

/** The words of every slot that was filled, with the id where entity resolution found one. */
const saidIn = (slots: Readonly<Record<string, HeardSlot>>): Readonly<Record<string, SpokenSlot>> =>
  Object.fromEntries(
    Object.entries(slots).flatMap(([name, slot]) => {
      const id = matchIn(slot);
      const spoken = slot.value?.slice(0, ANSWERS.has(name) ? LONGEST.answer : LONGEST.other).trim();
      return spoken ? [[name, { spoken, ...(id !== undefined && { id }) }]] : [];
    }),
  );

/** An answer, with the words back that Alexa strips with the carrier. An empty slot means that no words came through. */
function answerOf(words: string | undefined, carrier: string): Heard {
  if (words === undefined) return { kind: 'fallback' };
  return { kind: 'answer', text: carrier === '' ? words : `${carrier} ${words}` };
}

function askQuestion({ field, topic, level, kind }: Slots<'AskQuestionIntent'>): Heard {
  const missing = [field, topic].find((said) => said !== undefined && said.id === undefined);
  return {
    kind: 'ask',
    filter: filterOf(topic?.id, level?.id, kind?.id),
    ...(field?.id !== undefined && { field: field.id }),
    ...(missing && { missing: missing.spoken }),
  };
}

/** A field to change to. Somebody who says so of a place means the setting. */
function switchField({ field }: Slots<'SwitchFieldIntent'>): Heard {
  const setting = field && field.id === undefined ? settingCalled(field.spoken) : undefined;
  return setting ? { kind: 'setting', setting } : { kind: 'switch-field', ...idOrMissing('field', field) };
}

/** A place to apply at. An empty slot says too little. */
function applyAt({ setting }: Slots<'SettingIntent'>): Heard {
  if (setting === undefined) return { kind: 'list-settings' };
  return {
    kind: 'setting',
    ...oneOf('setting', SETTINGS, setting),
    ...(setting.id === undefined && { missing: setting.spoken }),
  };
}

/** A topic, a field or a setting by its name alone; what else it may mean depends on what was asked. */
function nameAlone({ topic, field, setting }: Slots<'NameAloneIntent'>): Heard {
  const said = topic ?? field ?? setting;
  if (said === undefined) return { kind: 'fallback' };
  const place = SETTINGS.find((one) => one === setting?.id) ?? (said.id === undefined && settingCalled(said.spoken));
  return {
    kind: 'name',
    text: said.spoken,
    ...(topic?.id !== undefined && { topic: topic.id }),
    ...(field?.id !== undefined && { field: field.id }),
    ...(place && { setting: place }),
  };
}

/** Alexa writes a time as "07:30", and a part of the day in two letters where no hour was said. */
const WRITTEN_PARTS: Readonly<Record<string, DayPart>> = { MO: 'morning', AF: 'afternoon', EV: 'evening', NI: 'night' };

/** A time of the clock, and the part of the day that it lies in, as far as they were heard. */
function timeWish({ time, daypart }: Slots<'RemindIntent'>): TimeWish {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)/.exec(time?.spoken ?? '') ?? [];
  const part = DAY_PARTS.find((one) => one === daypart?.id) ?? WRITTEN_PARTS[time?.spoken ?? ''];
  return {
    ...(hours !== undefined && { minute: Number(hours) * 60 + Number(minutes) }),
    ...(part !== undefined && { part }),
  };
}

function filterOf(topic: string | undefined, level: string | undefined, kind: string | undefined): Filter {
  const knownLevel = LEVELS.find((one) => one === level);
  const knownKind = KINDS.find((one) => one === kind);
  return {
    ...(topic !== undefined && { topic }),
    ...(knownLevel && { level: knownLevel }),
    ...(knownKind && { kind: knownKind }),
  };
}

/** A practice session with what was wished for. A topic that the bank does not have is missing. */
function practice({ count, minutes, topic, level, kind }: Slots<'PracticeIntent'>): Heard {
  return {
    kind: 'practice',
    wish: {
      filter: filterOf(topic?.id, level?.id, kind?.id),
      ...counted('count', count),
      ...counted('minutes', minutes),
    },
    ...(topic !== undefined && topic.id === undefined && { missing: topic.spoken }),
  };
}

/** A whole number from 1 on, if that is what was heard. */
function counted<K extends 'count' | 'minutes' | 'seconds'>(key: K, said: SpokenSlot | undefined) {
  const number = Number(said?.spoken);
  return Number.isInteger(number) && number > 0 ? { [key]: number } : {};
}

/** The value of a closed set, if that is what was heard. */
function oneOf<K extends string, T extends string>(key: K, all: readonly T[], said: SpokenSlot | undefined) {
  const value = all.find((one) => one === said?.id);
  return value === undefined ? {} : { [key]: value };
}

/** The id of what was said, or the words when the bank does not have it. */
const idOrMissing = <K extends string>(key: K, said: SpokenSlot | undefined) =>
  said?.id !== undefined ? { [key]: said.id } : said ? { missing: said.spoken } : {};
