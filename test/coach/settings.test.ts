import type { Field } from '../../lambda/bank/types';
import type { Card } from '../../lambda/coach/card';
import { choose, dueOn, inMix } from '../../lambda/coach/choose';
import type { Heard } from '../../lambda/coach/heard';
import { planInterview, planPractice } from '../../lambda/coach/plan';
import { BANK, type Played, play, TODAY } from './fixtures';

const FIELD = fieldNamed('dispatcher');
const POLICE = [15, 16, 17];
const HEALTH = [17];
const EVERYBODY = FIELD.questions.filter(({ settings }) => settings.length === 0).map(({ number }) => number);

function fieldNamed(id: string): Field {
  const field = BANK.field(id);
  if (field === undefined) throw new Error(`no field ${id}`);
  return field;
}

const keys = Array.from({ length: 60 }, (_, i) => `key-${i}`);
const numbersOf = (hand: readonly { readonly question: number }[]) => hand.map(({ question }) => question);
const planning = { field: FIELD, deck: [], today: TODAY };
const card = (question: number, more: Partial<Card> = {}): Card => ({
  question,
  stability: 5,
  difficulty: 5,
  due: TODAY,
  last: TODAY - 5,
  attempts: 1,
  lapses: 0,
  best: 50,
  missed: 0,
  ...more,
});

describe('a question for a setting', () => {
  it('is not asked of anybody else, neither alone nor in a session nor in an interview', () => {
    for (const key of keys) {
      const asked = [
        ...choose({ ...planning, filter: {}, key }),
        ...choose({ ...planning, filter: { level: 'senior' }, key }),
        ...planPractice({ ...planning, key }, { count: 10, filter: {}, more: true }).questions,
        ...planInterview({ ...planning, key }, { minutes: 20 }),
      ];
      expect(EVERYBODY).toEqual(expect.arrayContaining(numbersOf(asked)));
    }
  });

  it('joins the mix of somebody who applies there', () => {
    const plan = planPractice({ ...planning, key: 'key', setting: 'police' }, { count: 10, filter: {}, more: true });
    expect(numbersOf(plan.questions)).toEqual(expect.arrayContaining([15]));
    expect(inMix(FIELD, 'police').questions.map(({ number }) => number)).toEqual([...EVERYBODY, ...POLICE]);
    expect(inMix(FIELD, 'health').questions.map(({ number }) => number)).toEqual([...EVERYBODY, ...HEALTH]);
  });

  it('comes at once after the setting was chosen, gently where the learner is new, and then among the others', () => {
    for (const key of keys)
      expect([15, 17]).toContain(numbersOf(choose({ ...planning, filter: {}, key, setting: 'police' }))[0]);
    const known = {
      ...planning,
      deck: [card(15, { last: TODAY - 1, due: TODAY + 9 })],
      filter: {},
      setting: 'police',
    } as const;
    const firsts = keys.map((key) => numbersOf(choose({ ...known, key }))[0] ?? 0);
    const share = firsts.filter((number) => POLICE.includes(number)).length / firsts.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.8);
  });

  it('does not come before what is due', () => {
    expect(numbersOf(choose({ ...planning, deck: [card(1)], filter: {}, key: 'key', setting: 'police' }))[0]).toBe(1);
  });

  it('is asked of anybody who asks for its topic by name', () => {
    const hand = choose({ ...planning, filter: { topic: 'police' }, key: 'key' });
    expect(numbersOf(hand).sort()).toEqual([15, 16]);
  });

  it('is in an interview for its setting, whatever setting is kept', () => {
    const asked = new Set(
      keys.flatMap((key) =>
        numbersOf(planInterview({ ...planning, key, setting: 'federal' }, { minutes: 10, setting: 'health' })),
      ),
    );
    expect(asked).toContain(17);
    expect(asked).not.toContain(15);
  });

  it('is not called due while nobody asks it', () => {
    const deck = [card(1), card(15)];
    expect(dueOn(inMix(FIELD, undefined), deck, TODAY)).toBe(1);
    expect(dueOn(inMix(FIELD, 'police'), deck, TODAY)).toBe(2);
  });
});

const there: readonly Heard[] = [{ kind: 'launch' }, { kind: 'switch-field', field: 'dispatcher' }];
const police: Heard = { kind: 'setting', setting: 'police' };
const settingOf = ({ world }: Played) => world.me?.setting;
const told = ({ reply }: Played) => reply?.say;

describe('choosing a setting', () => {
  it.each<[string, Heard]>([
    ['in a sentence', police],
    ['by its name', { kind: 'name', text: 'the police', setting: 'police' }],
    ['by the name of the topic that is all about it', { kind: 'name', text: 'police records', topic: 'police' }],
  ])('%s is kept, and said', (_, heard) => {
    const chosen = play(...there, heard);
    expect(settingOf(chosen)).toBe('police');
    expect(told(chosen)).toEqual([{ act: 'setting-is', setting: 'police', already: false, here: true }]);
    expect(chosen.reply?.ask).toEqual({ ask: 'start' });
  });

  it('lasts beyond the session, and until no setting is wished for', () => {
    expect(settingOf(play(...there, police, { kind: 'stop' }, { kind: 'launch' }))).toBe('police');
    const gone = play(...there, police, { kind: 'setting' });
    expect(settingOf(gone)).toBeUndefined();
    expect(told(gone)).toEqual([{ act: 'setting-gone', already: false }]);
  });

  it('changes nothing the second time', () => {
    const again = play(...there, police, police);
    expect(again.reply?.me).toBe(false);
    expect(told(again)).toEqual([{ act: 'setting-is', setting: 'police', already: true, here: true }]);
  });

  it('is kept for other fields where this one has no question for it', () => {
    const chosen = play({ kind: 'launch' }, police);
    expect(settingOf(chosen)).toBe('police');
    expect(told(chosen)).toEqual([{ act: 'setting-is', setting: 'police', already: false, here: false }]);
  });

  it('changes what comes next, though other questions were in hand', () => {
    const asked = play(...there, { kind: 'next' }, police, { kind: 'skip' });
    const { stage } = asked.reply?.learner ?? {};
    expect(POLICE).toContain(stage?.at === 'asking' ? stage.table.question : undefined);
  });

  it('names what there is when the place is not known', () => {
    const missed = play(...there, { kind: 'setting', missing: 'a zoo' });
    expect(settingOf(missed)).toBeUndefined();
    expect(told(missed)).toEqual([
      { act: 'no-setting', said: 'a zoo' },
      { act: 'settings', names: ['police', 'health'], more: 0 },
    ]);
  });

  it('leaves the question on the table where it is', () => {
    const asked = play(...there, { kind: 'next' });
    const noted = play(...there, { kind: 'next' }, police);
    expect(noted.reply?.learner.stage).toEqual(asked.reply?.learner.stage);
    expect(noted.reply?.ask).toEqual({ ask: 'go-ahead' });
  });

  it('by its name alone, with a question on the table, is an answer', () => {
    const answered = play(...there, { kind: 'next' }, { kind: 'name', text: 'a hospital', setting: 'health' });
    expect(settingOf(answered)).toBeUndefined();
    expect(answered.reply?.learner.stage).toMatchObject({ at: 'collecting', pieces: ['a hospital'] });
  });
});
