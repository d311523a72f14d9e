import { memoryStore } from '../../tools/bench/memory-store';
import { somebody } from '../contracts/engine';
import { behavesLikeAPlainValue } from '../contracts/model';
import { card, change, me, NOW, open, request } from '../contracts/samples';

const NOTHING = { fields: {}, leftovers: false, renew: false };
const store = memoryStore();

behavesLikeAPlainValue(() => ({ store }));

test('preferences are kept while the epoch is the same', async () => {
  const who = somebody();
  expect(await store.saveMe(who, me, NOW)).toBe('stale');
  await store.begin(who, me, NOW);
  expect(await store.saveMe(who, { ...me, rate: 'slow' }, NOW)).toBe('saved');
  expect(await store.saveMe(who, { ...me, epoch: request(1) }, NOW)).toBe('stale');
  expect(await store.load(who, NOW)).toEqual({ ...NOTHING, me: { ...me, rate: 'slow' } });
});

test('a learner begins anew under a new epoch, and what was kept under the old one is a leftover', async () => {
  const who = somebody();
  await store.begin(who, me, NOW);
  await store.saveField(who, change({ cards: [card(1)] }), NOW);
  const again = { ...me, epoch: request(1) };
  expect(await store.restart(who, request(2), again, NOW)).toBe('stale');
  expect(await store.restart(who, me.epoch, again, NOW)).toBe('saved');
  expect(await store.load(who, NOW)).toEqual({ ...NOTHING, me: again, leftovers: true });
});

test('a field that is reset remembers which request it was, and nothing before it', async () => {
  const who = somebody();
  await store.begin(who, me, NOW);
  await store.saveField(who, change({ open, cards: [card(1)] }), NOW);
  const reset = change({ version: 1, seen: [request(7)], open: null, reset: true });
  expect(await store.saveField(who, reset, NOW)).toBe('saved');
  expect((await store.load(who, NOW)).fields).toEqual({
    [reset.field]: { epoch: me.epoch, version: 2, at: NOW, reset: request(7), seen: [request(7)], cards: [], loose: 0 },
  });
});

test('a household goes with everybody in it, and others stay', async () => {
  const [household, other] = [somebody(), somebody()];
  for (const who of [household, { ...household, person: 'ann' }, other]) await store.begin(who, me, NOW);
  await store.forgetHousehold(household.household);
  expect(await store.load({ ...household, person: 'ann' }, NOW)).toEqual(NOTHING);
  expect(await store.load(household, NOW)).toEqual(NOTHING);
  expect(await store.load(other, NOW)).toEqual({ ...NOTHING, me });
});
