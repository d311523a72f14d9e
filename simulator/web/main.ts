import { once } from 'node:events';
import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import { ensureBuilt } from '../../tools/build';
import { DIST, ROOT } from '../../tools/paths';
import { type Opened, openSpeaker } from '../open';
import { recordingLength } from '../recording';
import { dataFolder, NO_FOLDER } from '../terminal/folder';
import { UsageError } from '../terminal/options';
import { codeOf, messageOf } from '../told';
import { fieldsOf } from './fields';
import { USAGE, type WebOptions, webOptions } from './options';
import { player } from './play';
import { webServer } from './server';
import { recordedVoice } from './voice';

/** This machine alone: what is said here is nobody else's to hear. */
const HOST = '127.0.0.1';

async function main(args: readonly string[]): Promise<void> {
  const options = webOptions(args);
  if (options.help) return console.log(USAGE);
  const dir = options.memory ? undefined : folderOf(options);
  const { log } = dir === undefined ? NO_FOLDER : dataFolder(dir);
  await ensureBuilt();
  const opened = await openSpeaker({
    dist: DIST,
    user: options.user,
    locale: options.locale,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    screen: false,
    log,
    ...(dir !== undefined && { data: dir }),
    ...(options.now !== undefined && { start: options.now }),
  });
  const server = serverFor(opened);
  const port = await listening(server, options.port).catch(async (error: unknown) => {
    await opened.close();
    throw explained(error, options.port);
  });
  closeOnSignal(server, opened);
  const kept = dir === undefined ? 'Nothing is kept.' : `Progress is kept in ${dir}.`;
  process.stdout.write(`A speaker is at http://${HOST}:${port} (Ctrl+C ends it). ${kept}\n`);
}

function serverFor({ speaker, model }: Opened): Server {
  const voice = recordedVoice();
  const start = { invocationName: model.invocationName, voice: voice !== undefined, fields: fieldsOf(model) };
  return webServer({ start, voice, play: player(speaker, (address) => recordingLength(DIST, address)) });
}

/** npm runs scripts in the project's folder; a path is meant from where the person stands. */
function folderOf({ data }: WebOptions): string {
  const here = process.env.npm_lifecycle_event === 'web' ? process.env.INIT_CWD : undefined;
  return data === undefined ? join(ROOT, '.data') : resolve(here ?? process.cwd(), data);
}

/** Listens, and gives the port. */
async function listening(server: Server, port: number): Promise<number> {
  server.listen(port, HOST);
  await once(server, 'listening');
  const address = server.address();
  return address !== null && typeof address === 'object' ? address.port : port;
}

function explained(error: unknown, port: number): unknown {
  if (codeOf(error) === 'EADDRINUSE')
    return new UsageError(`Port ${port} is in use. Take any that is free: npm run web -- --port 0`);
  if (codeOf(error) === 'EACCES')
    return new UsageError(`Port ${port} is not yours to use. Take one from 1024 on: npm run web -- --port 8080`);
  return error;
}

function closeOnSignal(server: Server, opened: Opened): void {
  const close = () => {
    server.close(() => void opened.close());
    server.closeAllConnections();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, close);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const isFault = error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError;
  process.stderr.write(`${isFault ? (error.stack ?? error.message) : messageOf(error)}\n`);
  process.exitCode = 2;
});
