import { dynamoStore } from '../../lambda/adapters/dynamo/store';
import { type Bench, clientOf, type Engine, somebody } from './engine';
import { type LossyLine, lossyLineTo } from './lossy';
import { card, change, me, NOW, request } from './samples';

const FIELD = 'records-technician';

/** Whatever gets in between, a change is kept once, and nothing that somebody else kept is lost. */
export function keepsOnce(bench: () => Bench, engine: () => Engine): void {
  test('of two writers on the same version one is told to read again', async () => {
    const who = somebody();
    const { store } = bench();
    await store.begin(who, me, NOW);
    await store.saveField(who, change({ cards: [card(1)] }), NOW);
    const both = [2, 3].map((n) => change({ version: 1, seen: [request(1), request(n)], cards: [card(n)] }));
    const saved = await Promise.all(both.map((each) => store.saveField(who, each, NOW)));
    expect([...saved].sort()).toEqual(['saved', 'stale']);
    const field = (await store.load(who, NOW)).fields[FIELD];
    const won = saved.indexOf('saved') + 2;
    expect(field).toMatchObject({ version: 2, seen: [request(1), request(won)], cards: [card(1), card(won)] });
  });

  test('of two first writers one is told to read again', async () => {
    const who = somebody();
    const { store } = bench();
    await store.begin(who, me, NOW);
    const saved = await Promise.all([1, 2].map((n) => store.saveField(who, change({ cards: [card(n)] }), NOW)));
    expect([...saved].sort()).toEqual(['saved', 'stale']);
    expect((await store.load(who, NOW)).fields[FIELD]?.cards).toEqual([card(saved.indexOf('saved') + 1)]);
  });

  test('the same request twice is saved once, and the item says so', async () => {
    const who = somebody();
    const { store } = bench();
    await store.begin(who, me, NOW);
    for (const version of [undefined, 1]) {
      const twice = change({ version, seen: [request(version ?? 0)], cards: [card(version ?? 0)] });
      expect(await store.saveField(who, twice, NOW)).toBe('saved');
      expect(await store.saveField(who, twice, NOW)).toBe('stale');
      const field = (await store.load(who, NOW)).fields[FIELD];
      expect(field).toMatchObject({ version: (version ?? 0) + 1, seen: [request(version ?? 0)] });
    }
  });

  describe('when the answer of a write is lost', () => {
    let line: LossyLine;
    beforeAll(async () => {
      line = await lossyLineTo(engine().endpoint());
    });
    afterAll(() => line.close());

    test.each([['first'], ['later']])('a %s write of a field counts once', async (which) => {
      const who = somebody();
      await bench().store.begin(who, me, NOW);
      if (which === 'later') await bench().store.saveField(who, change({ cards: [card(1)] }), NOW);
      const version = which === 'later' ? 1 : undefined;
      const lost = change({ version, seen: [request(7)], cards: [card(7)] });
      expect(await onLossyLine((store) => store.saveField(who, lost, NOW))).toBe('stale');
      const field = (await bench().store.load(who, NOW)).fields[FIELD];
      expect(field).toMatchObject({ version: (version ?? 0) + 1, seen: [request(7)] });
      expect(field?.cards.filter(({ question }) => question === 7)).toEqual([card(7)]);
      expect(field?.loose).toBe(version ?? 0);
    });

    test('a learner who began has begun', async () => {
      const who = somebody();
      expect(await onLossyLine((store) => store.begin(who, me, NOW))).toBe('stale');
      expect((await bench().store.load(who, NOW)).me).toEqual(me);
    });

    test('preferences are saved', async () => {
      const who = somebody();
      await bench().store.begin(who, me, NOW);
      expect(await onLossyLine((store) => store.saveMe(who, { ...me, launches: 2 }, NOW))).toBe('saved');
      expect((await bench().store.load(who, NOW)).me?.launches).toBe(2);
    });

    test('what was deleted is deleted', async () => {
      const who = somebody();
      await bench().store.begin(who, me, NOW);
      await bench().store.saveField(who, change({ cards: [card(1)] }), NOW);
      await onLossyLine((store) => store.forget(who, me.epoch));
      expect(await bench().items(who)).toEqual([]);
    });

    async function onLossyLine<T>(write: (store: Bench['store']) => Promise<T>): Promise<T> {
      const client = clientOf(line.endpoint);
      const before = line.answersLost();
      line.loseNextAnswer();
      try {
        return await write(dynamoStore({ client, table: bench().table }));
      } finally {
        client.destroy();
        expect(line.answersLost()).toBe(before + 1);
      }
    }
  });
}
