import {
  type AttributeValue,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  type ConsumedCapacity,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { inTime } from '../../ports/in-time';
import { type OnCall, type Saved, StoreUnavailableError } from '../../ports/store';
import type { Key } from './hashing';
import { type Expression, type Item, keyed } from './items';

/** The most that one BatchWriteItem takes. */
const BATCH = 25;

export interface StoreOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
  /** Ends every call when it aborts: the time limit of a turn. */
  readonly signal?: AbortSignal;
  readonly onCall?: OnCall;
}

/** The calls that the store makes. Each throws `StoreUnavailableError` for whatever is not an answer or a failed condition. */
export interface Calls {
  /** All items of a partition whose sort key begins with `prefix`, read consistently, all pages. */
  readonly rows: (pk: string, prefix: string) => Promise<readonly Item[]>;
  /** One item, read consistently. */
  readonly row: (key: Key) => Promise<Item | undefined>;
  /** Writes a whole item while the condition holds. */
  readonly put: (item: Item, condition: Expression) => Promise<Saved>;
  /** Changes an item while the condition holds. */
  readonly update: (key: Key, update: Expression, condition: Expression) => Promise<Saved>;
  /** Deletes an item while the condition holds. */
  readonly remove: (key: Key, condition: Expression) => Promise<Saved>;
  /** Deletes items unconditionally. The table may leave some of them out; ask again. */
  readonly removeAll: (keys: readonly Key[]) => Promise<void>;
}

export function tableCalls({ client, table, signal, onCall }: StoreOptions): Calls {
  const common = { TableName: table, ...(onCall && { ReturnConsumedCapacity: 'TOTAL' as const }) };
  const options = signal ? { abortSignal: signal } : {};

  // The SDK hears the signal while a request is under way. Between two tries, and in the middle of an answer, it does not.
  const limited = <O>(sent: Promise<O>): Promise<O> => (signal ? inTime(sent, signal) : sent);

  async function answered<O extends Metered>(kind: 'read' | 'write', sent: Promise<O>): Promise<O> {
    const output = await limited(sent).catch((error: unknown) => {
      if (!(error instanceof ConditionalCheckFailedException)) throw unavailable(error);
      onCall?.(kind, 0);
      throw error;
    });
    onCall?.(kind, unitsOf(output.ConsumedCapacity));
    return output;
  }

  async function saved(sent: Promise<Metered>): Promise<Saved> {
    try {
      await answered('write', sent);
      return 'saved';
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 'stale';
      throw error;
    }
  }

  return {
    rows: async (pk, prefix) => {
      const keys = conditionOn({
        text: prefix === '' ? '#pk = :pk' : '#pk = :pk AND begins_with(#sk, :prefix)',
        values: { ':pk': { S: pk }, ...(prefix !== '' && { ':prefix': { S: prefix } }) },
      });
      const { ConditionExpression: KeyConditionExpression, ...named } = keys;
      const query = { ...common, ...named, KeyConditionExpression, ConsistentRead: true };
      const items: Item[] = [];
      let from: Record<string, AttributeValue> | undefined;
      do {
        const page = new QueryCommand({ ...query, ...(from && { ExclusiveStartKey: from }) });
        const { Items, LastEvaluatedKey } = await answered('read', client.send(page, options));
        items.push(...(Items ?? []));
        from = LastEvaluatedKey;
      } while (from);
      return items;
    },
    row: async (key) => {
      const get = new GetItemCommand({ ...common, Key: keyed(key), ConsistentRead: true });
      return (await answered('read', client.send(get, options))).Item;
    },
    put: (item, condition) =>
      saved(client.send(new PutItemCommand({ ...common, Item: item, ...conditionOn(condition) }), options)),
    update: (key, update, condition) => {
      const both = { text: condition.text, values: { ...condition.values, ...update.values } };
      const named = { ...conditionOn(both), ExpressionAttributeNames: namesIn(`${condition.text} ${update.text}`) };
      const command = new UpdateItemCommand({ ...common, Key: keyed(key), UpdateExpression: update.text, ...named });
      return saved(client.send(command, options));
    },
    remove: (key, condition) =>
      saved(client.send(new DeleteItemCommand({ ...common, Key: keyed(key), ...conditionOn(condition) }), options)),
    removeAll: async (keys) => {
      const { TableName, ...rest } = common;
      for (let i = 0; i < keys.length; i += BATCH) {
        const deletes = keys.slice(i, i + BATCH).map((key) => ({ DeleteRequest: { Key: keyed(key) } }));
        const batch = new BatchWriteItemCommand({ ...rest, RequestItems: { [TableName]: deletes } });
        await answered('write', client.send(batch, options));
      }
    },
  };
}

interface Metered {
  readonly ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] | undefined;
}

const unitsOf = (consumed: ConsumedCapacity | ConsumedCapacity[] | undefined): number =>
  [consumed ?? []].flat().reduce((sum, { CapacityUnits }) => sum + (CapacityUnits ?? 0), 0);

function conditionOn({ text, values }: Expression) {
  return {
    ConditionExpression: text,
    ExpressionAttributeNames: namesIn(text),
    ExpressionAttributeValues: { ...values },
  };
}

/** Every attribute goes by a placeholder: some of their names are words of the expression language. */
const namesIn = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/#(\w+)/g)].map(([placeholder, name = '']) => [placeholder, name]));

function unavailable(cause: unknown): StoreUnavailableError {
  const why = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return new StoreUnavailableError(`The table gave no answer (${why}).`, { cause });
}
