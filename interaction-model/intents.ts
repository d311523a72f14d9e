/**
 * Every intent and every slot of the skill, once. The model, the handler table and the simulator all derive from these tables, so a name
 * that is not here does not compile anywhere.
 */

/** The standard built-in intents that Amazon offers to custom skills. */
export type AmazonIntent =
  | 'AMAZON.CancelIntent'
  | 'AMAZON.FallbackIntent'
  | 'AMAZON.HelpIntent'
  | 'AMAZON.LoopOffIntent'
  | 'AMAZON.LoopOnIntent'
  | 'AMAZON.NavigateHomeIntent'
  | 'AMAZON.NextIntent'
  | 'AMAZON.NoIntent'
  | 'AMAZON.PauseIntent'
  | 'AMAZON.PreviousIntent'
  | 'AMAZON.RepeatIntent'
  | 'AMAZON.ResumeIntent'
  | 'AMAZON.SelectIntent'
  | 'AMAZON.ShuffleOffIntent'
  | 'AMAZON.ShuffleOnIntent'
  | 'AMAZON.StartOverIntent'
  | 'AMAZON.StopIntent'
  | 'AMAZON.YesIntent';

/** The types of slots: our own (capitals) and Amazon's. */
export const SLOT_TYPES = [
  'FIELD',
  'TOPIC',
  'LEVEL',
  'KIND',
  'TERM',
  'SETTING',
  'DAYPART',
  'SPOKEN_ANSWER',
  'AMAZON.NUMBER',
  'AMAZON.TIME',
  'AMAZON.SearchQuery',
] as const;
export type SlotType = (typeof SLOT_TYPES)[number];

/** A slot has one type wherever it stands, because Alexa refuses a name with two. */
export const SLOTS = {
  field: 'FIELD',
  topic: 'TOPIC',
  level: 'LEVEL',
  kind: 'KIND',
  term: 'TERM',
  setting: 'SETTING',
  count: 'AMAZON.NUMBER',
  minutes: 'AMAZON.NUMBER',
  seconds: 'AMAZON.NUMBER',
  time: 'AMAZON.TIME',
  daypart: 'DAYPART',
  answer: 'AMAZON.SearchQuery',
  phrase: 'SPOKEN_ANSWER',
} as const satisfies Readonly<Record<string, SlotType>>;
export type SlotName = keyof typeof SLOTS;

/** Amazon's intents that the skill uses. They bring their own phrases. */
export const BUILT_IN_INTENTS = {
  'AMAZON.HelpIntent': [],
  'AMAZON.StopIntent': [],
  'AMAZON.CancelIntent': [],
  'AMAZON.FallbackIntent': [],
  'AMAZON.NavigateHomeIntent': [],
  'AMAZON.YesIntent': [],
  'AMAZON.NoIntent': [],
  'AMAZON.RepeatIntent': [],
  'AMAZON.StartOverIntent': [],
} as const satisfies Partial<Record<AmazonIntent, readonly []>>;

/** The skill's own intents, each with its slots. */
export const CUSTOM_INTENTS = {
  AskQuestionIntent: ['field', 'topic', 'level', 'kind'],
  /**
   * The name of a topic, a field or a setting and little else, as people reply to "Which one would you like?". With a question on the
   * table the same words are an answer ("a legal hold"), which is why they are not samples of AskQuestionIntent.
   */
  NameAloneIntent: ['topic', 'field', 'setting'],

  // A planned session.
  PracticeIntent: ['count', 'minutes', 'topic', 'level', 'kind'],
  PractiseWeakIntent: [],
  InterviewIntent: ['minutes', 'level', 'setting'],
  DebriefIntent: [],
  AllLinksIntent: [],

  // A free answer. Alexa strips the words before the slot: where they mean something, they have an intent each (`CARRIERS`).
  AnswerIntent: ['answer'],
  AnswerWouldIntent: ['answer'],
  AnswerWouldNotIntent: ['answer'],
  AnswerFirstIntent: ['answer'],
  AnswerLastJobIntent: ['answer'],
  AnswerHaveIntent: ['answer'],
  AnswerIfIntent: ['answer'],
  AnswerBecauseIntent: ['answer'],
  CatchAllIntent: ['phrase'],

  // While answering.
  AddMoreIntent: [],
  ThatsAllIntent: [],
  ThinkIntent: [],
  HeardWhatIntent: [],
  DidSayIntent: [],
  DontKnowIntent: [],
  UneasyIntent: [],
  HardOneIntent: [],
  NeverDidIntent: [],
  UnclearIntent: [],
  YesIshIntent: [],
  NoIshIntent: [],

  // Help with the question.
  HintIntent: [],
  WhyIntent: [],
  ExplainTermIntent: ['term'],
  SampleAnswerIntent: [],
  LongAnswerIntent: [],
  KeyPointsIntent: [],
  FollowUpIntent: [],
  CheckMyselfIntent: [],
  AllPointsIntent: [],
  NoPointsIntent: [],

  // Rehearsing aloud, and how hard it was.
  RehearseIntent: ['seconds'],
  UseSelfCheckIntent: [],
  UseListeningIntent: [],
  WasHardIntent: [],
  WasEasyIntent: [],
  DidntKnowIntent: [],

  // A daily reminder.
  RemindIntent: ['time', 'daypart'],
  StopRemindingIntent: [],
  WhenRemindedIntent: [],
  TimeAloneIntent: ['time', 'daypart'],

  // Moving around.
  SkipIntent: [],
  NextQuestionIntent: [],
  GoBackIntent: [],
  TryAgainIntent: [],
  SwitchFieldIntent: ['field'],
  ListFieldsIntent: [],
  ListTopicsIntent: [],

  // The place where one applies: its questions join the mix.
  SettingIntent: ['setting'],
  NoSettingIntent: [],
  ListSettingsIntent: [],

  SendLinkIntent: [],
  MoreQuestionsIntent: [],
  FollowIntent: [],
  SlowerIntent: [],
  SayItSlowerIntent: [],
  FasterIntent: [],

  // How one is doing.
  ProgressIntent: [],
  MoreProgressIntent: [],
  WeakTopicsIntent: [],
  TopicProgressIntent: ['topic'],

  // What is kept.
  DeleteDataIntent: [],
  ResetIntent: [],
  ResetFieldIntent: [],
  ResetAllIntent: [],
} as const satisfies { readonly [name: `${string}Intent`]: readonly SlotName[] };

export const INTENTS = { ...BUILT_IN_INTENTS, ...CUSTOM_INTENTS } as const;

export type BuiltInIntent = keyof typeof BUILT_IN_INTENTS;
export type CustomIntent = keyof typeof CUSTOM_INTENTS;
export type IntentName = BuiltInIntent | CustomIntent;

/** The names of an intent's slots; `never` for an intent without any. */
export type SlotsOf<I extends IntentName> = (typeof INTENTS)[I][number];

/** A slot as it was heard: the words, and the id of the value that they resolved to, if they did. */
export interface SpokenSlot {
  readonly spoken: string;
  readonly id?: string;
}

/** What a handler of an intent is given. A slot that was not filled is absent. */
export type Slots<I extends IntentName> = { readonly [S in SlotsOf<I>]?: SpokenSlot };

/** The intents that carry a free answer in their `answer` slot. */
export type AnswerIntentName = {
  [I in IntentName]: 'answer' extends SlotsOf<I> ? I : never;
}[IntentName];

/**
 * The words that Alexa strips from an answer and that the skill puts back before the slot, so that "I would never shred it" is not graded as
 * "shred it". One phrase an intent: every sample of the intent means the same by its carrier. Empty where the carrier means nothing.
 */
export const CARRIERS = {
  AnswerIntent: '',
  AnswerWouldIntent: 'i would',
  AnswerWouldNotIntent: 'i would not',
  AnswerFirstIntent: 'first i',
  AnswerLastJobIntent: 'in my last job',
  AnswerHaveIntent: 'i have',
  AnswerIfIntent: 'if',
  AnswerBecauseIntent: 'because',
} as const satisfies Readonly<Record<AnswerIntentName, string>>;

/** The slots that the skill elicits: each has a dialog model, prompts, and samples for a reply without a carrier. */
export const ELICITED = { AnswerIntent: 'answer' } as const satisfies { readonly [I in CustomIntent]?: SlotsOf<I> };
export type ElicitedIntent = keyof typeof ELICITED;

/** True if a name from outside is an intent of the skill. */
export const isIntentName = (name: string): name is IntentName => Object.hasOwn(INTENTS, name);
