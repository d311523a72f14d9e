import type { z } from 'zod';
import { error, type Place, type Problem } from './problem';
import type { ValuePath, YamlFile } from './yaml-file';

/** A value of an author's file that has the right form, and where its parts stand. */
export interface Entry<T> {
  readonly value: T;
  at(...path: PropertyKey[]): Place;
}

/** What could be read of something, and what was wrong with the rest. */
export interface Read<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** Checks the part of a file under `path` against a form. */
export function readEntry<S extends z.ZodType>(
  source: YamlFile,
  path: ValuePath,
  form: S,
): Read<Entry<z.output<S>> | undefined> {
  if (source.problems.length > 0) return { value: undefined, problems: source.problems };
  const result = form.safeParse(valueAt(source.value, path));
  if (result.success) {
    const entry = { value: result.data, at: (...rest: PropertyKey[]) => source.place([...path, ...rest]) };
    return { value: entry, problems: [] };
  }
  return { value: undefined, problems: result.error.issues.flatMap((issue) => toProblems(source, path, issue)) };
}

/** Checks each element of a list by itself, so that one broken element does not hide the others. `formOf` gives the form for an element. */
export function readList<S extends z.ZodType>(
  source: YamlFile,
  path: ValuePath,
  formOf: (value: unknown) => S,
): Read<Entry<z.output<S>>[]> {
  const list = valueAt(source.value, path);
  if (!Array.isArray(list)) {
    const found = source.problems.length > 0 ? source.problems : [error(source.place(path), notAList(path))];
    return { value: [], problems: found };
  }
  const reads = list.map((value, index) => readEntry(source, [...path, index], formOf(value)));
  return {
    value: reads.flatMap((read) => (read.value ? [read.value] : [])),
    problems: reads.flatMap((read) => read.problems),
  };
}

/** True where a file has a list that `readList` can read. */
export const isList = (source: YamlFile, path: ValuePath): boolean => Array.isArray(valueAt(source.value, path));

/** The `id` of every element of a list, broken ones included: what names them is not to be called unknown. */
export function idsOf(source: YamlFile, path: ValuePath): string[] {
  const list = valueAt(source.value, path);
  return Array.isArray(list) ? list.flatMap((item) => nameOf(item) ?? []) : [];
}

const notAList = (path: ValuePath): string =>
  path.length === 0
    ? 'the file must be a list: every entry begins with "- "; an empty list is []'
    : `"${path.map(String).join('.')}" must be a list: every entry begins with "- "`;

function valueAt(value: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>((at, step) => (isRecord(at) ? at[String(step)] : undefined), value);
}

/** What an entry says of its status. */
export const statusOf = (value: unknown): unknown => (isRecord(value) ? value.status : undefined);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function nameOf(value: unknown): string | undefined {
  return isRecord(value) && typeof value.id === 'string' ? value.id : undefined;
}

/** "rt-legal-holds-004, keyPoints stop, slots 2": ids where there are any, else positions counted from 1. */
function label(source: YamlFile, path: ValuePath): string {
  const words: string[] = [];
  path.forEach((step, index) => {
    const part = valueAt(source.value, path.slice(0, index + 1));
    if (typeof step !== 'number') words.push(words.length > 0 ? `, ${String(step)}` : String(step));
    else words.push(` ${nameOf(part) ?? step + 1}`);
  });
  return words
    .join('')
    .replace(/^questions /, '')
    .trim();
}

function toProblems(source: YamlFile, base: ValuePath, issue: z.core.$ZodIssue): Problem[] {
  const path = [...base, ...issue.path];
  const name = label(source, path);
  const say = (text: string): string => (name === '' ? text : `${name}: ${text}`);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      error(source.place([...path, key]), say(`"${key}" is not known here; remove it or correct its spelling`)),
    );
  return [error(source.place(path), say(explain(issue, valueAt(source.value, path))))];
}

function explain(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? 'is missing' : `must be ${FORMS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return value === undefined
        ? `is missing; use one of ${issue.values.map(String).join(', ')}`
        : `"${String(value)}" is not known; use one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'array' ? `needs at least ${issue.minimum} entries` : 'is empty';
    case 'too_big':
      return `has more than ${issue.maximum} entries; leave the weakest out`;
    case 'invalid_key':
      return 'use lower-case words only';
    case 'invalid_format':
      return `"${String(value)}": ${issue.format === 'url' ? 'write a full web address, http:// or https://' : issue.message}`;
    default:
      return issue.message;
  }
}

const FORMS: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'an entry with keys',
  record: 'an entry with keys',
};
