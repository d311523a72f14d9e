import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

/**
 * The client for a whole process; it keeps its connections open. Region, credentials and `AWS_ENDPOINT_URL_DYNAMODB` come from the
 * environment unless they are given. The limits fit the 8 seconds that Alexa waits: two attempts of at most a second each.
 */
export const dynamoClient = (
  config: Pick<DynamoDBClientConfig, 'endpoint' | 'region' | 'credentials'> = {},
): DynamoDBClient =>
  new DynamoDBClient({
    ...config,
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 400, requestTimeout: 1_000, throwOnRequestTimeout: true },
  });

/** The time that all calls of one turn have together, from now: give it to the turn's store as its `signal`. */
export const turnLimit = (): AbortSignal => AbortSignal.timeout(2_500);
