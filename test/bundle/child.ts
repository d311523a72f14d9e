import { type ChildProcess, fork } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { paginateScan } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { type Embedded, openEmbedded } from '../../simulator/store/embedded';
import { LAMBDA_DIST } from '../../tools/paths';
import { clientOf } from '../contracts/engine';
import { SKILL_ID } from './bundle';

const DRIVER = 'driver.cjs';

/** What the SDK says of every Node that it will leave behind some day. */
const QUIET = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };

const Message = z.object({
  id: z.union([z.number(), z.literal('ready')]),
  response: z.unknown().optional(),
  error: z.unknown().optional(),
});

/** The built function in a process of its own, in a folder that holds nothing else, on a database of its own. */
export interface Bundle {
  readonly folder: string;
  /** Gives the response, or rejects with what the handler rejected with. */
  readonly send: (event: unknown, how?: { readonly byCallback: boolean }) => Promise<unknown>;
  /** Keys of everything in its table. */
  readonly kept: () => Promise<readonly string[]>;
  /** Lines that it has logged, and forgets them. */
  readonly takeLogs: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/**
 * Starts the built function as it lies in `from`. `env` is added to what it finds in its environment, and `undefined` takes something
 * away. The database is closed with it.
 */
export async function openBundle(
  env: Readonly<Record<string, string | undefined>> = {},
  from = LAMBDA_DIST,
  opened?: Embedded,
): Promise<Bundle> {
  Object.assign(process.env, QUIET);
  const store = opened ?? (await openEmbedded());
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  cpSync(from, folder, { recursive: true });
  cpSync(join(__dirname, DRIVER), join(folder, DRIVER));
  const close = async () => {
    rmSync(folder, { recursive: true, force: true });
    await store.close();
  };
  try {
    const started = await start(folder, store, env);
    return {
      ...started,
      folder,
      kept: () => keysIn(store),
      close: async () => {
        await started.stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The key of every item, the household's hash left out. */
async function keysIn({ endpoint, table }: Embedded): Promise<readonly string[]> {
  const client = clientOf(endpoint);
  try {
    const keys: string[] = [];
    for await (const { Items = [] } of paginateScan({ client }, { TableName: table })) {
      keys.push(...Items.map(({ sk }) => sk?.S ?? ''));
    }
    return keys.sort();
  } finally {
    client.destroy();
  }
}

async function start(folder: string, store: Embedded, env: Readonly<Record<string, string | undefined>>) {
  const child = fork(join(folder, DRIVER), [join(folder, 'index.js')], {
    cwd: folder,
    env: { ...store.env, ...QUIET, SKILL_ID, ...env },
    execArgv: [],
    silent: true,
  });
  const [out, err] = [linesOf(child.stdout), linesOf(child.stderr)];
  const waiting = new Map<unknown, (message: z.infer<typeof Message>) => void>();
  child.on('message', (json) => {
    const message = Message.parse(json);
    waiting.get(message.id)?.(message);
  });
  const gone = exited(child).then(() => {
    throw new Error(err.rest() || 'The function ended.');
  });
  const reply = async (id: number | 'ready') => {
    const { error, response } = await Promise.race([
      new Promise<z.infer<typeof Message>>((resolve) => waiting.set(id, resolve)),
      gone,
    ]);
    if (error !== undefined && error !== null) throw new Error(String(error));
    return response;
  };
  await reply('ready');
  let count = 0;
  return {
    send: (event: unknown, { byCallback } = { byCallback: false }) => {
      count += 1;
      child.send({ id: count, event, byCallback });
      return reply(count);
    },
    takeLogs: async () => {
      count += 1;
      const mark = `--- ${count}`;
      const written = Promise.all([out.upTo(mark), err.upTo(mark)]);
      child.send({ id: count, mark });
      return (await Promise.race([written, gone])).flat();
    },
    stop: async () => {
      gone.catch(() => undefined);
      child.kill();
      await exited(child);
    },
  };
}

/** What a stream has brought, taken up to a mark that is written into it. */
function linesOf(stream: Readable | null) {
  let text = '';
  let look = () => {};
  stream?.setEncoding('utf8').on('data', (more: string) => {
    text += more;
    look();
  });
  return {
    rest: () => text,
    upTo: (mark: string) =>
      new Promise<readonly string[]>((resolve) => {
        look = () => {
          const [before = '', after] = text.split(`${mark}\n`);
          if (after === undefined) return;
          text = after;
          resolve(before.split('\n').filter((line) => line !== ''));
        };
        look();
      }),
  };
}

const exited = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
  });
