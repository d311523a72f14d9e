import { chance } from '../../lambda/coach/chance';

/** What somebody says after opening the skill, as Alexa understands it. */
export type Said = readonly [intent: string, slots?: Readonly<Record<string, string>>];

/** One question, from every side: answers, questions about the question, and moves. */
export const EVERYDAY: readonly Said[] = [
  ['AskQuestionIntent'],
  ['HintIntent'],
  ['AnswerIntent', { answer: 'i would first check the retention schedule and whether there is a legal hold' }],
  ['AnswerWouldIntent', { answer: 'get written approval from the owner and keep the certificate of destruction' }],
  ['ThatsAllIntent'],
  ['SampleAnswerIntent'],
  ['SendLinkIntent'],
  ['NextQuestionIntent'],
  ['AMAZON.RepeatIntent'],
  ['AMAZON.FallbackIntent'],
  ['AnswerIntent', { answer: 'i log it out and in and tell people what i found and what happens next' }],
  ['AMAZON.HelpIntent'],
  ['AMAZON.StopIntent'],
];

/** Answers, from a word to as much as one breath holds. */
const ANSWERS = [
  'shred it',
  'i would ask my supervisor',
  'i check the retention schedule and make sure that nothing is on hold before anything is destroyed',
  'i stayed calm listened to what they needed and told them what i could do and by when',
  'i keep a log of every box that goes out with the date the name and when it is due back',
  'in my last job we scanned twelve thousand pages and i checked every tenth image against the paper',
  'only people who need a file for their work may see it so i check who asks and write down what i gave out',
  'i would explain the rule show where it is written and offer to find another way together with the department that owns the record',
];

type Conversation = (answer: () => string) => readonly Said[];

/** A question answered in one piece. */
const answered = (answer: () => string): readonly Said[] => [
  ['AnswerIntent', { answer: answer() }],
  ['ThatsAllIntent'],
];

const CONVERSATIONS: readonly Conversation[] = [
  () => EVERYDAY,
  (answer) => [
    ['PracticeIntent', { count: '3' }],
    ...answered(answer),
    ['NextQuestionIntent'],
    ['AnswerHaveIntent', { answer: answer() }],
    ['AddMoreIntent'],
    ...answered(answer),
    ['WasHardIntent'],
    ['NextQuestionIntent'],
    ['DontKnowIntent'],
    ['NextQuestionIntent'],
    ['DebriefIntent'],
    ['AMAZON.StopIntent'],
  ],
  (answer) => [
    ['InterviewIntent', { minutes: '5' }],
    ...answered(answer),
    ...answered(answer),
    ['SkipIntent'],
    ...answered(answer),
    ['AMAZON.StopIntent'],
  ],
  (answer) => [
    ['AskQuestionIntent', { topic: 'legal holds' }],
    ['WhyIntent'],
    ['ExplainTermIntent', { term: 'legal hold' }],
    ...answered(answer),
    ['KeyPointsIntent'],
    ['LongAnswerIntent'],
    ['FollowUpIntent'],
    ...answered(answer),
    ['TryAgainIntent'],
    ['AnswerFirstIntent', { answer: answer() }],
    ['HeardWhatIntent'],
    ['ThatsAllIntent'],
    ['AMAZON.StopIntent'],
  ],
  () => [
    ['AskQuestionIntent', { level: 'entry' }],
    ['CheckMyselfIntent'],
    ['AMAZON.YesIntent'],
    ['AMAZON.NoIntent'],
    ['AMAZON.YesIntent'],
    ['AllPointsIntent'],
    ['NextQuestionIntent'],
    ['ThinkIntent'],
    ['SkipIntent'],
    ['GoBackIntent'],
    ['AMAZON.CancelIntent'],
  ],
  () => [
    ['ProgressIntent'],
    ['MoreProgressIntent'],
    ['WeakTopicsIntent'],
    ['ListTopicsIntent'],
    ['ListFieldsIntent'],
    ['SwitchFieldIntent', { field: 'archivist' }],
    ['AskQuestionIntent'],
    ['SlowerIntent'],
    ['MoreQuestionsIntent'],
    ['SettingIntent', { setting: 'hospital' }],
    ['AMAZON.StopIntent'],
  ],
];

/** The n-th conversation of a mix that is always the same: now one kind and now another, each time with other answers. */
export function conversation(n: number): readonly Said[] {
  let turns = 0;
  const answer = () => {
    turns += 1;
    return one(ANSWERS, `answer ${n} ${turns}`);
  };
  return one(CONVERSATIONS, `conversation ${n}`)(answer);
}

function one<T>(of: readonly T[], key: string): T {
  const chosen = of[Math.floor(chance(key) * of.length)];
  if (chosen === undefined) throw new RangeError('There is nothing to choose from.');
  return chosen;
}
