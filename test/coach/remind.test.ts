import { onFace, timeOf } from '../../lambda/coach/clock';
import type { Came } from '../../lambda/coach/errand';
import { CONSENTS, type Heard, type TimeWish } from '../../lambda/coach/heard';
import { contextOf, type Played, play, turnOf } from './fixtures';

const one: Heard = { kind: 'ask', filter: {} };
const YES: Heard = { kind: 'yes' };
const NO: Heard = { kind: 'no' };
const launch: Heard = { kind: 'launch' };
const remind = (wish: TimeWish): Heard => ({ kind: 'remind', wish });
const time = (wish: TimeWish): Heard => ({ kind: 'time', wish });

/** Goes on with what is heard, and what comes of errands. */
const then = (before: Played, heard: Heard, came: Came = { came: 'done' }): Played =>
  turnOf(before, heard, contextOf(before.turn), came);

const askOf = ({ reply }: Played) => reply?.ask;
const actsOf = ({ reply }: Played) => reply?.say.map(({ act }) => act);

test.each<[TimeWish, number | undefined]>([
  [{}, undefined],
  [{ part: 'morning' }, undefined],
  [{ minute: 60 }, undefined],
  [{ minute: 719 }, undefined],
  [{ minute: 0 }, 0],
  [{ minute: 59 }, 59],
  [{ minute: 720 }, 720],
  [{ minute: 1140 }, 1140],
  [{ minute: 420, part: 'morning' }, 420],
  [{ minute: 420, part: 'evening' }, 1140],
  [{ minute: 120, part: 'afternoon' }, 840],
  [{ minute: 660, part: 'night' }, 1380],
  [{ minute: 120, part: 'night' }, 120],
  [{ minute: 750, part: 'afternoon' }, 750],
  [{ minute: 750, part: 'night' }, 30],
  [{ minute: 1140, part: 'morning' }, 1140],
  [{ minute: 0, part: 'evening' }, 0],
])('%j is %s minutes after midnight, if that is sure', (wish, minute) => {
  expect(timeOf(wish)).toBe(minute);
});

test.each([
  [0, 720],
  [59, 779],
  [60, 60],
  [720, 720],
  [779, 779],
  [780, 60],
  [1439, 719],
])('%i minutes are shown at %i', (minute, shown) => {
  expect(onFace(minute)).toBe(shown);
});

test('whatever is missing is asked for, and nothing is set before a yes', () => {
  const asked = then(play(launch, one), remind({}));
  expect(askOf(asked)).toEqual({ ask: 'which-time' });
  const half = then(asked, time({ minute: 450 }));
  expect(askOf(half)).toEqual({ ask: 'which-half', minute: 450 });
  const daily = then(half, time({ part: 'evening' }), { came: 'done', was: 420 });
  expect(askOf(daily)).toEqual({ ask: 'remind-daily', minute: 1170, was: 420 });
  expect(askOf(then(daily, time({ part: 'morning' })))).toEqual({ ask: 'remind-daily', minute: 450 });
  expect(askOf(then(daily, time({ minute: 480 })))).toEqual({ ask: 'which-half', minute: 480 });
  expect(askOf(then(asked, time({ part: 'night' })))).toEqual({ ask: 'which-time', part: 'night' });
});

/** What was on the table, and what is asked when it goes on. */
const TABLES: Readonly<Record<string, readonly [way: readonly Heard[], again: object]>> = {
  'in the lobby': [[launch], { ask: 'start' }],
  'with a fresh question': [
    [launch, one],
    { ask: 'question', setup: 'The truck is due at nine.', text: 'A legal hold arrives that morning. What do you do?' },
  ],
  'while an answer is collected': [[launch, one, { kind: 'answer', text: 'i stop the shredding' }], { ask: 'add' }],
  'after feedback': [
    [launch, one, { kind: 'answer', text: 'i stop the shredding tell my boss and log it' }],
    { ask: 'choose' },
  ],
  'in the middle of a check': [[launch, one, { kind: 'self-check' }], { ask: 'check-point', first: true }],
  'in a session': [
    [launch, { kind: 'practice', wish: { filter: {}, count: 3 } }],
    { ask: 'question', text: 'A legal hold arrives that morning. What do you do?' },
  ],
};

describe.each(Object.entries(TABLES))('%s', (_, [way, again]) => {
  const here = play(...way);
  const agreed = then(here, remind({ minute: 1140 }), { came: 'refused' });
  const handed = then(agreed, YES, { came: 'refused' });

  /** The stage is what it was before anybody spoke of reminders. */
  const goesOn = (after: Played) => {
    expect(askOf(after)).toMatchObject(again);
    expect(after.learner?.stage).toEqual(here.learner?.stage);
    expect(after.learner?.session).toEqual(here.learner?.session);
  };

  test('a reminder that is set goes on with it', () => {
    const set = then(agreed, YES);
    expect(actsOf(set)).toEqual(['reminder-set']);
    goesOn(set);
  });

  test('a reminder that is not wanted after all goes on with it', () => {
    goesOn(then(agreed, NO));
  });

  test('without the permission it hands over, once', () => {
    expect(handed.reply?.handsOver).toEqual({ minute: 1140 });
    expect(askOf(handed)).toBeUndefined();
    const refused = then(handed, { kind: 'consent', consent: 'accepted', minute: 1140 }, { came: 'refused' });
    expect(refused.reply?.handsOver).toBeUndefined();
    expect(refused.reply?.note).toEqual({ note: 'permission' });
    goesOn(refused);
  });

  test.each(CONSENTS)('with the permission %s it goes on', (consent) => {
    const after = then(handed, { kind: 'consent', consent, minute: 1140 });
    expect(actsOf(after)).toEqual([consent === 'accepted' ? 'reminder-set' : 'no-permission']);
    goesOn(after);
  });

  test('when the consent comes without the time, it is the one that was agreed on', () => {
    goesOn(then(handed, { kind: 'consent', consent: 'accepted' }));
  });

  test('a session that is lost in between ends as it would have', () => {
    const then = contextOf(handed.turn);
    const [lost, before] = [handed, here].map((played) => turnOf(played, { kind: 'ended' }, then).reply);
    expect(lost?.change).toEqual(before?.change);
  });

  test.each<Came>([{ came: 'unsupported' }, { came: 'no-answer', sent: false }, { came: 'no-answer', sent: true }])(
    '%j is said, and it goes on',
    (came) => {
      goesOn(then(agreed, YES, came));
      goesOn(then(here, remind({ minute: 1140 }), came));
    },
  );
});

test('a consent that nobody waits for, as after a lost session, still sets what was agreed on', () => {
  const after = then(play(launch), { kind: 'consent', consent: 'accepted', minute: 1140 });
  expect(after.reply?.say).toEqual([{ act: 'reminder-set', minute: 1140 }]);
  expect(askOf(then(play(launch), { kind: 'consent', consent: 'accepted' }))).toEqual({ ask: 'which-time' });
});
