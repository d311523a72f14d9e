import type { KeptField } from '../../lambda/coach/kept';
import { type Bench, somebody } from './engine';
import { card, change, DAY, me, NOW, open, request } from './samples';

const FIELD = 'records-technician';
const NOTHING = { fields: {}, leftovers: false, renew: false };

/** What is kept comes back exactly, for whoever kept it. */
export function keepsWhatItIsGiven(bench: () => Bench): void {
  test('nothing is known of a stranger', async () => {
    expect(await bench().store.load(somebody(), NOW)).toEqual(NOTHING);
  });

  test('a learner begins once', async () => {
    const who = somebody();
    expect(await bench().store.begin(who, me, NOW)).toBe('saved');
    expect(await bench().store.begin(who, { ...me, epoch: 'f'.repeat(16) }, NOW)).toBe('stale');
    expect(await bench().store.load(who, NOW)).toEqual({ ...NOTHING, me });
  });

  test('preferences are kept while the epoch is the same', async () => {
    const who = somebody();
    const other = { ...me, field: 'librarian', rate: 'slow', launches: 3 } as const;
    expect(await bench().store.saveMe(who, me, NOW)).toBe('stale');
    await bench().store.begin(who, me, NOW);
    expect(await bench().store.saveMe(who, other, NOW)).toBe('saved');
    expect(await bench().store.saveMe(who, { ...me, epoch: 'f'.repeat(16) }, NOW)).toBe('stale');
    expect((await bench().store.load(who, NOW)).me).toEqual(other);
  });

  test('everything of a field comes back as it was, also after the engine was closed', async () => {
    const who = somebody();
    const seen = Array.from({ length: 16 }, (_, i) => request(i));
    await bench().store.begin(who, me, NOW);
    await bench().store.saveField(who, change({ seen, open, cards: [card(12), card(3)] }), NOW);
    await bench().reopen();
    const field: KeptField = { epoch: me.epoch, version: 1, at: NOW, seen, open, cards: [card(3), card(12)], loose: 0 };
    expect(await bench().store.load(who, NOW)).toEqual({ ...NOTHING, me, fields: { [FIELD]: field } });
  });

  test('fields are kept apart', async () => {
    const who = somebody();
    await bench().store.begin(who, me, NOW);
    await bench().store.saveField(who, change({ cards: [card(1)] }), NOW);
    await bench().store.saveField(who, change({ field: 'librarian', cards: [card(2)] }), NOW);
    const { fields } = await bench().store.load(who, NOW);
    expect(Object.entries(fields).map(([field, { cards }]) => [field, cards])).toEqual([
      ['librarian', [card(2)]],
      [FIELD, [card(1)]],
    ]);
  });

  describe('a later write', () => {
    const first = change({ open, cards: [card(1), card(2)] });
    const outcomes = [
      { question: 12, said: 0b101, flagged: false },
      { question: 7, said: 0, flagged: true },
    ];
    const withSession = { ...open, session: { kind: 'interview', plan: [12, 7, 9], position: 2, outcomes } } as const;
    const cases: readonly (readonly [string, Partial<typeof first>, object])[] = [
      ['without cards leaves them', { cards: [] }, { cards: [card(1), card(2)], loose: 0 }],
      [
        'without the deck adds to it',
        { cards: [card(2, 2), card(3)] },
        { cards: [card(1), card(2, 2), card(3)], loose: 2 },
      ],
      [
        'with the deck packs it anew, what changed folded in',
        { deck: [card(1), card(2)], cards: [card(2, 2)] },
        { cards: [card(1), card(2, 2)], loose: 0 },
      ],
      ['that says nothing of the open question leaves it', {}, { open }],
      ['may change the open question', { open: { ...open, heard: 0b111 } }, { open: { ...open, heard: 0b111 } }],
      ['may close the open question', { open: null }, { open: undefined }],
      ['may keep an interview with it', { open: withSession }, { open: withSession }],
      ['may keep that it waits', { open: { ...open, waiting: true } }, { open: { ...open, waiting: true } }],
      ['keeps the requests that it names', { seen: [request(1), request(9)] }, { seen: [request(1), request(9)] }],
    ];
    test.each(cases)('%s', async (_, second, expected) => {
      const who = somebody();
      const { open: __, ...rest } = first;
      await bench().store.begin(who, me, NOW);
      await bench().store.saveField(who, first, NOW);
      const later = NOW + 60;
      expect(await bench().store.saveField(who, { ...rest, version: 1, cards: [], ...second }, later)).toBe('saved');
      const kept = (await bench().store.load(who, later)).fields[FIELD];
      expect({ open: undefined, ...kept }).toMatchObject({ version: 2, at: later, ...expected });
    });
  });

  test('loose cards gather, the later one of a question counts, and the next packing takes them in', async () => {
    const who = somebody();
    const { store } = bench();
    await store.begin(who, me, NOW);
    await store.saveField(who, change({ cards: [card(1)] }), NOW);
    for (const [i, attempts] of [2, 3, 4].entries()) {
      await store.saveField(who, change({ version: 1 + i, cards: [card(1, attempts), card(10 + i)] }), NOW);
    }
    const loose = (await store.load(who, NOW)).fields[FIELD];
    expect(loose).toMatchObject({ cards: [card(1, 4), card(10), card(11), card(12)], loose: 6 });
    await store.saveField(who, change({ version: 4, cards: [card(11, 2)], deck: loose?.cards ?? [] }), NOW);
    expect((await store.load(who, NOW)).fields[FIELD]).toMatchObject({
      cards: [card(1, 4), card(10), card(11, 2), card(12)],
      loose: 0,
    });
  });

  test('2,000 cards', async () => {
    const who = somebody();
    const cards = Array.from({ length: 2_000 }, (_, i) => card(i + 1, (i % 255) + 1));
    await bench().store.begin(who, me, NOW);
    await bench().store.saveField(who, change({ cards }), NOW);
    await bench().store.saveField(who, change({ version: 1, cards: [card(2_001)] }), NOW);
    await bench().reopen();
    expect((await bench().store.load(who, NOW)).fields[FIELD]?.cards).toEqual([...cards, card(2_001)]);
  });

  test('more than one page of the table holds', async () => {
    const who = somebody();
    const deck = Array.from({ length: 20_000 }, (_, i) => card(i));
    const fields = ['a', 'b', 'c', 'd'];
    await bench().store.begin(who, me, NOW);
    for (const field of fields) await bench().store.saveField(who, change({ field, deck }), NOW);
    const kept = await bench().store.load(who, NOW);
    expect([Object.keys(kept.fields), kept.me, kept.fields.d?.cards.length]).toEqual([fields, me, deck.length]);
  });

  test('persons and the household practise apart', async () => {
    const household = somebody();
    const [ann, bob] = [
      { ...household, person: 'ann' },
      { ...household, person: 'bob' },
    ];
    for (const [i, who] of [household, ann, bob].entries()) {
      expect(await bench().store.begin(who, { ...me, epoch: request(i) }, NOW)).toBe('saved');
      expect(await bench().store.saveField(who, change({ epoch: request(i), cards: [card(i)] }), NOW)).toBe('saved');
    }
    for (const [i, who] of [household, ann, bob].entries()) {
      const kept = await bench().store.load(who, NOW);
      expect([kept.me?.epoch, kept.fields[FIELD]?.cards, kept.leftovers]).toEqual([request(i), [card(i)], false]);
    }
  });

  test('no id of a person or household is in the table', async () => {
    const who = { ...somebody(), person: 'amzn1.ask.person.ANN' };
    await bench().store.begin(who, me, NOW);
    await bench().store.saveField(who, change({ open, cards: [card(1)] }), NOW);
    const text = JSON.stringify(await bench().items(who));
    expect(text).toContain(me.epoch);
    expect(text).not.toContain(who.household);
    expect(text).not.toContain(who.person);
  });

  test('what a learner has not touched for 400 days is as if it had never been', async () => {
    const who = somebody();
    const { store } = bench();
    await store.begin(who, me, NOW);
    await store.saveField(who, change({ open, cards: [card(1)] }), NOW);
    expect((await store.load(who, NOW + 400 * DAY)).fields[FIELD]?.cards).toEqual([card(1)]);
    const late = NOW + 400 * DAY + 1;
    expect(await store.load(who, late)).toEqual(NOTHING);
    const again = { ...me, epoch: 'f'.repeat(16) };
    expect(await store.begin(who, again, late)).toBe('saved');
    expect(await store.saveField(who, change({ epoch: again.epoch, cards: [card(2)] }), late)).toBe('saved');
    const kept = await store.load(who, late);
    expect(kept).toMatchObject({ me: again, fields: { [FIELD]: { version: 1, cards: [card(2)] } }, leftovers: false });
    expect(kept.fields[FIELD]).not.toHaveProperty('open');
  });

  test('a learner who practises on is told in time to write preferences again', async () => {
    const who = somebody();
    const { store } = bench();
    await store.begin(who, me, NOW);
    expect((await store.load(who, NOW + 29 * DAY)).renew).toBe(false);
    expect((await store.load(who, NOW + 30 * DAY)).renew).toBe(true);
    await store.saveMe(who, me, NOW + 30 * DAY);
    expect((await store.load(who, NOW + 30 * DAY)).renew).toBe(false);
  });
}
