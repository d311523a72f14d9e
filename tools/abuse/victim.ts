import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { partitionOf } from '../../lambda/adapters/dynamo/hashing';
import { intentEnvelope, launchEnvelope, userIdOf } from '../bench/envelopes';
import type { Handler } from '../load/learner';

const NAME = 'somebody-else';
/** A word that only they have said. */
export const SECRET = 'zebrasecret';
const NOON = Date.UTC(2026, 10, 20, 12);

/** Has somebody practise who does nothing afterwards. */
export async function practises(handler: Handler): Promise<void> {
  const answer = `i am ${SECRET} and i would check the retention schedule`;
  const said = [['AskQuestionIntent'], ['AnswerIntent', { answer }], ['ThatsAllIntent'], ['SettingIntent']] as const;
  let attributes = (await handler(launchEnvelope(NAME, NAME, NOON))).sessionAttributes;
  for (const [i, [intent, slots]] of said.entries()) {
    const at = { timestamp: new Date(NOON + (i + 1) * 4_000).toISOString() };
    const session = { id: NAME, user: NAME, ...(attributes && { attributes }) };
    attributes = (await handler(intentEnvelope(session, i, intent, slots, at))).sessionAttributes;
  }
}

/** Everything that is kept of them, as text that can be compared. */
export async function keptOfThem(env: Readonly<Record<string, string>>): Promise<string> {
  const credentials = { accessKeyId: 'abuse', secretAccessKey: 'abuse' };
  const client = new DynamoDBClient({
    endpoint: env.AWS_ENDPOINT_URL_DYNAMODB ?? '',
    region: 'us-east-1',
    credentials,
  });
  const query = new QueryCommand({
    TableName: env.PROGRESS_TABLE,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: partitionOf(userIdOf(NAME)) } },
  });
  try {
    return JSON.stringify((await client.send(query)).Items);
  } finally {
    client.destroy();
  }
}
