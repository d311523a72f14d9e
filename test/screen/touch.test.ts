import { join } from 'node:path';
import { meaningOf, touched } from '../../lambda/alexa/hear';
import type { Ask, Asks } from '../../lambda/coach/acts';
import { BUTTONS, REHEARSING } from '../../lambda/screen/words';
import { openSpeaker, readModel } from '../../simulator/open';
import { heardOf } from '../../simulator/response';
import { parseLine } from '../../simulator/script';
import { understanding } from '../../simulator/understanding/understand';
import { DIST } from '../../tools/paths';

/** What would be said instead of touching. */
const WORDS: Readonly<Record<string, string>> = {
  yes: 'yes',
  no: 'no',
  hint: 'give me a hint',
  skip: 'skip',
  think: 'let me think',
  'thats-all': "that's all",
  'what-heard': 'what did you hear',
  'was-hard': 'that was hard',
  'was-easy': 'that was easy',
  sample: 'sample answer',
  'try-again': 'try again',
  next: 'next question',
  debrief: 'the summary',
  'self-check': 'self check',
  question: 'one question',
  practice: 'practice session',
  'no-setting': 'no setting',
  'reset-field': 'this field',
  'reset-all': 'every field',
};

const feedback = { coverage: 0, covered: [], more: 0, missing: [], corrections: [], empty: false };
const say = 'the hold';

/** One of everything that can be asked. */
const ASKS: { readonly [K in keyof Asks]: Ask<K> } = {
  question: { ask: 'question', text: 'What do you do?' },
  'follow-up': { ask: 'follow-up', text: 'And then?' },
  'go-ahead': { ask: 'go-ahead' },
  'in-your-time': { ask: 'in-your-time' },
  'start-with': { ask: 'start-with' },
  'keep-going': { ask: 'keep-going', feedback, choices: [] },
  add: { ask: 'add' },
  'go-further': { ask: 'go-further' },
  probe: { ask: 'probe', text: 'And then?' },
  'more-today': { ask: 'more-today' },
  'walk-through': { ask: 'walk-through' },
  'walk-on': { ask: 'walk-on' },
  'send-links': { ask: 'send-links' },
  'self-check': { ask: 'self-check' },
  'question-or-practice': { ask: 'question-or-practice' },
  start: { ask: 'start' },
  'go-on': { ask: 'go-on' },
  'which-field': { ask: 'which-field' },
  'which-topic': { ask: 'which-topic' },
  'which-setting': { ask: 'which-setting' },
  choose: { ask: 'choose', choices: ['sample', 'try-again', 'next', 'debrief'] },
  'did-you-mention': { ask: 'did-you-mention', say },
  'check-point': { ask: 'check-point', say, first: true },
  leave: { ask: 'leave' },
  'which-time': { ask: 'which-time' },
  'which-half': { ask: 'which-half', minute: 420 },
  'remind-daily': { ask: 'remind-daily', minute: 420 },
  'which-reset': { ask: 'which-reset', plural: 'clerks' },
  'reset-field': { ask: 'reset-field', plural: 'clerks' },
  'reset-all': { ask: 'reset-all' },
  'delete-all': { ask: 'delete-all' },
  'erase-again': { ask: 'erase-again' },
  'as-before': { ask: 'as-before', asked: 'And?', reprompt: 'Yes or no?' },
};

const buttonsFor = <K extends keyof Asks>(ask: Ask<K>) => BUTTONS[ask.ask](ask);
const every = [...new Set([...Object.values(ASKS).flatMap(buttonsFor), ...REHEARSING].map(({ says }) => says))];

const understand = understanding(readModel(join(DIST, 'skill-package'), 'en-US'));

test.each(every)('touching "%s" is heard as its words are', (says) => {
  const { intent, slots, by } = understand(WORDS[says] ?? '');
  expect([says, by]).not.toEqual([says, 'fallback']);
  expect(touched([says])).toEqual(meaningOf(intent, slots));
});

test.each([[[]], [['nothing of ours']], [['yes', 'no']], [[7]], [[null]], [[{ kind: 'yes' }]]])(
  'touching %j is nothing that the skill knows',
  (args: readonly unknown[]) => {
    expect(touched(args)).toEqual({ kind: 'unknown' });
  },
);

/** The same way through a session, by finger and by voice. */
const PATH = [
  ['question', 'one question'],
  ['hint', 'give me a hint'],
  ['skip', 'skip'],
  ['think', 'let me think'],
  ['thats-all', "that's all"],
  ['next', 'next question'],
  ['skip', 'skip'],
  ['no-setting', 'no setting'],
] as const;

async function repliesTo(lines: readonly string[]): Promise<readonly string[]> {
  jest.resetModules();
  const { speaker, close } = await openSpeaker({
    dist: DIST,
    user: 'finger',
    locale: 'en-US',
    timezone: 'UTC',
    screen: true,
    start: Date.parse('2026-11-24T17:00:00Z'),
    log: () => {},
  });
  try {
    const replies: string[] = [];
    for (const line of ['open interview rehearsal', ...lines]) {
      const { turns } = await speaker.play(parseLine(line), line);
      replies.push(turns.map(({ ssml, open }) => `${heardOf(ssml)} ${open ? 'open' : 'closed'}`).join(' '));
    }
    return replies;
  } finally {
    await close();
  }
}

test('a finger gets the replies that the words get', async () => {
  const byVoice = await repliesTo(PATH.map(([, words]) => words));
  const byFinger = await repliesTo(PATH.map(([says]) => `(touch ${says})`));
  expect(byFinger).toEqual(byVoice);
});
