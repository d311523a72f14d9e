/** Runs the contract of the progress store on any DynamoDB: `npm run test:store`. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createProgressTable } from '../simulator/store/table';
import { ROOT } from './paths';

const HELP = `Runs the contract suite of the progress store on a DynamoDB of your own, in a table that is made for it and deleted after.

  AWS_ENDPOINT_URL_DYNAMODB=http://127.0.0.1:8000 npm run test:store                             DynamoDB Local
  AWS_ENDPOINT_URL_DYNAMODB=https://dynamodb.eu-west-1.amazonaws.com AWS_REGION=eu-west-1 npm run test:store   AWS

AWS needs credentials that may create, use and delete a table; it costs a few cents at most. An endpoint on this machine takes any.`;

const MS_BETWEEN_LOOKS = 200;

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) return said(process.stdout, HELP, 0);
  if (args.length > 0) return said(process.stderr, `test:store takes no "${args[0]}".\n\n${HELP}`, 2);
  const endpoint = process.env.AWS_ENDPOINT_URL_DYNAMODB;
  if (!endpoint || !URL.canParse(endpoint)) {
    const what = endpoint
      ? `AWS_ENDPOINT_URL_DYNAMODB is not an address: ${endpoint}`
      : 'Set AWS_ENDPOINT_URL_DYNAMODB.';
    return said(process.stderr, `${what}\n\n${HELP}`, 2);
  }
  return onOwnTable(endpoint);
}

async function onOwnTable(endpoint: string): Promise<number> {
  const env = { ...emulatorDefaults(endpoint), ...process.env };
  Object.assign(process.env, env);
  const table = `progress-test-${randomUUID()}`;
  const client = new DynamoDBClient({ endpoint });
  try {
    await createProgressTable(client, table, MS_BETWEEN_LOOKS);
  } catch (error) {
    client.destroy();
    return said(
      process.stderr,
      `No table could be made at ${endpoint} (${reasonOf(error)}). Is it running, and may you?`,
      2,
    );
  }
  try {
    const jest = [require.resolve('jest/bin/jest'), '--runInBand', '--testTimeout=60000', 'test/contracts'];
    const own = { ...env, STORE_ENDPOINT: endpoint, STORE_TABLE: table };
    return spawnSync(process.execPath, jest, { cwd: ROOT, env: own, stdio: 'inherit' }).status ?? 1;
  } finally {
    await client.send(new DeleteTableCommand({ TableName: table }));
    client.destroy();
  }
}

/** An emulator takes any keys and any region, but the client wants some. */
function emulatorDefaults(endpoint: string): Readonly<Record<string, string>> {
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(endpoint).hostname);
  const keys = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_REGION: 'us-east-1' };
  return { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...(isHere && keys) };
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.message || ('code' in error ? String(error.code) : error.name);
};

function said(stream: NodeJS.WriteStream, text: string, code: number): number {
  stream.write(`${text}\n`);
  return code;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
