/**
 * The bank's index: a text file of sorted rows, in which a row is found by a few reads whatever its length.
 *
 *     {"format":2,"count":2,"first":["archivist"],"ids":210,"names":96,"topics":80,"pack":40960}    header, one line of JSON
 *     archivist⇥0⇥20480⇥{"id":"archivist",…}                                             `ids` bytes: offset and length in the pack, summary
 *     archives clerk⇥archivist                                                           `names` bytes: what people say, and the field's id
 *     finding aids⇥archivist                                                             `topics` bytes: the same for topics
 *
 * Rows are sorted by their first column in the order of JavaScript's `<`. Pure: bytes come through a function.
 */
import type { FieldSummary } from './types';

/** Gives `length` bytes of the index from `offset` on, fewer at its end. */
export type ReadAt = (offset: number, length: number) => Uint8Array;

/** What the index says of itself. */
export interface IndexHeader {
  readonly format: typeof FORMAT;
  readonly count: number;
  /** Ids of the fields to name when somebody asks which there are. */
  readonly first: readonly string[];
  /** Bytes of the rows by id, of the rows by name and by topic, and of the pack. */
  readonly ids: number;
  readonly names: number;
  readonly topics: number;
  readonly pack: number;
  /** Where in the pack lies what fields inherit: offset and length. */
  readonly common?: readonly [number, number];
  /** Name of the pack where it does not lie beside the index. */
  readonly elsewhere?: string;
}

/** A header, and where the rows begin. */
export interface Index extends IndexHeader {
  readonly start: number;
}

/** Where a field lies in the pack, and what can be said of it without opening it. */
export interface FieldRow {
  readonly offset: number;
  readonly length: number;
  readonly summary: FieldSummary;
}

/** What is written of a field: its row, and what people call its topics. */
export interface WrittenRow extends FieldRow {
  readonly topics: readonly string[];
}

const FORMAT = 2;
const BLOCK = 4096;
const LONGEST_LINE = 1 << 20;
const NEWLINE = 10;

/** What people say for a field or topic, in the form in which names are compared: lower case, words only, no leading article. */
export function spokenKey(spoken: string): string {
  const words = spoken.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  return words.join(' ').replace(/^(?:an?|the) (?=.)/, '');
}

/** The text of an index. A name that several fields claim, or have for a topic, leads to the one that comes first. */
export function writeIndex(
  rows: readonly WrittenRow[],
  first: readonly string[],
  pack: number,
  more: Pick<IndexHeader, 'common' | 'elsewhere'> = {},
): string {
  const ids = table(
    rows.map((row) => [row.summary.id, `${row.offset}\t${row.length}\t${JSON.stringify(row.summary)}`]),
  );
  const names = leading(rows, ({ summary: { name, plural, aliases } }) => [name, plural, ...aliases]);
  const topics = leading(rows, (row) => row.topics);
  const bytes = (text: string): number => new TextEncoder().encode(text).length;
  const sizes = { ids: bytes(ids), names: bytes(names), topics: bytes(topics), pack };
  const header: IndexHeader = { format: FORMAT, count: rows.length, first, ...sizes, ...more };
  return `${JSON.stringify(header)}\n${ids}${names}${topics}`;
}

/** A table that leads from what people say to a field. */
function leading(rows: readonly WrittenRow[], said: (row: WrittenRow) => readonly string[]): string {
  const first = new Map<string, string>();
  for (const row of rows)
    for (const key of said(row).map(spokenKey)) if (!first.has(key)) first.set(key, row.summary.id);
  return table([...first]);
}

const table = (rows: readonly (readonly [string, string])[]): string =>
  [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, rest]) => `${key}\t${rest}\n`)
    .join('');

/** Reads the header; `undefined` when these bytes are no index of this format. */
export function openIndex(read: ReadAt): Index | undefined {
  const line = lineAt(read, 0, LONGEST_LINE);
  const header = line && parse(line.text);
  return line && isHeader(header) ? { ...header, start: line.next } : undefined;
}

/** The row of a field; `undefined` when there is none. Throws a `SyntaxError` on a damaged row. */
export function findField(read: ReadAt, index: Index, id: string): FieldRow | undefined {
  const rest = findRow(read, index.start, index.start + index.ids, id);
  if (rest === undefined) return undefined;
  const [offset = '', length = '', ...summary] = rest.split('\t');
  const row = { offset: Number(offset), length: Number(length), summary: parse(summary.join('\t')) };
  if (!isFieldRow(row) || row.summary.id !== id) throw new SyntaxError(`the row of ${id} is damaged`);
  return row;
}

/** The id of the field that people call so. */
export function findName(read: ReadAt, index: Index, spoken: string): string | undefined {
  const start = index.start + index.ids;
  return findRow(read, start, start + index.names, spokenKey(spoken));
}

/** The id of a field that has a topic called so. */
export function findTopic(read: ReadAt, index: Index, spoken: string): string | undefined {
  const start = index.start + index.ids + index.names;
  return findRow(read, start, start + index.topics, spokenKey(spoken));
}

/** Binary search over lines: what stands behind `key` and its tab. */
function findRow(read: ReadAt, from: number, to: number, key: string): string | undefined {
  let start = from;
  let end = to;
  while (end - start > BLOCK) {
    const before = lineAt(read, start + Math.floor((end - start) / 2), end);
    const line = before && lineAt(read, before.next, end);
    if (!before || !line) break;
    const [found, rest] = cells(line.text);
    if (found === key) return rest;
    if (found < key) start = line.next;
    else end = before.next;
  }
  for (let line = lineAt(read, start, end); line; line = lineAt(read, line.next, end)) {
    const [found, rest] = cells(line.text);
    if (found === key) return rest;
  }
  return undefined;
}

function cells(line: string): [string, string] {
  const tab = line.indexOf('\t');
  return tab < 0 ? [line, ''] : [line.slice(0, tab), line.slice(tab + 1)];
}

/** The line from `offset` to the next newline before `end`, and where the next begins. */
function lineAt(read: ReadAt, offset: number, end: number): { text: string; next: number } | undefined {
  for (let size = BLOCK; offset < end && size <= LONGEST_LINE; size *= 4) {
    const bytes = read(offset, Math.min(size, end - offset));
    const newline = bytes.indexOf(NEWLINE);
    if (newline >= 0) return { text: new TextDecoder().decode(bytes.subarray(0, newline)), next: offset + newline + 1 };
    if (bytes.length < size) return undefined;
  }
  return undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function isHeader(value: unknown): value is IndexHeader {
  return (
    isObject(value) &&
    value.format === FORMAT &&
    isTexts(value.first) &&
    [value.count, value.ids, value.names, value.topics, value.pack].every(isCount) &&
    (value.common === undefined || (Array.isArray(value.common) && value.common.every(isCount))) &&
    (value.elsewhere === undefined || isText(value.elsewhere))
  );
}

function isFieldRow(value: { offset: number; length: number; summary: unknown }): value is FieldRow {
  const { offset, length, summary } = value;
  return isCount(offset) && isCount(length) && isObject(summary) && isSummary(summary);
}

const isSummary = (summary: Readonly<Record<string, unknown>>): boolean =>
  [summary.id, summary.name, summary.plural, summary.area].every(isText) &&
  isTexts(summary.aliases) &&
  isCount(summary.questions);
