import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { findField, findName, type Index, openIndex, type ReadAt } from '../bank/index-file';
import { inheriting } from '../bank/inherit';
import type { Bank, Common, Field, FieldSummary, PackedField } from '../bank/types';

export const INDEX_FILE = 'bank.index';
export const PACK_FILE = 'bank.pack';

/** Fields that stay open; a conversation seldom needs more than two. */
const OPEN_FIELDS = 4;
/** Bytes of JSON of all open fields together, and of any one. */
const OPEN_BYTES = 16 * 1024 * 1024;

/** A file of the built bank is missing or damaged. */
export class BankFileError extends Error {
  override readonly name = 'BankFileError';

  constructor(file: string, problem: string, cause?: unknown) {
    super(`${file} ${problem}: run npm run build`, { cause });
  }
}

/** A bank on disk. */
export interface OpenBank extends Bank {
  /** Gives the files back; nothing can be looked up afterwards. */
  close(): void;
}

/**
 * Opens the built bank in a folder: `bank.index` is searched where it lies and `bank.pack` is read a field at a time, so that opening
 * costs the same for one field and for thousands. Throws `BankFileError`, here and in look-ups.
 */
export function openBank(dir: string): OpenBank {
  const files: OpenFile[] = [];
  const open = (name: string): OpenFile => {
    const file = openFile(join(dir, name));
    files.push(file);
    return file;
  };
  const close = (): void => {
    for (const file of files) file.close();
  };
  try {
    const index = open(INDEX_FILE);
    const pack = open(PACK_FILE);
    return { ...lookUps(index, pack, headerOf(index, pack)), close };
  } catch (cause) {
    close();
    throw cause;
  }
}

function headerOf(index: OpenFile, pack: OpenFile): Index {
  const header = openIndex(index.read);
  if (!header) throw new BankFileError(index.path, 'is not an index that this version can read');
  if (header.start + header.ids + header.names !== index.size) throw new BankFileError(index.path, 'is not whole');
  if (header.pack !== pack.size) throw new BankFileError(pack.path, 'does not belong to its index');
  return header;
}

function lookUps(index: OpenFile, pack: OpenFile, header: Index): Bank {
  const row = (id: string) => guarded(index.path, () => findField(index.read, header, id));
  const common = once(() => guarded(pack.path, () => unpackCommon(pack, header.common)));
  const open = keepLast((id: string): Sized<Field> | undefined => {
    const found = row(id);
    const own = found && guarded(pack.path, () => unpack(pack.read(found.offset, found.length), id));
    if (own?.value.inherits === undefined) return own;
    return { value: inheriting(own.value, common()), bytes: own.bytes };
  });
  let first: readonly FieldSummary[] | undefined;
  return {
    field: open,
    named: (spoken) => findName(index.read, header, spoken),
    fields: () => {
      first ??= header.first.flatMap((id) => row(id)?.summary ?? []);
      return { count: header.count, first };
    },
  };
}

/** Whatever goes wrong inside a file is said with the file's name. */
function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new BankFileError(path, `is damaged (${String(cause)})`, cause);
  }
}

interface Sized<T> {
  readonly value: T;
  readonly bytes: number;
}

function unpack(deflated: Uint8Array, id: string): Sized<PackedField> {
  const { value, bytes } = inflated(deflated);
  if (!isField(value) || value.id !== id) throw new SyntaxError(`${id} is not where the index says`);
  return { value, bytes };
}

/** What fields inherit, which is opened with the first field that does. */
function unpackCommon(pack: OpenFile, place: Index['common']): Common {
  const value = place && inflated(pack.read(...place)).value;
  if (!isCommon(value)) throw new SyntaxError('what fields inherit is not where the index says');
  return value;
}

function inflated(deflated: Uint8Array): Sized<unknown> {
  const json = inflateSync(deflated, { maxOutputLength: OPEN_BYTES });
  return { value: JSON.parse(json.toString('utf8')), bytes: json.length };
}

/** The inside was written by the build from checked content, and deflate's checksum says that it is unchanged. */
const isCommon = (value: unknown): value is Common =>
  typeof value === 'object' &&
  value !== null &&
  'questions' in value &&
  Array.isArray(value.questions) &&
  'topics' in value &&
  Array.isArray(value.topics);

const isField = (value: unknown): value is PackedField => isCommon(value) && 'id' in value;

/** Made when first needed, and kept. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Keeps what was asked for last, within `OPEN_FIELDS` and `OPEN_BYTES`. What is not there is not kept. */
function keepLast<T>(load: (key: string) => Sized<T> | undefined): (key: string) => T | undefined {
  const kept = new Map<string, Sized<T>>();
  return (key) => {
    const entry = kept.get(key) ?? load(key);
    if (!entry) return undefined;
    kept.delete(key);
    kept.set(key, entry);
    let bytes = [...kept.values()].reduce((sum, each) => sum + each.bytes, 0);
    for (const [oldest, each] of kept) {
      if (kept.size <= OPEN_FIELDS && bytes <= OPEN_BYTES) break;
      kept.delete(oldest);
      bytes -= each.bytes;
    }
    return entry.value;
  };
}

interface OpenFile {
  readonly path: string;
  readonly size: number;
  readonly read: ReadAt;
  close(): void;
}

function openFile(path: string): OpenFile {
  try {
    const descriptor = openSync(path, 'r');
    return {
      path,
      size: fstatSync(descriptor).size,
      read: (offset, length) => {
        const bytes = Buffer.alloc(length);
        return bytes.subarray(0, readSync(descriptor, bytes, 0, length, offset));
      },
      close: () => closeSync(descriptor),
    };
  } catch (cause) {
    throw new BankFileError(path, 'is missing or cannot be read', cause);
  }
}
