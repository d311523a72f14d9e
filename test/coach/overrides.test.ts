import type { Card } from '../../lambda/coach/card';
import type { Heard } from '../../lambda/coach/heard';
import { applyMark } from '../../lambda/coach/schedule';
import { contextOf, NOBODY, type Played, play, TODAY, turnOf } from './fixtures';

const ONE: Heard = { kind: 'ask', filter: {} };
const answer = (text: string): Heard => ({ kind: 'answer', text });
const ANSWERED: readonly Heard[] = [{ kind: 'launch' }, ONE, answer('i stop the shredding'), { kind: 'thats-all' }];

const cardIn = ({ world }: Played): Card | undefined => world.fields.clerk?.cards[0];
const acts = ({ reply }: Played) => reply?.say.map(({ act }) => act);

test.each([
  ['was-hard', 'hard'],
  ['was-easy', 'easy'],
  ['did-not-know', 'again'],
] as const)('after %s the card is as if it had been rated %s at once', (kind, rating) => {
  const before = cardIn(play(...ANSWERED));
  const after = cardIn(play(...ANSWERED, { kind }));
  if (before === undefined || after === undefined) throw new Error('no card');
  const { question, best: coverage, missed } = before;
  expect(after).toEqual(applyMark(undefined, { as: 'rated', question, rating, day: TODAY, coverage, missed }));
});

test('the last word counts: easy, then hard, is hard', () => {
  const twice = cardIn(play(...ANSWERED, { kind: 'was-easy' }, { kind: 'was-hard' }));
  expect(twice).toEqual(cardIn(play(...ANSWERED, { kind: 'was-hard' })));
});

test('a point that counts after all leaves the rating as the listener gave it', () => {
  const hard = cardIn(play(...ANSWERED, { kind: 'was-hard' }));
  const counted = cardIn(play(...ANSWERED, { kind: 'was-hard' }, { kind: 'did-say' }));
  expect(counted).toMatchObject({ due: hard?.due, stability: hard?.stability, attempts: 1 });
  expect(counted?.best).toBeGreaterThan(hard?.best ?? 100);
});

test('a second review that is called hard starts again from the card before it', () => {
  const first = play(...ANSWERED);
  const later = (before: Played, ...heard: readonly Heard[]): Played =>
    heard.reduce((p, h) => turnOf(p, h, contextOf(p.turn, 40)), before);
  const again = later(first, { kind: 'launch' }, ONE, answer('i stop the shredding tell my boss and log it'));
  const prior = cardIn(first);
  const number = again.reply?.learner.stage.at === 'reviewing' ? again.reply.learner.stage.table.question : undefined;
  expect(number).toBe(prior?.question);
  const hard = later(again, { kind: 'was-hard' });
  const rated = hard.world.fields.clerk?.cards.find((card) => card.question === number);
  expect(rated).toMatchObject({ attempts: 2, last: TODAY + 40 });
  expect(rated?.stability).toBe(
    applyMark(prior, {
      as: 'rated',
      question: prior?.question ?? 0,
      rating: 'hard',
      day: TODAY + 40,
      coverage: 100,
      missed: 0,
    }).stability,
  );
});

test('after another try, or with the next question on the table, it is too late', () => {
  const tried = play(...ANSWERED, { kind: 'try-again' }, answer('i log it'), { kind: 'thats-all' });
  for (const [before, kind] of [
    [tried, 'was-easy'],
    [play(...ANSWERED, { kind: 'next' }), 'was-hard'],
  ] as const) {
    const said = turnOf(before, { kind });
    expect(acts(said)).toContain('too-late');
    expect(said.world).toEqual(before.world);
  }
});

test('whoever checks alone is asked about each point, and nothing of the answer is graded', () => {
  const said = play({ kind: 'launch' }, { kind: 'use-self-check' }, ONE, answer('i stop the shredding'));
  expect(acts(said)).toContain('checking');
  expect(said.reply?.learner.stage.at).toBe('checking');
  expect(cardIn(said)).toBeUndefined();
  expect(NOBODY.world.me?.selfCheck).toBeUndefined();
});
