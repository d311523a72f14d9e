import type { Heard } from '../../lambda/coach/heard';
import { type Bench, benchOn, inMemory } from '../contracts/engine';
import { acts, down, FULL, fated, type Household, household, LAUNCH, losesOne, ONE } from './household';

let bench: Bench;
beforeAll(async () => {
  bench = await benchOn(await inMemory());
});
afterAll(() => bench.close());

let home: Household;
beforeEach(() => {
  home = household(bench);
});

const YES: Heard = { kind: 'yes' };
const ARCHIVIST: Heard = { kind: 'ask', filter: {}, field: 'archivist' };
const everything = async () => bench.store.load(home.who, home.now);
const erased = () => bench.items(home.who);

describe('resetting a field', () => {
  const RESET: Heard = { kind: 'reset-field' };

  test('is one write, and takes this field alone', async () => {
    const speaker = home.device();
    await speaker.hears(LAUNCH, ARCHIVIST, FULL, { kind: 'switch-field', field: 'clerk' }, ONE, FULL, RESET);
    const turned = await speaker.say(YES);
    expect(turned.calls).toEqual({ read: 0, write: 1 });
    expect(acts(turned)).toEqual(['reset-done']);
    expect((await home.kept())?.cards).toEqual([]);
    expect((await home.kept('archivist'))?.cards).toHaveLength(1);
    await speaker.hears(ONE, FULL);
    expect((await home.kept())?.cards.map((c) => c.attempts)).toEqual([1]);
  });

  test.each([
    ['delivered twice', undefined],
    ['whose answer was lost', losesOne('saveField')],
  ])('%s is the same reset', async (_, wrapped) => {
    const speaker = home.device();
    await speaker.hears(LAUNCH, ONE, FULL, RESET);
    const turned = await speaker.say(YES, wrapped);
    if (wrapped) {
      expect(acts(turned)).toEqual(['not-reset']);
      expect(acts(await speaker.say(YES))).toEqual(['reset-done']);
    } else {
      expect(acts(await speaker.repeats(turned))).toEqual(['reset-done']);
    }
    expect((await home.kept())?.cards).toEqual([]);
  });

  test('of a field where another device has written meanwhile takes that along', async () => {
    const [speaker, other] = [home.device(), home.device()];
    await speaker.hears(LAUNCH, ONE, FULL, RESET);
    await other.hears(LAUNCH, ONE, FULL);
    expect(acts(await speaker.say(YES))).toEqual(['reset-done']);
    expect((await home.kept())?.cards).toEqual([]);
  });

  test('ends what another device knew of it: no result and no override comes back', async () => {
    const [speaker, other] = [home.device(), home.device()];
    await other.hears(LAUNCH, ONE, FULL);
    await speaker.hears(LAUNCH, RESET, YES);
    expect(acts(await other.say({ kind: 'next' }))).toEqual(['forgotten']);
    expect((await home.kept())?.cards).toEqual([]);
  });

  test('drops what could not be saved before it', async () => {
    const speaker = home.device();
    await speaker.hears(LAUNCH, ONE);
    await speaker.say(FULL, down);
    await speaker.hears(RESET, YES, { kind: 'hint' });
    expect((await home.kept())?.cards).toEqual([]);
    expect(speaker.learner().unsaved).toEqual([]);
  });
});

describe('resetting everything', () => {
  const RESET: Heard = { kind: 'reset-all' };

  test('takes every field, and no preference', async () => {
    const speaker = home.device();
    await speaker.hears(LAUNCH, { kind: 'slower' }, ARCHIVIST, FULL, { kind: 'switch-field', field: 'clerk' });
    await speaker.hears(ONE, FULL, RESET);
    expect(acts(await speaker.say(YES))).toEqual(['reset-done']);
    expect(await everything()).toMatchObject({ me: { rate: 'slow' }, fields: {}, leftovers: false });
    await speaker.hears(ONE, FULL);
    expect((await home.kept())?.cards).toHaveLength(1);
  });

  test.each(['load', 'restart', 'sweep'] as const)('is whole though the answer of %s was lost', async (method) => {
    const speaker = home.device();
    await speaker.hears(LAUNCH, ONE, FULL, RESET);
    const turned = await speaker.say(YES, losesOne(method));
    const again = acts(turned).includes('not-reset') ? await speaker.say(YES) : turned;
    expect(['reset-done', 'forgotten']).toContain(acts(again)[0]);
    expect((await everything()).fields).toEqual({});
  });

  test('delivered twice is the same reset', async () => {
    const speaker = home.device();
    await speaker.hears(LAUNCH, ONE, FULL, RESET);
    const turned = await speaker.say(YES);
    expect(acts(await speaker.repeats(turned))).toEqual(['reset-done']);
    await speaker.hears(ONE, FULL);
    expect((await home.kept())?.cards).toHaveLength(1);
  });

  test('ends the sessions of other devices', async () => {
    const [speaker, other] = [home.device(), home.device()];
    await other.hears(LAUNCH, ONE);
    await speaker.hears(LAUNCH, RESET, YES);
    expect(acts(await other.say(FULL))).toEqual(['forgotten']);
    expect((await everything()).fields).toEqual({});
  });
});

describe('deleting everything', () => {
  const DELETE: Heard = { kind: 'delete-data' };

  test('leaves nothing, and ends the session', async () => {
    const speaker = home.device();
    await speaker.hears(LAUNCH, ARCHIVIST, FULL, { kind: 'switch-field', field: 'clerk' }, ONE, FULL, DELETE);
    const turned = await speaker.say(YES);
    expect(acts(turned)).toEqual(['deleted']);
    expect(turned.reply.ask).toBeUndefined();
    expect(await erased()).toEqual([]);
    expect(acts(await speaker.repeats(turned))).toEqual(['deleted']);
  });

  test('is never said to be done when it was not', async () => {
    const speaker = home.device();
    await speaker.hears(LAUNCH, ONE, FULL, DELETE);
    const refused = await speaker.say(
      YES,
      fated((method) => (method === 'forget' ? 'refused' : 'through')),
    );
    expect(acts(refused)).toEqual(['not-deleted']);
    expect(refused.reply.ask).toEqual({ ask: 'erase-again' });
    expect(await erased()).not.toEqual([]);
    expect(acts(await speaker.say(YES))).toEqual(['deleted']);
    expect(await erased()).toEqual([]);
  });

  test('works for whom nothing could be read at launch', async () => {
    await home.device().hears(LAUNCH, ONE, FULL);
    const speaker = home.device();
    await speaker.say(LAUNCH, down);
    await speaker.say(DELETE, down);
    expect(acts(await speaker.say(YES, down))).toEqual(['not-deleted']);
    expect(acts(await speaker.say(YES))).toEqual(['deleted']);
    expect(await erased()).toEqual([]);
  });

  test('never comes back in a session that did not know whether it had begun', async () => {
    const speaker = home.device();
    await speaker.say({ kind: 'reset-field' });
    await speaker.say(YES, losesOne('begin'));
    const dead = (await everything()).me?.epoch;
    expect(dead).toBeDefined();
    await home.deleted();
    await speaker.hears(ONE, FULL);
    const now = await everything();
    expect(now.me?.epoch).not.toBe(dead);
    expect(now.fields.clerk?.cards).toHaveLength(1);
  });

  test('does not touch whoever began anew meanwhile', async () => {
    const [speaker, other] = [home.device(), home.device()];
    await speaker.hears(LAUNCH, ONE, DELETE);
    await home.deleted();
    await other.hears(LAUNCH, ONE, FULL);
    expect(acts(await speaker.say(YES))).toEqual(['forgotten']);
    expect((await home.kept())?.cards).toHaveLength(1);
  });

  test('drops what could not be saved before', async () => {
    const speaker = home.device();
    await speaker.hears(LAUNCH, ONE);
    await speaker.say(FULL, down);
    await speaker.hears(DELETE, YES);
    expect(await erased()).toEqual([]);
  });
});
