import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { tableCalls } from '../../lambda/adapters/dynamo/calls';
import { partitionOf, prefixOf } from '../../lambda/adapters/dynamo/hashing';
import { type Item, SCHEMA } from '../../lambda/adapters/dynamo/items';
import { presentItems, STEPS, type Step, upgraded } from '../../lambda/adapters/dynamo/upgrade';
import { type Bench, benchOn, fieldKey, inMemory, meKey, somebody } from '../contracts/engine';
import { NOW } from '../contracts/samples';
import { keptByVersion, WHO } from './kept-by';

let bench: Bench;
beforeAll(async () => {
  bench = await benchOn(await inMemory());
});
afterAll(() => bench.close());

test('there is a step to every schema after the first, and items of every schema so far', () => {
  expect(STEPS).toHaveLength(SCHEMA - 1);
  for (let schema = 1; schema <= SCHEMA; schema++) expect(keptByVersion(schema)).not.toEqual([]);
});

describe('items of version 1', () => {
  beforeAll(async () => {
    for (const item of keptByVersion(1)) {
      await bench.client.send(new PutItemCommand({ TableName: bench.table, Item: item }));
    }
  });

  test('are read as what they were written for', async () => {
    const when = Date.UTC(2026, 10, 24, 17) / 1000;
    const { me, fields, leftovers } = await bench.store.load(WHO, when);
    expect(me).toMatchObject({ epoch: '21146874ba7326a1', field: 'records-technician', rate: 'slow', launches: 1 });
    expect(leftovers).toBe(false);
    const { cards, seen, open, ...field } = fields['records-technician'] ?? { cards: [] };
    expect(field).toEqual({ epoch: '21146874ba7326a1', version: 7, at: when + 45, loose: 0 });
    expect(cards.map(({ question, due, attempts, best, missed }) => [question, due, attempts, best, missed])).toEqual([
      [64, 20783, 1, 50, 0b111100],
      [71, 20782, 1, 0, 0b1111111],
    ]);
    expect(seen).toHaveLength(7);
    expect(open).toEqual({
      question: 58,
      at: when + 45,
      holder: '96bfef6a09c2069d',
      heard: 0,
      begun: true,
      flagged: false,
      session: { kind: 'practice', plan: [58, 34, 60], position: 0, outcomes: [] },
    });
  });

  test('are of the present schema once they were read', async () => {
    const items = await bench.items(WHO);
    expect(items.map(({ schema }) => schema?.N)).toEqual([String(SCHEMA), String(SCHEMA)]);
  });
});

/** As if two versions had come since: one that calls the rate a pace, and one that counts in tens. */
const renamed: Step = ({ rate, ...item }) => ({ ...item, ...(rate && { pace: rate }) });
const tenfold: Step = (item) => ({ ...item, ...(item.v?.N && { v: { N: `${item.v.N}0` } }) });
const LATER = [renamed, tenfold];

const item = (schema: string, more: Item = {}): Item => ({
  schema: { N: schema },
  e: { S: 'a' },
  v: { N: '4' },
  rate: { S: 'slow' },
  expiresAt: { N: String(NOW) },
  ...more,
});

test.each([
  ['an item of the first goes all the way', item('1'), { schema: { N: '3' }, pace: { S: 'slow' }, v: { N: '40' } }],
  ['an item of the second goes the rest', item('2'), { schema: { N: '3' }, rate: { S: 'slow' }, v: { N: '40' } }],
])('of three schemas, %s', (_, before, after) => {
  expect(upgraded(before, LATER)).toMatchObject(after);
});

test.each([
  ['the present one', item('3')],
  ['a newer one', item('4')],
  ['none', item('', { schema: { S: 'one' } })],
  ['half a one', item('1.5')],
  ['one before the first', item('0')],
])('an item of %s stays as it is', (_, before) => {
  expect(upgraded(before, LATER)).toBe(before);
});

describe('reading', () => {
  /** Reads as the last of three versions would, counting what it writes. */
  async function read(who: ReturnType<typeof somebody>, before: () => Promise<void> = async () => undefined) {
    const calls = tableCalls({ client: bench.client, table: bench.table });
    let writes = 0;
    const counting: Pick<typeof calls, 'rows' | 'put'> = {
      rows: calls.rows,
      put: async (...args) => {
        writes += 1;
        await before();
        return calls.put(...args);
      },
    };
    const items = await presentItems(counting, partitionOf(who.household), prefixOf(who), LATER);
    return { items, writes };
  }

  test('older items are written anew, once, with everything that is in them', async () => {
    const who = somebody();
    await bench.put(meKey(who), item('1', { other: { S: 'kept' } }));
    await bench.put(fieldKey(who, 'librarian'), item('2'));
    await bench.put(fieldKey(who, 'archivist'), item('3'));
    const { items, writes } = await read(who);
    expect(writes).toBe(2);
    expect(await bench.items(who)).toEqual(items);
    expect(items.map(({ schema }) => schema?.N)).toEqual(['3', '3', '3']);
    expect(items.find(({ pace }) => pace)).toMatchObject({ pace: { S: 'slow' }, other: { S: 'kept' } });
    expect((await read(who)).writes).toBe(0);
  });

  test('an item that somebody writes meanwhile is read again, and nothing of it is lost', async () => {
    const who = somebody();
    await bench.put(meKey(who), item('1'));
    let first = true;
    const { items, writes } = await read(who, async () => {
      if (first) await bench.put(meKey(who), item('1', { v: { N: '5' }, rate: { S: 'fast' } }));
      first = false;
    });
    expect(writes).toBe(2);
    expect(items).toMatchObject([{ pace: { S: 'fast' }, v: { N: '50' } }]);
    expect(await bench.items(who)).toEqual(items);
  });

  test('whoever never gets through says so, and has written over nothing', async () => {
    const who = somebody();
    let version = 4;
    await bench.put(meKey(who), item('1'));
    const somebodyElse = async () => {
      version += 1;
      await bench.put(meKey(who), item('1', { v: { N: String(version) } }));
    };
    await expect(read(who, somebodyElse)).rejects.toThrow('Older items kept changing');
    expect(await bench.items(who)).toMatchObject([{ v: { N: String(version) }, rate: { S: 'slow' } }]);
  });
});
