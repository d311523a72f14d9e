import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { INDEX_FILE, PACK_FILE } from '../../lambda/adapters/pack';
import { bind } from '../../lambda/adapters/sheaf';
import { type FieldRow, type WrittenRow, writeIndex } from '../../lambda/bank/index-file';
import type { Common, FieldSummary } from '../../lambda/bank/types';
import type { CompiledField } from './compile';

/** What is packed: fields, and what they inherit. */
export interface Packable {
  readonly fields: Iterable<CompiledField>;
  readonly common?: Common | undefined;
}

/** A field as it lies in a pack, and what the index says of it. */
export interface PackedEntry {
  readonly summary: FieldSummary;
  /** What people call its own topics. */
  readonly topics: readonly string[];
  readonly bound: Uint8Array;
}

/** Enough to name as examples of what there is. */
const FIRST = 5;

/** A field, packed. */
export function packField({ aliases, area, own, ...field }: CompiledField): PackedEntry {
  const { id, name, plural, questions } = field;
  return {
    summary: { id, name, plural, aliases, area, questions: questions.length },
    topics: (own ?? field).topics.flatMap(({ name: topic, aliases: others }) => [topic, ...others]),
    bound: bind(own ?? field),
  };
}

/** A bank on its way to disk. */
export interface PackWriter {
  add(entry: PackedEntry): void;
  /** Puts both files in place: the pack beside the index, or elsewhere when it is too large. */
  finish(): void;
  /** Takes away what is not finished. */
  discard(): void;
}

/**
 * Writes `bank.pack` (what fields inherit and then each field, bound by `bind`, one behind the other) and `bank.index` into a folder, which
 * is made if need be. Fields are taken one at a time, so that thousands need no more memory than one. Both files are replaced whole, at the
 * end.
 */
export function writePack({ fields, common }: Packable, outDir: string): void {
  const writer = packWriter(outDir, common);
  try {
    for (const field of fields) writer.add(packField(field));
    writer.finish();
  } finally {
    writer.discard();
  }
}

/** Where a pack goes that is larger than what may lie beside the function. */
export interface Outside {
  readonly dir: string;
  /** Bytes up to which a pack lies beside its index. */
  readonly over: number;
}

/** The same for fields that come one by one. Whoever opens it discards it in the end, finished or not. */
export function packWriter(outDir: string, common?: Common, outside?: Outside): PackWriter {
  const [pack, index] = [join(outDir, PACK_FILE), join(outDir, INDEX_FILE)];
  mkdirSync(outDir, { recursive: true });
  const descriptor = openSync(draftOf(pack), 'w');
  const print = createHash('sha256');
  const rows: WrittenRow[] = [];
  let size = 0;
  const append = (bytes: Uint8Array): readonly [number, number] => {
    writeSync(descriptor, bytes);
    print.update(bytes);
    size += bytes.length;
    return [size - bytes.length, bytes.length];
  };
  const inherited = common && append(bind(common));
  return {
    add({ summary, topics, bound }) {
      const [offset, length] = append(bound);
      rows.push({ offset, length, summary, topics });
    },
    finish() {
      const fullest = [...rows].sort((a, b) => b.summary.questions - a.summary.questions || byId(a, b));
      const first = fullest.slice(0, FIRST).map(({ summary }) => summary.id);
      // Named by what is in it, so that a function never reads another pack than the one that its index was made with.
      const elsewhere = outside && size > outside.over ? `bank-${print.digest('hex').slice(0, 32)}.pack` : undefined;
      const more = { ...(inherited && { common: inherited }), ...(elsewhere !== undefined && { elsewhere }) };
      writeFileSync(draftOf(index), writeIndex(fullest, first, size, more));
      renameSync(draftOf(pack), elsewhere !== undefined && outside ? placeIn(outside.dir, elsewhere) : pack);
      renameSync(draftOf(index), index);
    },
    discard() {
      closeSync(descriptor);
      for (const path of [pack, index]) rmSync(draftOf(path), { force: true });
    },
  };
}

function placeIn(dir: string, name: string): string {
  mkdirSync(dir, { recursive: true });
  return join(dir, name);
}

const byId = (a: FieldRow, b: FieldRow): number => (a.summary.id < b.summary.id ? -1 : 1);

const draftOf = (path: string): string => `${path}.tmp`;
