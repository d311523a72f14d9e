import type { Card } from '../../lambda/coach/card';
import type { Heard } from '../../lambda/coach/heard';
import { allTopics, isWeak, readiness } from '../../lambda/coach/readiness';
import { speak } from '../../lambda/speech/speak';
import { BANK, type Played, TODAY, turnOf } from './fixtures';

const FIELD = BANK.field('clerk');

const card = (question: number, more: Partial<Card> = {}): Card => ({
  question,
  stability: 10,
  difficulty: 5,
  due: TODAY + 3,
  last: TODAY - 1,
  attempts: 1,
  lapses: 0,
  best: 100,
  missed: 0,
  ...more,
});

/** Somebody of whom these cards are kept. */
const somebody = (cards: readonly Card[], streak?: { readonly day: number; readonly length: number }): Played => ({
  world: {
    me: {
      epoch: 'e',
      field: 'clerk',
      rate: 'medium',
      selfCheck: false,
      launches: 3,
      zone: 'Europe/London',
      ...(streak && { streak }),
    },
    fields: { clerk: { epoch: 'e', version: 1, at: 0, seen: [], cards, loose: 0 } },
  },
  turn: 1,
});

const LAUNCH: Heard = { kind: 'launch' };

/** What is said after a launch and these. */
function said(who: Played, ...heard: readonly Heard[]): string {
  const { reply } = heard.reduce((now, one) => turnOf(now, one), turnOf(who, LAUNCH));
  if (reply === undefined) throw new Error('no reply');
  return speak(reply.say, reply.ask, { key: 'k', today: TODAY, locale: 'en-US' }).told;
}

const WEAK = { best: 30, missed: 0b111 };
const FAIR = { best: 60, missed: 0b100 };

describe('how am I doing', () => {
  test.each<[string, Played, string]>([
    ['nobody has practised', somebody([]), "You haven't answered a question yet."],
    [
      'skipped questions do not count',
      somebody([card(1, { attempts: 0 }), card(3)]),
      "You've answered one of ten questions, and covered three of three points. Your strongest topic is scanning. Nothing is due today.",
    ],
    [
      'a strong topic and a weak one',
      somebody([card(1), card(3, WEAK)]),
      "You've answered two of ten questions, and covered three of six points. Your strongest topic is holds, and your weakest is scanning. Nothing is due today.",
    ],
    [
      'nothing is praised that is weak',
      somebody([card(1, WEAK), card(3, { ...FAIR, due: TODAY })]),
      "You've answered two of ten questions, and covered two of six points. Your weakest topic is holds. One question is due.",
    ],
    [
      'a streak is added to what is due',
      somebody([card(1, { due: TODAY - 1 }), card(3, { due: TODAY })], { day: TODAY - 1, length: 4 }),
      "You've answered two of ten questions, and covered six of six points. Your strongest topic is scanning. Two questions are due, and you've practised four days in a row.",
    ],
    [
      'a single day is no streak',
      somebody([card(1)], { day: TODAY - 1, length: 1 }),
      "You've answered one of ten questions, and covered three of three points. Your strongest topic is holds. Nothing is due today.",
    ],
    [
      'a streak that is over is not talked about',
      somebody([card(1, { last: TODAY - 3 })], { day: TODAY - 3, length: 9 }),
      "You've answered one of ten questions, and covered three of three points. Your strongest topic is holds. Nothing is due today.",
    ],
    [
      'a question that is gone from the bank does not count',
      somebody([card(1), card(99, { due: TODAY - 5 })]),
      "You've answered one of ten questions, and covered three of three points. Your strongest topic is holds. Nothing is due today.",
    ],
  ])('%s', (_, who, words) => {
    expect(said(who, { kind: 'progress' })).toBe(words);
    expect(words.split(/[.?!](?: |$)/).filter((part) => part !== '').length).toBeLessThanOrEqual(3);
  });
});

test('what was learnt long ago is remembered less and less, and no longer called strong', () => {
  const fresh = said(somebody([card(1)]), { kind: 'progress' });
  const stale = said(somebody([card(1, { last: TODAY - 300, due: TODAY - 290 })]), { kind: 'progress' });
  expect(fresh).toContain('Your strongest topic is holds.');
  expect(stale).not.toContain('strongest');
});

test.each<[string, readonly Card[], string]>([
  ['the weakest first', [card(1, FAIR), card(3, WEAK), card(6)], 'Your weakest topics are scanning and holds.'],
  ['a single one', [card(1, WEAK), card(3)], 'Your weakest topic is holds.'],
  ['none', [card(1), card(3)], 'None of the topics that you practised is weak right now.'],
  ['nothing practised', [], "You haven't answered a question yet."],
])('weak topics: %s', (_, cards, words) => {
  expect(said(somebody(cards), { kind: 'weak-topics' })).toBe(words);
});

test('topic by topic, the best first', () => {
  const cards = [card(1), card(2), card(3, WEAK)];
  expect(said(somebody(cards), { kind: 'progress-more' })).toBe(
    'In good shape: holds. Needs work: scanning. Not begun yet: people.',
  );
});

test.each<[Heard, string]>([
  [
    { kind: 'topic-progress', topic: 'holds' },
    "On holds, you've answered one of two questions, and covered three of three points. It's in good shape.",
  ],
  [
    { kind: 'topic-progress', topic: 'scanning' },
    "On scanning, you've answered one of three questions. It needs work.",
  ],
  [{ kind: 'topic-progress', topic: 'people' }, "You haven't begun people yet. I have five questions on it."],
])('%j', (heard, words) => {
  expect(said(somebody([card(1), card(3, WEAK)]), heard)).toBe(words);
});

test('a topic that the bank does not have is named, and what there is instead', () => {
  const words = said(somebody([card(1)]), { kind: 'topic-progress', missing: 'taxes' });
  expect(words).toMatch(/^I have nothing on taxes\. There are topics such as .*(holds|people|scanning)/);
});

test('asking costs no question that was in hand: the next one needs no reading', () => {
  const asked = turnOf(turnOf(somebody([card(1)]), LAUNCH), { kind: 'progress' });
  expect(asked.learner?.play.hand.length).toBeGreaterThan(0);
  const { practice, wish } = { practice: 'practice', wish: { filter: {}, count: 4 } } as const;
  const inSession = turnOf(turnOf(asked, { kind: practice, wish }), { kind: 'progress' });
  expect(inSession.learner?.play.hand.map((h) => h.question)).toEqual(inSession.learner?.session?.plan.slice(1));
  expect(inSession.learner?.stage.at).toBe('asking');
});

test('in an answer that is being collected, what was heard stays', () => {
  const before = [LAUNCH, { kind: 'ask', filter: {} }, { kind: 'answer', text: 'i stop the shredding' }] as const;
  const collecting = before.reduce((now, heard: Heard) => turnOf(now, heard), somebody([card(6)]));
  const { stage } = turnOf(collecting, { kind: 'weak-topics' }).learner ?? {};
  expect(stage).toEqual({ ...collecting.learner?.stage, untold: expect.any(Number) });
});

test('only what was practised is compared, and the shape of a topic follows its strength and how much of it was practised', () => {
  if (FIELD === undefined) throw new Error('no field');
  const shapes = (cards: readonly Card[]) =>
    Object.fromEntries(allTopics(FIELD, cards, TODAY).map(({ topic, shape }) => [topic, shape]));
  expect(shapes([card(1), card(3), card(6, FAIR)])).toEqual({ holds: 'ready', scanning: 'begun', people: 'coming' });
  expect(shapes([card(1, WEAK)])).toEqual({ holds: 'weak', scanning: 'new', people: 'new' });
  expect(readiness(FIELD, [card(1, WEAK)], TODAY).map(({ topic }) => topic)).toEqual(['holds']);
  expect(readiness(FIELD, [card(1, WEAK), card(3)], TODAY).map(isWeak)).toEqual([true, false]);
});
