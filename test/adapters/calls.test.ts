import { createServer, type Server } from 'node:net';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { turnLimit } from '../../lambda/adapters/dynamo/client';
import { dynamoStore } from '../../lambda/adapters/dynamo/store';
import { type ProgressStore, StoreUnavailableError } from '../../lambda/ports/store';
import { type Bench, benchOn, clientOf, inMemory, somebody } from '../contracts/engine';
import { card, change, me, NOW, open, request } from '../contracts/samples';

const who = somebody();
const calls: readonly ((store: ProgressStore) => Promise<unknown>)[] = [
  (store) => store.load(who, NOW),
  (store) => store.begin(who, me, NOW),
  (store) => store.saveMe(who, me, NOW),
  (store) => store.saveField(who, change({ version: 1 }), NOW),
  (store) => store.sweep(who, me.epoch),
  (store) => store.forget(who, me.epoch),
  (store) => store.forgetHousehold(who.household),
];

/** No call may keep a listener waiting longer, so the tests that wait give up then. */
const PATIENCE = 3_000;

describe('Without an answer from the table', () => {
  let server: Server;
  let client: DynamoDBClient;
  let answer: string | undefined;

  beforeAll(async () => {
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', () => answer !== undefined && socket.end(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    client = clientOf(`http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`);
  });
  afterAll(() => {
    client.destroy();
    server.close();
  });

  test(
    'every call gives up in time when nobody answers',
    async () => {
      answer = undefined;
      const stores = calls.map(() => dynamoStore({ client, table: 'progress', signal: turnLimit() }));
      const given = await Promise.all(stores.map((store, i) => calls[i]?.(store).catch((error: unknown) => error)));
      for (const each of given) expect(each).toBeInstanceOf(StoreUnavailableError);
    },
    PATIENCE,
  );

  test(
    'a call gives up after two attempts, also without a limit for the turn',
    async () => {
      answer = undefined;
      await expect(dynamoStore({ client, table: 'progress' }).load(who, NOW)).rejects.toThrow(StoreUnavailableError);
    },
    PATIENCE,
  );

  test(
    'all calls of a turn have one limit together',
    async () => {
      answer = undefined;
      const store = dynamoStore({ client, table: 'progress', signal: turnLimit() });
      for (let i = 0; i < 5; i++) await expect(store.load(who, NOW)).rejects.toThrow(StoreUnavailableError);
    },
    PATIENCE,
  );

  test.each([
    [
      'a refusal',
      'HTTP/1.1 400 Bad Request',
      '{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException"}',
    ],
    ['throttling', 'HTTP/1.1 400 Bad Request', '{"__type":"com.amazonaws.dynamodb.v20120810#ThrottlingException"}'],
    ['an error of the service', 'HTTP/1.1 500 Internal Server Error', '{}'],
    ['what is no answer at all', 'SSH-2.0-OpenSSH_9.6', ''],
  ])('%s is no answer', async (_, status, body) => {
    answer = `${status}\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    for (const call of calls) {
      const failed = await call(dynamoStore({ client, table: 'progress' })).catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(StoreUnavailableError);
      expect(failed).toHaveProperty('cause', expect.any(Error));
    }
  });

  test('a port where nobody listens is no answer', async () => {
    const nobody = clientOf('http://127.0.0.1:1');
    await expect(dynamoStore({ client: nobody, table: 'progress' }).load(who, NOW)).rejects.toThrow(
      StoreUnavailableError,
    );
    nobody.destroy();
  });
});

describe('The calls of a turn', () => {
  let bench: Bench;
  let made: { readonly kind: 'read' | 'write'; readonly units: number }[] = [];
  beforeAll(async () => {
    bench = await benchOn(await inMemory());
  });
  afterAll(() => bench.close());
  beforeEach(() => {
    made = [];
  });
  const counted = () =>
    dynamoStore({ client: bench.client, table: bench.table, onCall: (kind, units) => made.push({ kind, units }) });

  test('a load is one read, a save one write, also one that comes too late', async () => {
    const someone = somebody();
    await counted().begin(someone, me, NOW);
    await counted().saveField(someone, change(), NOW);
    await counted().load(someone, NOW);
    await counted().saveField(someone, change({ version: 7 }), NOW);
    expect(made.map(({ kind }) => kind)).toEqual(['write', 'write', 'read', 'write']);
  });

  const seen = Array.from({ length: 16 }, (_, i) => request(i));
  const deckOf = (size: number) => Array.from({ length: size }, (_, i) => card(i + 1));

  test.each([
    { cards: 0, loose: 0, units: 1 },
    { cards: 0, loose: 16, units: 1 },
    { cards: 60, loose: 0, units: 2 },
    { cards: 60, loose: 16, units: 2 },
    { cards: 250, loose: 0, units: 5 },
    { cards: 250, loose: 16, units: 6 },
  ])(
    'an answer graded with $cards cards packed and $loose loose costs $units units',
    async ({ cards, loose, units }) => {
      const someone = somebody();
      await bench.store.saveField(someone, change({ seen, deck: deckOf(cards), open }), NOW);
      for (let i = 0; i < loose; i++) {
        await bench.store.saveField(someone, change({ version: i + 1, seen, cards: [card(i + 1, 2)] }), NOW);
      }
      await counted().saveField(someone, change({ version: loose + 1, seen, cards: [card(1, 9)] }), NOW);
      expect(made).toEqual([{ kind: 'write', units }]);
    },
  );
});
