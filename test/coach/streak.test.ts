import fc from 'fast-check';
import type { Heard } from '../../lambda/coach/heard';
import type { Me } from '../../lambda/coach/kept';
import { practisedOn, streakNow } from '../../lambda/coach/streak';
import { contextOf, NOBODY, type Played, TODAY, turnOf } from './fixtures';

const somebody: Me = { epoch: 'e', field: 'clerk', rate: 'medium', launches: 3, selfCheck: false };
const known: Me = { ...somebody, zone: 'Europe/London' };

/** The streak after practice on these days. */
function streakAfter(me: Me, days: readonly number[]): Me {
  let now = me;
  for (const day of days) now = { ...me, streak: practisedOn(now, day) };
  return now;
}

describe.each([
  ['where the time zone is known', known],
  ['where it is a guess', somebody],
])('%s', (_, me) => {
  test('days in a row add up, however often one practises', () => {
    expect(streakAfter(me, [1, 1, 2, 3, 3, 3, 4]).streak).toEqual({ day: 4, length: 4 });
  });

  test('days never go back', () => {
    expect(streakAfter(me, [5, 6, 4]).streak).toEqual({ day: 6, length: 2 });
  });

  test('after days without, it begins again', () => {
    expect(streakAfter(me, [1, 2, 5]).streak).toEqual({ day: 5, length: 1 });
  });

  test('it holds while there is still time to go on today', () => {
    expect(streakNow(streakAfter(me, [1, 2, 3]), 3)).toBe(3);
    expect(streakNow(streakAfter(me, [1, 2, 3]), 4)).toBe(3);
    expect(streakNow(streakAfter(me, [1, 2, 3]), 6)).toBe(0);
    expect(streakNow(me, 1)).toBe(0);
  });

  test('it is never longer than the days on which one practised, nor than the days that went by', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 40 }), (some) => {
        const days = [...some].sort((a, b) => a - b);
        const { streak } = streakAfter(me, days);
        expect(streak?.day).toBe(days.at(-1));
        expect(streak?.length).toBeLessThanOrEqual(new Set(days).size);
        expect(streak?.length).toBeGreaterThan(0);
      }),
    );
  });
});

test('by a guess, a single missed day costs nothing: by their own clock it may be none', () => {
  expect(streakAfter(somebody, [1, 2, 4]).streak).toEqual({ day: 4, length: 3 });
  expect(streakAfter(known, [1, 2, 4]).streak).toEqual({ day: 4, length: 1 });
  expect(streakNow(streakAfter(somebody, [1, 2]), 4)).toBe(2);
  expect(streakNow(streakAfter(known, [1, 2]), 4)).toBe(0);
});

describe('in a conversation', () => {
  const LAUNCH: Heard = { kind: 'launch' };
  const ONE: Heard = { kind: 'ask', filter: {} };
  const ANSWER: Heard = { kind: 'answer', text: 'i stop the shredding tell my boss and log it' };

  const onDay = (before: Played, day: number, ...heard: readonly Heard[]): Played =>
    heard.reduce((now, one) => turnOf(now, one, contextOf(now.turn, day)), before);

  test('an answer counts the day, and a question alone does not', () => {
    const asked = onDay(NOBODY, 0, LAUNCH, ONE);
    expect(asked.reply?.learner.me.streak).toBeUndefined();
    const answered = onDay(asked, 0, ANSWER);
    expect(answered.reply?.learner).toMatchObject({ me: { streak: { day: TODAY, length: 1 } }, unkept: true });
  });

  test('a day whose session was lost before it was written is counted by what the cards know', () => {
    const first = onDay(NOBODY, 0, LAUNCH, ONE, ANSWER);
    const second = onDay(first, 1, LAUNCH, ONE, ANSWER);
    const { streak: _, ...me } = second.world.me ?? somebody;
    const lost: Played = { ...second, world: { ...second.world, me: { ...me, streak: { day: TODAY, length: 1 } } } };
    expect(onDay(lost, 2, LAUNCH).reply?.learner.me.streak).toEqual({ day: TODAY + 1, length: 2 });
  });
});
