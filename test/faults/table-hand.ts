import { type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { type Key, partitionOf } from '../../lambda/adapters/dynamo/hashing';
import { type Item, keyed } from '../../lambda/adapters/dynamo/items';
import { dynamoStore } from '../../lambda/adapters/dynamo/store';
import type { ProgressStore, Who } from '../../lambda/ports/store';

/** A hand in the table behind the skill's back, as patient as it has to be. */
export interface Hand {
  readonly store: ProgressStore;
  readonly items: (who: Who) => Promise<readonly Item[]>;
  readonly put: (key: Key, attributes: Item) => Promise<void>;
}

export const handOn = (client: DynamoDBClient, table: string): Hand => ({
  store: dynamoStore({ client, table }),
  items: async ({ household }) => {
    const query = new QueryCommand({
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: partitionOf(household) } },
    });
    return (await client.send(query)).Items ?? [];
  },
  put: async (key, attributes) => {
    await client.send(new PutItemCommand({ TableName: table, Item: { ...attributes, ...keyed(key) } }));
  },
});
