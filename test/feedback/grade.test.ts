import type { Question } from '../../lambda/bank/types';
import { grade } from '../../lambda/feedback/grade';
import * as fixtures from './fixtures';

/** Without examples the calibrator has nothing to say: these tables are about slots alone. */
const bySlots = (question: Question): Question => ({
  ...question,
  keyPoints: question.keyPoints.map((point) => ({ ...point, examples: [] })),
});
const HOLD = bySlots(fixtures.HOLD);
const SCANS = bySlots(fixtures.SCANS);
const RELEVANCE = bySlots(fixtures.RELEVANCE);

/** "stop:said counsel:unsure", points that were not heard left out; traps as "!id". */
function heard(question: Question, ...pieces: string[]): string {
  const { points, redFlags, misconceptions } = grade(question, pieces);
  const states = points.filter(({ state }) => state !== 'not-heard').map(({ id, state }) => `${id}:${state}`);
  return [...states, ...[...redFlags, ...misconceptions].map((id) => `!${id}`)].join(' ');
}

/** So many words that no point listens for. */
const gap = (count: number) => Array(count).fill('blah').join(' ');

describe('every slot inside one window of 24 words', () => {
  test.each([
    ['i would stop the pickup', 'stop:said'],
    ['i would call off the pickup', 'stop:said counsel:unsure'],
    ['stop the whole pickup and call my supervisor', 'stop:said counsel:said'],
    [`stop ${gap(22)} pickup`, 'stop:said'],
    [`stop ${gap(23)} pickup`, 'stop:unsure'],
    [`stop ${gap(23)} pickup ${gap(3)} halt`, 'stop:said'],
    [`pickup ${gap(30)} stop ${gap(30)} pickup stop`, 'stop:said'],
    ['i would find out which records it covers', 'scope:said'],
    ['i would find out which of the records it covers', 'scope:said'],
    ['which old records', ''],
    ['records which', ''],
    ['fine', ''],
  ])('%s → %s', (answer, expected) => {
    expect(heard(HOLD, answer)).toBe(expected);
  });
});

describe('one expression alone is a doubt only beside a point that was made', () => {
  test.each([
    ['i would stop the truck', ''],
    ['i would call the vendor off', ''],
    ['i would stop the truck and log the time', 'stop:unsure record:said'],
    ['i would call the vendor off and log the time', 'stop:unsure counsel:unsure record:said'],
    ['i would stop the truck and halt everything', 'stop:unsure'],
  ])('%s → %s', (answer, expected) => {
    expect(heard(HOLD, answer)).toBe(expected);
  });
});

describe('pieces', () => {
  test.each([
    [['i would stop', 'the pickup'], 'stop:said'],
    [[`stop ${gap(10)}`, `${gap(12)} pickup`], 'stop:said'],
    [[`stop ${gap(10)}`, `${gap(13)} pickup`], 'stop:unsure'],
    [['stop the pickup', 'i want the date', 'range'], 'stop:said record:unsure'],
    [['i would not', 'stop the pickup'], 'stop:said'],
    [['hold on now i would not', 'stop the pickup'], 'stop:said'],
    [['', 'stop the pickup', ''], 'stop:said'],
    [['stop the pickup', 'call my supervisor', 'log the time'], 'stop:said counsel:said record:said'],
  ])('%j → %s', (pieces, expected) => {
    expect(heard(HOLD, ...pieces)).toBe(expected);
  });
});

describe('an affirmed point does not survive a negator', () => {
  test.each([
    ["i wouldn't stop the pickup", ''],
    ['i would never halt disposal', ''],
    ["i don't think i would stop the pickup", ''],
    ['there is no need to stop the pickup', ''],
    ['i would skip it rather than stop the pickup', ''],
    ['i would let it run instead of stopping the pickup', ''],
    ["i don't panic but stop the pickup", 'stop:said'],
    ["it's not due so i stop the pickup", 'stop:said'],
    ['no i would stop the pickup', 'stop:said'],
    ['i would not hesitate to stop the pickup', 'stop:said'],
    ['without delay i stop the pickup', 'stop:said'],
    ['not only stop the pickup', 'stop:said'],
    ["i wouldn't ask i would just stop the pickup", 'stop:said counsel:unsure'],
    ["i wouldn't guess about the truck and would at once stop the pickup", 'stop:said'],
    ['i ignore the letter and stop the pickup', 'stop:said'],
    ['i would not forget to stop the pickup', 'stop:said'],
  ])('%s → %s', (answer, expected) => {
    expect(heard(HOLD, answer)).toBe(expected);
  });

  test.each([
    ['i wait for approval', 'approval:said'],
    ['i would do it without approval', ''],
    ['i would never do that without approval', 'approval:said'],
    ['nothing goes out without written permission', 'approval:said'],
    ['nothing goes out until i have permission', 'approval:said'],
    ['nothing leaves this room for an outside person without permission', 'approval:said'],
    ['i would skip approval', ''],
    ['i would never skip the approval', 'approval:said'],
  ])('%s → %s', (answer, expected) => {
    expect(heard(RELEVANCE, answer)).toBe(expected);
  });
});

test('no example rescues a point that was said the other way round', () => {
  expect(heard(fixtures.HOLD, 'i would not stop the destruction right away')).toBe('');
  expect(heard(fixtures.HOLD, 'i would stop the destruction right away')).toBe('stop:said');
});

describe('a negated point needs a negator close by', () => {
  test.each([
    ["i don't decide what is relevant", 'judge:said'],
    ['it is not for me to judge what is exempt', 'judge:said'],
    ['deciding what is exempt is not my job', 'judge:said'],
    ['i would never share that', 'privacy:said'],
    ['i would rather leave than gossip about it', ''],
    ['i leave it closed rather than gossip', 'privacy:said'],
    ['i decide what is relevant', ''],
    ['i share it', ''],
    ["i'm not sure but i would share it", ''],
    ['sharing blah blah never', 'privacy:said'],
    ['sharing blah blah blah never', ''],
    ['i decide what is relevant but never guess', ''],
  ])('%s → %s', (answer, expected) => {
    expect(heard(RELEVANCE, answer)).toBe(expected);
  });
});

describe('numbers and spelling', () => {
  test.each([
    ['i scan at three hundred dpi', 'resolution:said'],
    ['i scan at 300', 'resolution:said'],
    ['at three hundred and one', ''],
    ['keep them ninety more days', ''],
    ['keep them for 90 days', 'keep:said'],
    ['keep the scans ninety-days', 'keep:said'],
    ['catalogue them by colour', 'index:said'],
    ['organising by number', 'index:said'],
    ['we keep backups', 'backup:said'],
    ['i backed them up', 'backup:said'],
  ])('%s → %s', (answer, expected) => {
    expect(heard(SCANS, answer)).toBe(expected);
  });
});

describe('what recognition made of it is "unsure" at the most', () => {
  test.each([
    ['i would stop this traction', 'stop:unsure'],
    ['this traction', ''],
    ['i would not stop this traction', ''],
    ['i put excess cantrell on the room', 'custody:unsure'],
    ['i keep the chain off custidy', 'custody:unsure'],
    ['i keep the chain of custody', 'custody:said'],
    ['excess blah cantrell', ''],
  ])('%s → %s', (answer, expected) => {
    expect(heard(HOLD, answer)).toBe(expected);
  });

  test('sounds do not join across pieces', () => {
    expect(heard(HOLD, 'excess', 'cantrell')).toBe('');
  });
});

describe('red flags and misconceptions are only claimed when the words say them', () => {
  test.each([
    ['i would finish the batch', '!finish'],
    ['i would shred it anyway', '!finish'],
    ["i wouldn't finish the batch", ''],
    ['i would not go ahead because of the hold', ''],
    ['i would finish', ''],
    [`finish ${gap(23)} batch`, ''],
    ['a hold only counts once we are sued', '!sued'],
    ['a hold does not start only when we are sued', ''],
    ['it counts only if we are sued', '!sued'],
    ["it doesn't count only if we are sued", ''],
    ['it counts not only if we are sued', ''],
    ["it doesn't only count once we are sued", ''],
    ['a hold does not merely count once we are sued', ''],
    ['it does not count before but only counts once we are sued', '!sued'],
  ])('%s → %s', (answer, expected) => {
    expect(heard(HOLD, answer)).toBe(expected);
  });

  test.each([
    ['i would send it without asking', '!alone'],
    ['i would never send it before telling', '!alone'],
    ['i would ignore the policy', '!ignoring'],
    ['i would not ignore the policy', ''],
    ['i would not ask', ''],
  ])('%s → %s', (answer, expected) => {
    expect(heard(RELEVANCE, answer)).toBe(expected);
  });
});

describe('the coach hears nothing in its own words', () => {
  test.each([
    '',
    '   ',
    '...',
    'um well the',
    'my answer is',
    'the answer would be',
    'interview rehearsal',
    'ask interview rehearsal',
    'alexa open interview rehearsal',
    'a legal hold arrives that very morning what do you do',
    'The shredding truck is due at nine. A legal hold arrives that very morning. What do you do?',
    'a hold arrives what do i do',
    'they listen for a calm first step and for whom you bring in',
    'think about what the letter does to the schedule and who has to know before nine',
    'i think about the letter and the schedule',
  ])('"%s" is no answer', (answer) => {
    const { words, coverage, rating, points } = grade(HOLD, [answer]);
    expect({ words, coverage, rating }).toEqual({ words: 0, coverage: 0, rating: 'again' });
    expect(points.every(({ state, evidence }) => state === 'not-heard' && evidence.length === 0)).toBe(true);
  });

  test('an answer after the repeated question counts, without the question', () => {
    const answer = 'a legal hold arrives that very morning what do you do well i stop the pickup';
    expect(heard(HOLD, answer)).toBe('stop:said');
    expect(grade(HOLD, [answer]).words).toBeLessThan(12);
  });

  test('what stands around a quotation is not side by side', () => {
    expect(heard(HOLD, 'chain of a legal hold arrives that very morning custody')).toBe('');
    expect(heard(HOLD, 'excess a legal hold arrives that very morning cantrell')).toBe('');
  });

  test('an answer that quotes the hint earns nothing for the quotation', () => {
    const quoting = { ...HOLD, hint: 'Would you stop the pickup and call the vendor?' };
    expect(heard(quoting, 'stop the pickup and call', 'and log the time')).toBe('record:said');
    expect(heard(quoting, 'stop the pickup', 'and log the time')).toBe('stop:said record:said');
  });

  test('a short true answer counts, though the reason happens to hold its words', () => {
    const telling = { ...HOLD, why: 'They listen for a log, a date and a calm voice.' };
    expect(heard(telling, 'i log the date')).toBe('record:said');
  });
});

describe('evidence', () => {
  test.each([
    ['Well, I would STOP the whole pickup.', 'stop', ['stop', 'pickup']],
    ['the pickup has to be stopped', 'stop', ['pickup', 'stopped']],
    ["i'd keep a chain of custody", 'custody', ['chain', 'custody']],
    ['i put excess cantrell on it', 'custody', ['excess', 'cantrell']],
    ['nothing', 'stop', []],
  ])('%s → %s %j', (answer, id, expected) => {
    expect(grade(HOLD, [answer]).points.find((point) => point.id === id)?.evidence).toEqual(expected);
  });
});

describe('the whole grade', () => {
  test('points stand in the order of the question, with their weights', () => {
    expect(grade(HOLD, ['stop the pickup']).points.map(({ id, weight }) => `${id} ${weight}`)).toEqual([
      'stop must',
      'counsel must',
      'scope should',
      'record should',
      'custody bonus',
    ]);
  });

  test.each([
    ['stop the pickup', [], 0.3, 'hard'],
    ['stop the pickup and tell my supervisor', [], 0.6, 'good'],
    ['stop the pickup and tell my supervisor', ['scope', 'record'], 1, 'easy'],
    ['stop the pickup and tell my supervisor and then finish the batch', [], 0.6, 'hard'],
    ['blah', ['stop'], 0.3, 'hard'],
    ['', ['stop', 'counsel'], 0.6, 'good'],
    ['blah', ['no-such-point'], 0, 'again'],
  ])('%s, confirmed %j → %d, %s', (answer, confirmed, coverage, rating) => {
    const graded = grade(HOLD, [answer], confirmed);
    expect(graded.coverage).toBeCloseTo(coverage, 10);
    expect(graded.rating).toBe(rating);
  });

  test('words are counted as heard', () => {
    expect(grade(HOLD, ["well I'd stop the pickup", 'thirty five times']).words).toBe(8);
  });
});
