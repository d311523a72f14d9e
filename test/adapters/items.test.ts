import { tableCalls } from '../../lambda/adapters/dynamo/calls';
import { type Item, isStill } from '../../lambda/adapters/dynamo/items';
import { type Bench, benchOn, fieldKey, inMemory, somebody } from '../contracts/engine';

describe('An item that may hold anything', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await benchOn(await inMemory());
  });
  afterAll(() => bench.close());

  const sound: Item = { schema: { N: '1' }, e: { S: 'a' }, v: { N: '3' } };
  const cases: readonly (readonly [string, Item, Item])[] = [
    ['another epoch', sound, { ...sound, e: { S: 'b' } }],
    ['another version', sound, { ...sound, v: { N: '4' } }],
    ['another schema', sound, { ...sound, schema: { N: '2' } }],
    ['an epoch where there was none', { v: { N: '3' } }, sound],
    ['a version where there was none', { schema: { N: '1' }, e: { S: 'a' } }, sound],
    ['an epoch where there was a map', { ...sound, e: { M: {} } }, sound],
    ['a version that was text', { ...sound, v: { S: '3' } }, sound],
  ];
  test.each(cases)('is deleted as it was read, but not once it has %s', async (_, before, after) => {
    const key = fieldKey(somebody(), 'librarian');
    const calls = tableCalls({ client: bench.client, table: bench.table });
    await bench.put(key, after);
    expect(await calls.remove(key, isStill(before))).toBe('stale');
    await bench.put(key, before);
    expect(await calls.remove(key, isStill(before))).toBe('saved');
    expect(await calls.row(key)).toBeUndefined();
  });
});
