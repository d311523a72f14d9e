import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import type { NamedField } from '../../interaction-model/vocabulary';
import { compileShared } from './compile';
import { type Outside, type PackWriter, packWriter } from './pack';
import { type Packed, packFolder } from './pack-folder';
import { hasErrors, type Problem } from './problem';
import { type BankFiles, COMMON, foldersIn } from './read';

/** A bank that was packed, with what the skill package needs of it. */
export interface PackedBank {
  /** The fullest field first: where two give a name to something, it is the one that keeps the name. */
  readonly fields: readonly NamedField[];
  readonly files: BankFiles;
  /** Nothing was written where one of them is an error. */
  readonly problems: readonly Problem[];
}

/** From so many fields on, threads are worth their start. */
const MANY = 24;

export interface PackOptions {
  /** Threads that compile; 0 compiles in this one. */
  readonly threads?: number;
  readonly progress?: (done: number, total: number) => void;
  /** Where the pack goes when it is too large to lie beside the function. */
  readonly outside?: Outside;
}

/**
 * Compiles the bank `root` into `bank.pack` and `bank.index` in `outDir`, a field at a time: many fields on several threads, and never more
 * than a few of them in memory. The files are the same, however many threads there are.
 */
export async function buildPack(root: string, outDir: string, options: PackOptions = {}): Promise<PackedBank> {
  const names = foldersIn(root);
  const shared = compileShared(root, names.value);
  const own = names.value.filter((name) => name !== COMMON);
  const { threads = own.length < MANY ? 0 : availableParallelism() } = options;
  const writer = packWriter(outDir, shared.value.common, options.outside);
  try {
    const packed =
      threads === 0 ? inThisThread(own, (name) => packFolder(name, shared.value)) : inThreads(root, own, threads);
    const { fields, problems } = await write(packed, writer, (done) => options.progress?.(done, own.length));
    const all = [...names.problems, ...shared.problems, ...problems];
    if (!hasErrors(all)) writer.finish();
    return { fields: fields.sort((a, b) => b.questions - a.questions), files: shared.value.files, problems: all };
  } finally {
    writer.discard();
  }
}

async function write(packed: AsyncIterable<Packed>, writer: PackWriter, progress: (done: number) => void) {
  const fields: (NamedField & { readonly questions: number })[] = [];
  const problems: Problem[] = [];
  let done = 0;
  for await (const { entry, topics, terms, problems: found } of packed) {
    problems.push(...found);
    if (entry) {
      writer.add(entry);
      fields.push({ ...entry.summary, topics, terms });
    }
    progress(++done);
  }
  return { fields, problems };
}

async function* inThisThread(names: readonly string[], pack: (name: string) => Packed): AsyncIterable<Packed> {
  for (const name of names) yield pack(name);
}

/** In the order of the names; no more are begun than the threads are busy with for a while. */
async function* inThreads(root: string, names: readonly string[], threads: number): AsyncIterable<Packed> {
  const pool = new Piscina<string, Packed>({
    filename: join(__dirname, 'pack-worker.ts'),
    execArgv: ['--import', 'tsx'],
    workerData: root,
    minThreads: threads,
    maxThreads: threads,
  });
  const begun: Promise<Packed>[] = [];
  try {
    for (const name of names) {
      begun.push(pool.run(name));
      const oldest = begun.length > threads * 4 ? begun.shift() : undefined;
      if (oldest) yield await oldest;
    }
    for (const each of begun) yield await each;
  } finally {
    await pool.destroy();
  }
}
