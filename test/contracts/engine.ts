// The SDK tells every process that this Node is old, unless it is asked not to before the first client is made.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { dynamoClient } from '../../lambda/adapters/dynamo/client';
import { fieldKey, type Key, meKey, partitionOf } from '../../lambda/adapters/dynamo/hashing';
import { type Item, keyed } from '../../lambda/adapters/dynamo/items';
import { dynamoStore } from '../../lambda/adapters/dynamo/store';
import type { ProgressStore, Who } from '../../lambda/ports/store';
import { openEmbedded } from '../../simulator/store/embedded';

/** Something that speaks DynamoDB, with a table in it. */
export interface Engine {
  readonly endpoint: () => string;
  readonly table: string;
  /** Closes it and opens it again, where that is possible. */
  readonly reopen: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The embedded engine in memory. */
export async function inMemory(): Promise<Engine> {
  const { endpoint, table, close } = await openEmbedded();
  return { endpoint: () => endpoint, table, reopen: async () => undefined, close };
}

/** The embedded engine on disk. */
export async function onDisk(): Promise<Engine> {
  const dir = await mkdtemp(join(tmpdir(), 'progress-'));
  let engine = await openEmbedded({ dir });
  return {
    endpoint: () => engine.endpoint,
    table: engine.table,
    reopen: async () => {
      await engine.close();
      engine = await openEmbedded({ dir });
    },
    close: async () => {
      await engine.close();
      await rm(dir, { recursive: true });
    },
  };
}

/** Any endpoint, with a table that is there. */
export const named = (endpoint: string, table: string) => async (): Promise<Engine> => ({
  endpoint: () => endpoint,
  table,
  reopen: async () => undefined,
  close: async () => undefined,
});

/** An engine as a test uses it: the store on it, and a hand in the table behind the store's back. */
export interface Bench {
  readonly store: ProgressStore;
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly reopen: () => Promise<void>;
  readonly items: (who: Who) => Promise<readonly Item[]>;
  readonly put: (key: Key, attributes: Item) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function benchOn(engine: Engine): Promise<Bench> {
  let client = clientOf(engine.endpoint());
  const { table } = engine;
  const query = (who: Who) =>
    new QueryCommand({
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: partitionOf(who.household) } },
    });
  return {
    get store() {
      return dynamoStore({ client, table });
    },
    get client() {
      return client;
    },
    table,
    reopen: async () => {
      client.destroy();
      await engine.reopen();
      client = clientOf(engine.endpoint());
    },
    items: async (who) => (await client.send(query(who))).Items ?? [],
    put: async (key, attributes) => {
      await client.send(new PutItemCommand({ TableName: table, Item: { ...attributes, ...keyed(key) } }));
    },
    close: async () => {
      client.destroy();
      await engine.close();
    },
  };
}

/** A client with keys that only an emulator takes, unless the environment has real ones. */
export function clientOf(endpoint: string): DynamoDBClient {
  const real = process.env.AWS_ACCESS_KEY_ID !== undefined || process.env.AWS_PROFILE !== undefined;
  const dummies = { credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
  return dynamoClient({ endpoint, region: process.env.AWS_REGION ?? 'us-east-1', ...(!real && dummies) });
}

/** Somebody of whom nothing is known yet. */
export const somebody = (): Who => ({ household: `amzn1.ask.account.${randomUUID()}` });

export { fieldKey, meKey };
