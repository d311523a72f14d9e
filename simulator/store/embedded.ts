import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { checkFolder, EmbeddedStoreError } from './folder';
import { createProgressTable } from './table';

/** A DynamoDB of one's own, inside this process. */
export interface Embedded {
  /** Its address, on 127.0.0.1. */
  readonly endpoint: string;
  /** The progress table, made if it was missing. */
  readonly table: string;
  /** What the skill finds in its environment, so that it talks to this engine. The keys are dummies. */
  readonly env: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

const TABLE = 'interview-rehearsal';
const REGION = 'us-east-1';
const DUMMY = 'embedded';

/**
 * Opens the embedded engine on 127.0.0.1 with the progress table in it.
 * @param options.dir data folder: progress is kept in its subfolder `progress`; in memory when absent
 * @throws EmbeddedStoreError if the folder is in use, damaged or cannot be made
 */
export async function openEmbedded({ dir }: { readonly dir?: string } = {}): Promise<Embedded> {
  const path = dir === undefined ? undefined : await folderIn(dir);
  const server = dynalite({ createTableMs: 0, ...(path !== undefined && { path }) });
  // The engine throws when a client hangs up in the middle of a request, out of reach of any catch.
  server.on('request', (request) => {
    request.removeAllListeners('error');
    request.on('error', () => undefined);
  });
  const endpoint = `http://127.0.0.1:${await listening(server)}`;
  try {
    await makeTable(endpoint);
  } catch (error) {
    await closed(server);
    throw error;
  }
  return {
    endpoint,
    table: TABLE,
    env: {
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: DUMMY,
      AWS_SECRET_ACCESS_KEY: DUMMY,
      PROGRESS_TABLE: TABLE,
    },
    close: () => closed(server),
  };
}

async function folderIn(dir: string): Promise<string> {
  const path = join(dir, 'progress');
  await mkdir(dir, { recursive: true }).catch((cause: Error) => {
    throw new EmbeddedStoreError(
      `The data folder ${dir} cannot be made (${cause.message}). Use --data for another folder.`,
      { cause },
    );
  });
  await checkFolder(path);
  return path;
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') return reject(new Error('The engine has no port.'));
      resolve(address.port);
    });
  });
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });

/** One table with the keys of progress. Making it anew where it exists changes nothing. */
async function makeTable(endpoint: string): Promise<void> {
  const credentials = { accessKeyId: DUMMY, secretAccessKey: DUMMY };
  const client = new DynamoDBClient({ endpoint, region: REGION, credentials });
  try {
    await createProgressTable(client, TABLE);
  } finally {
    client.destroy();
  }
}
