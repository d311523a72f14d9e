import { ANSWERING } from './en/answering';
import { ASKING } from './en/asking';
import { BUILT_IN_PHRASES } from './en/built-in-phrases';
import { BUILT_INS } from './en/built-ins';
import { COLLECTING } from './en/collecting';
import { HELPING } from './en/helping';
import { MOVING } from './en/moving';
import { PRACTISING } from './en/practising';
import { PRIVACY } from './en/privacy';
import { PROGRESS } from './en/progress';
import { REHEARSING } from './en/rehearsing';
import { REMINDING } from './en/reminding';
import { CHOOSING_SETTINGS } from './en/settings';
import { SPOKEN_ANSWERS } from './en/spoken-answers';
import { DAYPART_WORDS, KIND_WORDS, LEVEL_WORDS, SETTING_WORDS } from './en/values';
import type { LanguageFile } from './language';

/** English, in American spelling. */
export const EN = {
  invocationName: 'interview rehearsal',
  samples: {
    ...BUILT_INS,
    ...ASKING,
    ...ANSWERING,
    ...COLLECTING,
    ...HELPING,
    ...MOVING,
    ...PRACTISING,
    ...REHEARSING,
    ...REMINDING,
    ...PROGRESS,
    ...PRIVACY,
    ...CHOOSING_SETTINGS,
  },
  builtInPhrases: BUILT_IN_PHRASES,
  replies: { AnswerIntent: ['{answer}', 'well {answer}', 'so {answer}', 'um {answer}', 'my answer is {answer}'] },
  prompts: {
    AnswerIntent: ['What would you answer?', 'What would you say in the interview?', 'Go ahead with your answer.'],
  },
  levels: LEVEL_WORDS,
  kinds: KIND_WORDS,
  settings: SETTING_WORDS,
  dayparts: DAYPART_WORDS,
  spokenAnswers: SPOKEN_ANSWERS,
} as const satisfies LanguageFile;
