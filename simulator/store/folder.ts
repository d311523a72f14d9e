import { readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { soundLog } from './log';

/** Progress on disk cannot be opened. The message is a sentence for people: what, where, what to do. */
export class EmbeddedStoreError extends Error {
  override readonly name = 'EmbeddedStoreError';
}

interface Level {
  open(): Promise<void>;
  close(): Promise<void>;
  iterator(): AsyncIterable<readonly [string, unknown]>;
}
type LevelOptions = { readonly valueEncoding: 'json'; readonly createIfMissing: boolean };

// The very LevelDB that dynalite will open the folder with.
const { Level }: { Level: new (path: string, options: LevelOptions) => Level } = createRequire(
  require.resolve('dynalite'),
)('level');

/**
 * Makes sure that the engine will be able to open a folder, and that everything in it can be read. The engine itself would bring the
 * process down, and LevelDB begins afresh over much that it cannot read; here nothing that was there is written over.
 *
 * @throws EmbeddedStoreError if another process has the folder open, or it is damaged
 */
export async function checkFolder(path: string): Promise<void> {
  const files = await filesIn(path);
  for (const log of files.filter((name) => name.endsWith('.log'))) {
    if (!soundLog(await readFile(join(path, log)))) throw damaged(path, `${log} is not a log of LevelDB`);
  }
  const createIfMissing = !files.some((name) => /^MANIFEST-|\.(ldb|log)$/.test(name));
  const database = new Level(path, { valueEncoding: 'json', createIfMissing });
  try {
    await database.open();
    for await (const _ of database.iterator());
  } catch (error) {
    throw explained(path, error);
  } finally {
    await database.close();
  }
}

async function filesIn(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw explained(path, error);
  });
  if (found === undefined) return [];
  if (!found.isDirectory()) throw damaged(path, 'it is a file, not a folder');
  return readdir(path);
}

function explained(path: string, error: unknown): EmbeddedStoreError {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (codeOf(cause) === 'LEVEL_LOCKED') {
    return new EmbeddedStoreError(
      `The simulator is already running on ${path}. End the other one, or use --data for another folder.`,
      { cause },
    );
  }
  return damaged(path, cause instanceof Error ? cause.message : String(cause), cause);
}

const damaged = (path: string, why: string, cause?: unknown): EmbeddedStoreError =>
  new EmbeddedStoreError(
    `The progress kept in ${path} cannot be read (${why}). What is kept there was not touched. Move that folder away or restore it, or use --data for another folder.`,
    { cause },
  );

const codeOf = (error: unknown): unknown =>
  error !== null && typeof error === 'object' && 'code' in error ? error.code : undefined;
