import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { SkillBuilders } from 'ask-sdk-core';
import type { RequestEnvelope } from 'ask-sdk-model';

/** The least with the two SDKs that the skill stands on: one read, one sentence. */
const client = new DynamoDBClient({});

const skill = SkillBuilders.custom()
  .addRequestHandlers({
    canHandle: () => true,
    async handle({ responseBuilder }) {
      const { Count = 0 } = await client.send(
        new QueryCommand({
          TableName: process.env.PROGRESS_TABLE,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
          ExpressionAttributeValues: { ':pk': { S: 'somebody' }, ':sk': { S: 'household#' } },
          ConsistentRead: true,
        }),
      );
      return responseBuilder.speak(`${Count} items.`).withShouldEndSession(true).getResponse();
    },
  })
  .create();

export const handler = (event: RequestEnvelope) => skill.invoke(event);
