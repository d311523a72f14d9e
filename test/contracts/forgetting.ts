import { type Bench, meKey, somebody } from './engine';
import { card, change, me, NOW, open, request } from './samples';

const FIELD = 'records-technician';
const anew = { ...me, epoch: 'f'.repeat(16) };

/** What a learner had deleted is gone and does not come back; nobody else loses anything. */
export function forgets(bench: () => Bench): void {
  test('deleting a learner takes everything, in every field', async () => {
    const who = somebody();
    const { store } = bench();
    await store.begin(who, me, NOW);
    for (const field of [FIELD, 'librarian', 'archivist']) await store.saveField(who, change({ field }), NOW);
    await store.forget(who, me.epoch);
    expect(await bench().items(who)).toEqual([]);
    expect(await store.load(who, NOW)).toEqual({ fields: {}, leftovers: false, renew: false });
  });

  test('a learner who begins anew keeps nothing but what they begin with, and of an epoch that is gone nobody does', async () => {
    const who = somebody();
    const { store } = bench();
    await store.begin(who, me, NOW);
    for (const field of [FIELD, 'librarian']) await store.saveField(who, change({ field }), NOW);
    expect(await store.restart(who, me.epoch, anew, NOW)).toBe('saved');
    expect(await store.load(who, NOW)).toEqual({ me: anew, fields: {}, leftovers: true, renew: false });
    expect(await store.restart(who, me.epoch, { ...anew, epoch: request(7) }, NOW)).toBe('stale');
    expect(await store.forget(who, me.epoch)).toBe('stale');
    expect(await store.load(who, NOW)).toEqual({ me: anew, fields: {}, leftovers: false, renew: false });
  });

  test('a field that is reset keeps nothing but the request that did it', async () => {
    const who = somebody();
    const { store } = bench();
    await store.begin(who, me, NOW);
    await store.saveField(who, change({ cards: [card(1)], open }), NOW);
    await store.saveField(who, change({ version: 1, seen: [request(1), request(2)], cards: [card(2)] }), NOW);
    const seen = [request(1), request(2), request(3)];
    const reset = { seen, reset: true, cards: [], deck: [], open: null } as const;
    expect(await store.saveField(who, change({ version: 1, ...reset }), NOW)).toBe('stale');
    expect(await store.saveField(who, change({ version: 2, ...reset }), NOW)).toBe('saved');
    const kept = (await store.load(who, NOW)).fields[FIELD];
    expect(kept).toEqual({ epoch: me.epoch, version: 3, at: NOW, reset: request(3), seen, cards: [], loose: 0 });
    await store.saveField(who, change({ version: 3, seen: [...seen, request(4)], cards: [card(3)] }), NOW);
    expect((await store.load(who, NOW)).fields[FIELD]).toMatchObject({ reset: request(3), cards: [card(3)] });
  });

  test.each(['1', '9'])(
    'whoever is kept goes, whatever the schema (%s), where nobody could read who it is',
    async (schema) => {
      const who = somebody();
      const { store } = bench();
      await store.begin(who, me, NOW);
      await store.saveField(who, change(), NOW);
      await bench().put(meKey(who), { schema: { N: schema }, e: { S: me.epoch } });
      expect(await store.forget(who, undefined)).toBe('saved');
      expect(await bench().items(who)).toEqual([]);
      expect(await store.forget(who, undefined)).toBe('saved');
    },
  );

  test('a late write of a deleted learner creates nothing', async () => {
    const who = somebody();
    const { store } = bench();
    await store.begin(who, me, NOW);
    await store.saveField(who, change(), NOW);
    await store.forget(who, me.epoch);
    expect(await store.saveField(who, change({ version: 1, cards: [card(1)] }), NOW)).toBe('stale');
    expect(await store.saveField(who, change({ version: 1, deck: [], cards: [card(1)] }), NOW)).toBe('stale');
    expect(await store.saveMe(who, me, NOW)).toBe('stale');
    expect(await bench().items(who)).toEqual([]);
  });

  test('a late write does not reach who began anew, though the version be the same', async () => {
    const who = somebody();
    const { store } = bench();
    await store.begin(who, anew, NOW);
    await store.saveField(who, change({ epoch: anew.epoch, cards: [card(2)] }), NOW);
    expect(await store.saveField(who, change({ version: 1, cards: [card(1)] }), NOW)).toBe('stale');
    expect((await store.load(who, NOW)).fields[FIELD]).toMatchObject({ version: 1, cards: [card(2)] });
  });

  test('a late first write leaves an item that no load shows, that a sweep deletes, and that then is not in the way', async () => {
    const who = somebody();
    const { store } = bench();
    await store.begin(who, me, NOW);
    await store.forget(who, me.epoch);
    await store.saveField(who, change({ cards: [card(1)] }), NOW);
    expect(await store.load(who, NOW)).toEqual({ fields: {}, leftovers: true, renew: false });

    await store.begin(who, anew, NOW);
    expect(await store.load(who, NOW)).toMatchObject({ me: anew, fields: {}, leftovers: true });
    const first = change({ epoch: anew.epoch, cards: [card(2)] });
    expect(await store.saveField(who, first, NOW)).toBe('stale');
    await store.sweep(who, anew.epoch);
    expect(await store.load(who, NOW)).toMatchObject({ me: anew, fields: {}, leftovers: false });
    expect(await store.saveField(who, first, NOW)).toBe('saved');
    expect((await store.load(who, NOW)).fields[FIELD]?.cards).toEqual([card(2)]);
  });

  test('a sweep leaves what is alive', async () => {
    const who = somebody();
    const { store } = bench();
    await store.saveField(who, change({ epoch: 'e'.repeat(16), field: 'librarian' }), NOW);
    await store.begin(who, me, NOW);
    await store.saveField(who, change({ cards: [card(1)] }), NOW);
    const before = await store.load(who, NOW);
    await store.sweep(who, me.epoch);
    expect(await store.load(who, NOW)).toEqual({ ...before, leftovers: false });
    expect(await bench().items(who)).toHaveLength(2);
  });

  test('a sweep by a learner who is no longer the living one does nothing', async () => {
    const who = somebody();
    const { store } = bench();
    await store.begin(who, anew, NOW);
    await store.saveField(who, change({ epoch: anew.epoch, cards: [card(1)] }), NOW);
    await store.sweep(who, me.epoch);
    expect((await store.load(who, NOW)).fields[FIELD]?.cards).toEqual([card(1)]);
  });

  test('deleting a learner twice spares who began in between', async () => {
    const who = somebody();
    const { store } = bench();
    await store.begin(who, me, NOW);
    await store.saveField(who, change({ field: 'librarian' }), NOW);
    await store.forget(who, me.epoch);
    await store.begin(who, anew, NOW);
    await store.saveField(who, change({ epoch: anew.epoch, cards: [card(1)] }), NOW);
    await store.forget(who, me.epoch);
    const kept = await store.load(who, NOW);
    expect(kept).toMatchObject({ me: anew, fields: { [FIELD]: { cards: [card(1)] } }, leftovers: false });
  });

  test('deleting one person spares the others, deleting the household takes all', async () => {
    const household = somebody();
    const everybody = [household, ...['ann', 'bob'].map((person) => ({ ...household, person }))];
    const { store } = bench();
    for (const [i, who] of everybody.entries()) {
      await store.begin(who, { ...me, epoch: request(i) }, NOW);
      await store.saveField(who, change({ epoch: request(i) }), NOW);
    }
    const [, ann = household] = everybody;
    await store.forget(ann, request(1));
    const alive = await Promise.all(everybody.map(async (who) => (await store.load(who, NOW)).me?.epoch));
    expect(alive).toEqual([request(0), undefined, request(2)]);

    await store.forgetHousehold(household.household);
    expect(await bench().items(household)).toEqual([]);
    await store.forgetHousehold(household.household);
  });

  test('a household of more items than one batch takes is deleted whole', async () => {
    const who = somebody();
    const { store } = bench();
    await Promise.all(Array.from({ length: 60 }, (_, i) => store.saveField(who, change({ field: `field-${i}` }), NOW)));
    expect(await bench().items(who)).toHaveLength(60);
    await store.forgetHousehold(who.household);
    expect(await bench().items(who)).toEqual([]);
  });
}
