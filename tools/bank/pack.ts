import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { INDEX_FILE, PACK_FILE } from '../../lambda/adapters/pack';
import { type FieldRow, type IndexHeader, writeIndex } from '../../lambda/bank/index-file';
import type { Common, Field, FieldSummary, PackedField } from '../../lambda/bank/types';
import type { CompiledField } from './compile';

/** What is packed: fields, and what they inherit. */
export interface Packable {
  readonly fields: Iterable<CompiledField>;
  readonly common?: Common | undefined;
}

/** Enough to name as examples of what there is. */
const FIRST = 5;

/**
 * Writes `bank.pack` (what fields inherit and then each field, as deflated JSON, one behind the other) and `bank.index` into a folder, which
 * is made if need be. Fields are taken one at a time, so that thousands need no more memory than one. Both files are replaced whole, at the
 * end.
 */
export function writePack({ fields, common }: Packable, outDir: string): void {
  const pack = join(outDir, PACK_FILE);
  const index = join(outDir, INDEX_FILE);
  mkdirSync(outDir, { recursive: true });
  try {
    const { rows, size, inherited } = writeFields(fields, common, draftOf(pack));
    writeFileSync(draftOf(index), writeIndex(rows, firstOf(rows), size, inherited));
    for (const path of [pack, index]) renameSync(draftOf(path), path);
  } finally {
    for (const path of [pack, index]) rmSync(draftOf(path), { force: true });
  }
}

const draftOf = (path: string): string => `${path}.tmp`;

interface Written {
  readonly rows: readonly FieldRow[];
  readonly size: number;
  readonly inherited?: IndexHeader['common'];
}

function writeFields(fields: Packable['fields'], common: Common | undefined, path: string): Written {
  const rows: FieldRow[] = [];
  const descriptor = openSync(path, 'w');
  let size = 0;
  const append = (value: Common | PackedField): readonly [number, number] => {
    const deflated = deflateSync(JSON.stringify(value));
    writeSync(descriptor, deflated);
    size += deflated.length;
    return [size - deflated.length, deflated.length];
  };
  try {
    const inherited = common && append(common);
    for (const { aliases, area, own, ...field } of fields) {
      const [offset, length] = append(own ?? field);
      rows.push({ offset, length, summary: summarize(field, aliases, area) });
    }
    return { rows, size, ...(inherited && { inherited }) };
  } finally {
    closeSync(descriptor);
  }
}

const summarize = ({ id, name, plural, questions }: Field, aliases: readonly string[], area: string): FieldSummary => ({
  id,
  name,
  plural,
  aliases,
  area,
  questions: questions.length,
});

/** The fullest fields, those with as many questions by id. */
const firstOf = (rows: readonly FieldRow[]): string[] =>
  rows
    .map(({ summary }) => summary)
    .sort((a, b) => b.questions - a.questions || (a.id < b.id ? -1 : 1))
    .slice(0, FIRST)
    .map(({ id }) => id);
