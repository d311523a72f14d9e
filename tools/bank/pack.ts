import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { INDEX_FILE, PACK_FILE } from '../../lambda/adapters/pack';
import { type FieldRow, writeIndex } from '../../lambda/bank/index-file';
import type { Field, FieldSummary } from '../../lambda/bank/types';
import type { CompiledField } from './compile';

/** Enough to name as examples of what there is. */
const FIRST = 5;

/**
 * Writes `bank.pack` (each field as deflated JSON, one behind the other) and `bank.index` into a folder, which is made if need be.
 * Fields are taken one at a time, so that thousands need no more memory than one. Both files are replaced whole, at the end.
 */
export function writePack(fields: Iterable<CompiledField>, outDir: string): void {
  const pack = join(outDir, PACK_FILE);
  const index = join(outDir, INDEX_FILE);
  mkdirSync(outDir, { recursive: true });
  try {
    const rows = writeFields(fields, draftOf(pack));
    const size = rows.reduce((sum, { length }) => sum + length, 0);
    writeFileSync(draftOf(index), writeIndex(rows, firstOf(rows), size));
    for (const path of [pack, index]) renameSync(draftOf(path), path);
  } finally {
    for (const path of [pack, index]) rmSync(draftOf(path), { force: true });
  }
}

const draftOf = (path: string): string => `${path}.tmp`;

function writeFields(fields: Iterable<CompiledField>, path: string): FieldRow[] {
  const rows: FieldRow[] = [];
  const descriptor = openSync(path, 'w');
  try {
    let offset = 0;
    for (const { aliases, area, ...field } of fields) {
      const deflated = deflateSync(JSON.stringify(field satisfies Field));
      writeSync(descriptor, deflated);
      rows.push({ offset, length: deflated.length, summary: summarize(field, aliases, area) });
      offset += deflated.length;
    }
  } finally {
    closeSync(descriptor);
  }
  return rows;
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
