import type { Ask, Asks, Choice } from '../coach/acts';
import type { Button } from './view';

const YES_NO = [
  { label: 'Yes', says: 'yes' },
  { label: 'No', says: 'no' },
];
const ANSWERING = [
  { label: 'Hint', says: 'hint' },
  { label: 'Skip', says: 'skip' },
  { label: 'A moment', says: 'think' },
];
const DONE = [
  { label: "That's all", says: 'thats-all' },
  { label: 'What did you hear?', short: 'Heard what?', says: 'what-heard' },
];
/** While the listener answers aloud, nothing else is asked. */
export const REHEARSING = [{ label: "I'm done", says: 'thats-all' }];
const RATING = [
  { label: 'Hard', says: 'was-hard' },
  { label: 'Easy', says: 'was-easy' },
];

const CHOICES: { readonly [C in Choice]: Button } = {
  sample: { label: 'Sample answer', says: 'sample' },
  'try-again': { label: 'Try again', says: 'try-again' },
  next: { label: 'Next question', says: 'next' },
  debrief: { label: 'Summary', says: 'debrief' },
};

const choosing = (choices: readonly Choice[]): readonly Button[] => [...choices.map((c) => CHOICES[c]), ...RATING];

/** Buttons for what is asked, the most useful first: a round screen has room for two. */
export const BUTTONS: { readonly [K in keyof Asks]: (ask: Ask<K>) => readonly Button[] } = {
  question: () => ANSWERING,
  'follow-up': () => DONE.slice(0, 1),
  'go-ahead': () => ANSWERING,
  'in-your-time': () => ANSWERING,
  'start-with': () => ANSWERING,
  'keep-going': () => DONE,
  add: () => DONE,
  'go-further': () => DONE,
  probe: () => DONE.slice(0, 1),
  'more-today': () => YES_NO,
  'walk-through': () => YES_NO,
  'walk-on': () => YES_NO,
  'send-links': () => YES_NO,
  'self-check': () => [{ label: 'Self check', says: 'self-check' }, CHOICES['try-again']],
  'question-or-practice': () => [
    { label: 'One question', short: 'Question', says: 'question' },
    { label: 'Practice session', short: 'Session', says: 'practice' },
  ],
  start: () => YES_NO,
  'go-on': () => YES_NO,
  'which-field': () => [],
  'which-topic': () => [{ label: 'Any question', says: 'question' }],
  'which-setting': () => [{ label: 'No setting', says: 'no-setting' }],
  choose: (a) => choosing(a.choices),
  'did-you-mention': () => YES_NO,
  'check-point': () => YES_NO,
  leave: () => YES_NO,
  'which-reset': () => [
    { label: 'This field', says: 'reset-field' },
    { label: 'Every field', says: 'reset-all' },
  ],
  'reset-field': () => YES_NO,
  'reset-all': () => YES_NO,
  'delete-all': () => YES_NO,
  'erase-again': () => YES_NO,
  'which-time': () => [],
  'which-half': () => [],
  'remind-daily': () => YES_NO,
  'as-before': () => [],
};

/** A few large words for asks that are about no question. Shorter than what is said, and never the same. */
export const TITLES: { readonly [K in keyof Asks]?: (ask: Ask<K>) => string } = {
  'question-or-practice': () => 'One question, or a session',
  start: () => 'Ready for a question?',
  'go-on': () => 'Go on where you were?',
  'more-today': () => 'More for today?',
  'walk-through': () => 'Your answers, one by one?',
  'walk-on': () => 'The next answer?',
  'send-links': () => 'Pages to read?',
  'self-check': () => 'A check, or another try',
  'which-field': () => 'Which field?',
  'which-topic': () => 'Which topic?',
  'which-setting': () => 'Where are you applying?',
  leave: () => 'Leave this question?',
  'which-reset': () => 'What shall be reset?',
  'reset-field': (a) => `Reset your progress for ${a.plural}?`,
  'reset-all': () => 'Reset all your progress?',
  'delete-all': () => 'Delete everything?',
  'erase-again': () => 'Try again?',
  'which-time': () => 'What time?',
  'which-half': () => 'Morning or evening?',
  'remind-daily': () => 'A reminder every day?',
};

export const NAME = 'Interview Rehearsal';
