import { join } from 'node:path';
import { findField, findName, findTopic, type Index, openIndex } from '../bank/index-file';
import { inheriting } from '../bank/inherit';
import type { Bank, Common, Field, FieldSummary, PackedField } from '../bank/types';
import { type BankFile, BankFileError, guarded, type OpenFile, openFile } from './bank-file';
import { type FetchRange, fetchedFile } from './fetched-file';
import { keepLast, once, type Sized } from './keep-last';
import { type Closed, opened as openQuestion, unbind } from './sheaf';

export const INDEX_FILE = 'bank.index';
export const PACK_FILE = 'bank.pack';

/** Fields that stay open; a conversation seldom needs more than two. Their bytes are as they lie in the pack. */
const OPEN_FIELDS = { entries: 4, bytes: 4 * 1024 * 1024 };

/** A bank on disk. */
export interface OpenBank extends Bank {
  /** Gives the files back; nothing can be looked up afterwards. */
  close(): void;
}

/** Reads a pack that lies elsewhere, by its name. */
export type PackElsewhere = (name: string) => FetchRange;

/**
 * Opens the built bank in a folder: `bank.index` is searched where it lies and `bank.pack` is read a field at a time, so that opening
 * costs the same for one field and for thousands. Where the index says that its pack lies elsewhere, it is read by `elsewhere`, and a
 * look-up of a field throws `Elsewhere` until that field is fetched; without `elsewhere`, in `packs` beside the folder. Throws
 * `BankFileError`, here and in look-ups.
 */
export function openBank(dir: string, elsewhere?: PackElsewhere): OpenBank {
  const files: BankFile[] = [];
  const opened = <T extends BankFile>(file: T): T => {
    files.push(file);
    return file;
  };
  const close = (): void => {
    for (const file of files) file.close();
  };
  try {
    const index = opened(openFile(join(dir, INDEX_FILE)));
    const header = headerOf(index);
    const pack = opened(packOf(dir, header, elsewhere));
    return { ...lookUps(index, pack, header), close };
  } catch (cause) {
    close();
    throw cause;
  }
}

function headerOf(index: OpenFile): Index {
  const header = openIndex(index.read);
  if (!header) throw new BankFileError(index.path, 'is not an index that this version can read');
  if (header.start + header.ids + header.names + header.topics !== index.size)
    throw new BankFileError(index.path, 'is not whole');
  return header;
}

/** A pack that lies elsewhere is found where the build left it when nobody says where it was brought since. */
function packOf(dir: string, header: Index, elsewhere: PackElsewhere | undefined): BankFile {
  if (header.elsewhere === undefined) return packIn(join(dir, PACK_FILE), header);
  return elsewhere
    ? packAt(header.elsewhere, header, elsewhere)
    : packIn(join(dir, '../packs', header.elsewhere), header);
}

function packIn(path: string, header: Index): BankFile {
  const pack = openFile(path);
  if (header.pack === pack.size) return pack;
  pack.close();
  throw new BankFileError(pack.path, 'does not belong to its index');
}

/** What all fields inherit is fetched before anybody asks: the first field that is opened needs it. */
function packAt(name: string, { common }: Index, elsewhere: PackElsewhere): BankFile {
  const pack = fetchedFile(name, elsewhere(name));
  if (common) pack.ahead(...common);
  return pack;
}

function lookUps(index: OpenFile, pack: BankFile, header: Index): Bank {
  const row = (id: string) => guarded(index.path, () => findField(index.read, header, id));
  const common = once(() => guarded(pack.path, () => unpackCommon(pack, header.common)));
  const open = keepLast(OPEN_FIELDS, (id: string): Sized<Field> | undefined => {
    const found = row(id);
    const own = found && guarded(pack.path, () => unpack(pack.read(found.offset, found.length), id));
    if (own === undefined) return undefined;
    const whole = own.value.inherits === undefined ? own.value : inheriting(own.value, common());
    const questions = whole.questions.map((question) => openQuestion(question, (read) => guarded(pack.path, read)));
    return { value: { ...whole, questions }, bytes: own.bytes };
  });
  let first: readonly FieldSummary[] | undefined;
  return {
    field: open,
    named: (spoken) => findName(index.read, header, spoken),
    withTopic: (spoken) => findTopic(index.read, header, spoken),
    fields: () => {
      first ??= header.first.flatMap((id) => row(id)?.summary ?? []);
      return { count: header.count, first };
    },
  };
}

function unpack(bound: Uint8Array, id: string): Sized<PackedField<Closed>> {
  const { value, bytes } = unbind(bound);
  if (!isField(value) || value.id !== id) throw new SyntaxError(`${id} is not where the index says`);
  return { value, bytes };
}

/** What fields inherit, which is opened with the first field that does. */
function unpackCommon(pack: BankFile, place: Index['common']): Common<Closed> {
  const value = place && unbind(pack.read(...place)).value;
  if (!isCommon(value)) throw new SyntaxError('what fields inherit is not where the index says');
  return value;
}

/** The inside was written by the build from checked content, and deflate's checksum says that it is unchanged. */
const isCommon = (value: unknown): value is Common<Closed> =>
  typeof value === 'object' &&
  value !== null &&
  'questions' in value &&
  Array.isArray(value.questions) &&
  'topics' in value &&
  Array.isArray(value.topics);

const isField = (value: unknown): value is PackedField<Closed> => isCommon(value) && 'id' in value;
