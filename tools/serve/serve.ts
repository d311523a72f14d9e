import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Express } from 'express';
import { ServeError, type ServeOptions } from './options';
import { type Handler, skillServer } from './server';

/** A database that is opened with the server and closed with it; `env` leads the skill there. */
export interface Database {
  readonly env: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

export interface Serving {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** What speakers and the Alexa app fetch; a folder that was not built is not served. */
const FOLDERS = ['audio', 'images'] as const;

/**
 * Serves what was built in `dist`. Without PROGRESS_TABLE in the environment, progress is kept in the database that `openOwn` opens.
 * Throws a `ServeError` with a sentence when that cannot be.
 */
export async function serve(
  dist: string,
  options: ServeOptions,
  openOwn?: (folder: string) => Promise<Database>,
): Promise<Serving> {
  const database = process.env.PROGRESS_TABLE === undefined ? await own(openOwn, options.data) : undefined;
  try {
    Object.assign(process.env, database?.env);
    const folders = FOLDERS.filter((name) => existsSync(join(dist, name)));
    const files = Object.fromEntries(folders.map((name) => [name, join(dist, name)]));
    const handler = loadHandler(join(dist, 'lambda', 'index.js'));
    const app = skillServer(handler, { checked: options.checked, files });
    const server = serverFor(app, options);
    const port = await listening(server, options);
    const close = async () => {
      await closed(server);
      await database?.close();
    };
    return { address: `${options.tls ? 'https' : 'http'}://${options.host}:${port}`, close };
  } catch (error) {
    await database?.close();
    throw error;
  }
}

function own(open: ((folder: string) => Promise<Database>) | undefined, folder: string): Promise<Database> {
  if (open === undefined) throw new ServeError('PROGRESS_TABLE is not set: name the table that keeps progress.');
  return open(folder);
}

/** Loads a built handler. It reads the environment as it loads. */
function loadHandler(file: string): Handler {
  const loaded: { readonly handler: Handler } = createRequire(file)(file);
  return loaded.handler;
}

const serverFor = (app: Express, { tls }: ServeOptions): Server =>
  tls === undefined
    ? createServer(app)
    : createTlsServer({ cert: readFileSync(tls.cert), key: readFileSync(tls.key) }, app);

function listening(server: Server, { host, port }: ServeOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new ServeError(`${host}:${port} cannot be listened on (${cause.message}): try another --port.`, { cause }),
      ),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
