import type { Item } from '../../lambda/adapters/dynamo/items';
import { packCard, packDeck } from '../../lambda/adapters/dynamo/packed';
import { NewerSchemaError, type Who } from '../../lambda/ports/store';
import { type Bench, fieldKey, meKey, somebody } from './engine';
import { card, change, me, NOW, open, request } from './samples';

const FIELD = 'records-technician';

const mine: Item = {
  schema: { N: '1' },
  e: { S: me.epoch },
  field: { S: FIELD },
  rate: { S: 'medium' },
  launches: { N: '1' },
  setting: { S: 'police' },
  expiresAt: { N: String(NOW + 1_000) },
  selfCheck: { BOOL: true },
  zone: { S: 'Europe/London' },
  streak: { M: { day: { N: '20605' }, length: { N: '3' } } },
};

const field: Item = {
  schema: { N: '1' },
  e: { S: me.epoch },
  v: { N: '4' },
  at: { N: String(NOW) },
  seen: { B: Buffer.from(request(1), 'hex') },
  deck: { B: packDeck([card(1), card(2)]) },
  expiresAt: { N: String(NOW + 1_000) },
};

const without = (item: Item, name: string): Item =>
  Object.fromEntries(Object.entries(item).filter(([key]) => key !== name));

/** Items that this version did not write as they are: of a later version, or no item at all. */
export function copesWithForeignItems(bench: () => Bench): void {
  describe('what a newer version wrote is refused and not written over:', () => {
    const newer: readonly (readonly [string, Item, Item])[] = [
      ["the learner's own item", { ...mine, schema: { N: '2' } }, field],
      ["a field's item", mine, { ...field, schema: { N: '2' } }],
      ["the deck's format", mine, { ...field, deck: { B: Uint8Array.of(2, 1, 2, 3) } }],
    ];
    test.each(newer)('%s', async (_, own, other) => {
      const who = somebody();
      await bench().put(meKey(who), own);
      await bench().put(fieldKey(who, FIELD), other);
      const before = await bench().items(who);
      await expect(bench().store.load(who, NOW)).rejects.toThrow(NewerSchemaError);
      if (own !== mine) {
        await expect(bench().store.begin(who, me, NOW)).rejects.toThrow(NewerSchemaError);
        expect(await bench().store.saveMe(who, me, NOW)).toBe('stale');
      } else {
        const versions = other.schema?.N === '2' ? [undefined, 4] : [undefined];
        for (const version of versions) expect(await save(who, version)).toBe('stale');
        await bench().store.sweep(who, me.epoch);
      }
      expect(await bench().items(who)).toEqual(before);
    });
  });

  describe('an unreadable item counts as absent and may be written over:', () => {
    const broken: readonly (readonly [string, (item: Item) => Item])[] = [
      ['no schema', (item) => without(item, 'schema')],
      ['a schema that is no number', (item) => ({ ...item, schema: { S: 'one' } })],
      ['no epoch', (item) => without(item, 'e')],
      ['an epoch that is a map', (item) => ({ ...item, e: { M: { a: { N: '1' } } } })],
      ['an empty item', () => ({})],
    ];
    test.each(broken)("%s, in the learner's own", async (_, breaking) => {
      const who = somebody();
      await bench().put(meKey(who), breaking(mine));
      expect(await bench().store.load(who, NOW)).toEqual({ fields: {}, leftovers: false, renew: false });
      expect(await bench().store.begin(who, { ...me, epoch: request(5) }, NOW)).toBe('saved');
      expect((await bench().store.load(who, NOW)).me?.epoch).toBe(request(5));
    });

    const brokenField: typeof broken = [
      ...broken,
      ['no version', (item) => without(item, 'v')],
      ['a version that is no whole number', (item) => ({ ...item, v: { N: '1.5' } })],
      ['no time', (item) => without(item, 'at')],
      ['a deck that is text', (item) => ({ ...item, deck: { S: 'cards' } })],
      ['loose cards that are a number', (item) => ({ ...item, loose: { N: '3' } })],
      ['an open question that is a list', (item) => ({ ...item, open: { L: [] } })],
    ];
    test.each(brokenField)("%s, in a field's", async (_, breaking) => {
      const who = somebody();
      await bench().put(meKey(who), mine);
      await bench().put(fieldKey(who, FIELD), breaking(field));
      expect(await bench().store.load(who, NOW)).toMatchObject({ me, fields: {}, leftovers: true });
      expect(await save(who, undefined)).toBe('stale');
      await bench().store.sweep(who, me.epoch);
      expect(await save(who, undefined)).toBe('saved');
      expect((await bench().store.load(who, NOW)).fields[FIELD]).toMatchObject({ version: 1, cards: [card(9)] });
    });
  });

  describe('of a readable item, what is broken inside is left out:', () => {
    const deck = packDeck([card(1), card(2)]);
    const nan = packCard(card(3));
    new DataView(nan.buffer).setFloat32(2, Number.NaN, true);
    const openMap = {
      question: { N: '12' },
      at: { N: String(NOW) },
      holder: { S: open.holder },
      heard: { N: '5' },
      begun: { BOOL: true },
      flagged: { BOOL: false },
    } as const;
    const session = { kind: 'practice', plan: [12, 7], position: -1, outcomes: [] };
    const cases: readonly (readonly [string, Item, object])[] = [
      [
        'the end of a deck that was cut short',
        { deck: { B: deck.subarray(0, deck.length - 1) } },
        { cards: [card(1)] },
      ],
      ['a deck without a format', { deck: { B: Uint8Array.of(0, 1, 2) } }, { cards: [] }],
      ['an empty deck', { deck: { B: new Uint8Array(0) } }, { cards: [] }],
      [
        'a loose card of another length',
        { loose: { L: [{ B: Uint8Array.of(1) }, { N: '1' }, { B: packCard(card(3)) }] } },
        { cards: [card(1), card(2), card(3)], loose: 3 },
      ],
      ['a card that is not a number', { loose: { L: [{ B: nan }] } }, { cards: [card(1), card(2)] }],
      ['half a request', { seen: { B: Buffer.from(`${request(1)}0000`, 'hex') } }, { seen: [request(1)] }],
      [
        'an open question whose session is no JSON',
        { open: { M: { ...openMap, session: { S: '{' } } } },
        { open: undefined },
      ],
      [
        'an open question whose session has an outcome of another form',
        { open: { M: { ...openMap, session: { S: JSON.stringify({ ...session, outcomes: [{ question: 12 }] }) } } } },
        { open: undefined },
      ],
      [
        'nothing, where the session is whole',
        { open: { M: { ...openMap, session: { S: JSON.stringify(session) } } } },
        { open: { ...open, session } },
      ],
      [
        'an open question that does not say whether it was begun',
        { open: { M: without(openMap, 'begun') } },
        { open: undefined },
      ],
      ['an open question without flags', { open: { M: without(openMap, 'flagged') } }, { open: undefined }],
      ['an open question without its holder', { open: { M: without(openMap, 'holder') } }, { open: undefined }],
      ['nothing, when nothing is broken', { open: { M: openMap } }, { open }],
    ];
    test.each(cases)('%s', async (_, broken, expected) => {
      const who = somebody();
      await bench().put(meKey(who), mine);
      await bench().put(fieldKey(who, FIELD), { ...field, ...broken });
      const kept = await bench().store.load(who, NOW);
      expect(kept.leftovers).toBe(false);
      expect({ open: undefined, ...kept.fields[FIELD] }).toMatchObject({ version: 4, ...expected });
      expect(await save(who, 4)).toBe('saved');
    });

    test('a preference that is none', async () => {
      const who = somebody();
      const broken: Item = {
        rate: { S: 'gallop' },
        launches: { S: 'many' },
        selfCheck: { S: 'yes' },
        zone: { N: '1' },
        streak: { M: { day: { N: '20605' } } },
        setting: { S: 'zoo' },
      };
      await bench().put(meKey(who), { ...mine, ...broken });
      const { zone: _, streak: __, setting: ___, ...rest } = me;
      expect((await bench().store.load(who, NOW)).me).toEqual({
        ...rest,
        rate: 'medium',
        selfCheck: false,
        launches: 0,
      });
    });

    test("what an older version's item lacks", async () => {
      const who = somebody();
      const { selfCheck: _, zone: __, streak: ___, setting: ____, ...older } = mine;
      await bench().put(meKey(who), older);
      const { epoch, field, rate, launches } = me;
      expect((await bench().store.load(who, NOW)).me).toEqual({ epoch, field, rate, launches, selfCheck: false });
    });
  });

  test('an item of another kind is left alone', async () => {
    const who = somebody();
    await bench().put(meKey(who), mine);
    await bench().put({ ...meKey(who), sk: 'household#badge' }, { schema: { N: '1' } });
    expect(await bench().store.load(who, NOW)).toMatchObject({ me, fields: {}, leftovers: false });
    await bench().store.sweep(who, me.epoch);
    expect(await bench().items(who)).toHaveLength(2);
    await bench().store.forget(who, me.epoch);
    expect(await bench().items(who)).toEqual([]);
  });

  const save = (who: Who, version: number | undefined) =>
    bench().store.saveField(who, change({ version, cards: [card(9)] }), NOW);
}
