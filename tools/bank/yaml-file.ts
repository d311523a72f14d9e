import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import {
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import { error, type Place, type Problem } from './problem';

/** Keys and positions that lead to a value: `['questions', 3, 'ask']`. */
export type ValuePath = readonly PropertyKey[];

/** A YAML file as plain values in which every scalar is a string, with the line of each. */
export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** Where the value stands; where it is missing, where the thing stands that it is missing from. */
  place(path: ValuePath): Place;
  readonly problems: readonly Problem[];
}

/** A file that is there and cannot be read at all (rights, a folder of that name, another encoding than UTF-8). */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
}

/** The text of a file; `undefined` when there is none. Throws `UnreadableFileError`. */
export function readText(path: string): string | undefined {
  const bytes = bytesOf(path);
  if (bytes === undefined || isUtf8(bytes)) return bytes?.toString('utf8');
  throw new UnreadableFileError(`${path}:${firstOdd(bytes)} is not UTF-8. Save the file in that encoding.`);
}

/** The first line that is not UTF-8. */
function firstOdd(bytes: Buffer): number {
  let [line, from] = [1, 0];
  for (let end = bytes.indexOf('\n'); end >= 0 && isUtf8(bytes.subarray(from, end)); end = bytes.indexOf('\n', from)) {
    from = end + 1;
    line++;
  }
  return line;
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw new UnreadableFileError(`${path} cannot be read (${codeOf(cause)}). Is it a file, and may you read it?`);
  }
}

/** What the system calls the reason: ENOENT, EACCES … */
export const codeOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : String(cause);

/** Reads YAML. Broken YAML gives problems and an undefined value, never an exception. */
export function parseYaml(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  // "failsafe" leaves every scalar a string: an author's 36, no and null are words, not numbers and booleans.
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe', prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const problems = document.errors.map((e) => error({ file, line: lineAt(e.pos[0]) }, friendly(e, text)));
  if (MAY_HOLD_ALIASES.test(text))
    visit(document, {
      Alias: (_, node) => void problems.push(error({ file, line: lineAt(startOf(node) ?? 0) }, NO_ALIASES)),
    });
  return {
    file,
    value: problems.length === 0 ? document.toJS() : undefined,
    place: (path) => ({ file, line: lineAt(offsetOf(document.contents, path)) }),
    problems: onePerLine(problems),
  };
}

/** Looking through every node takes longer than reading the text once. */
const MAY_HOLD_ALIASES = /(?:^|[\s[{,:?-])\*/m;

const NO_ALIASES = 'a text may not begin with * (YAML reads it as a reference); put it in double quotes';

/** One slip often breaks a line in several ways; the first says enough. */
const onePerLine = (problems: readonly Problem[]): Problem[] =>
  problems.filter((problem, index) => problems.findIndex((other) => other.line === problem.line) === index);

function friendly(problem: YAMLError, text: string): string {
  const line = text.slice(problem.pos[0]).split('\n', 1)[0]?.trim() ?? '';
  switch (problem.code) {
    case 'DUPLICATE_KEY':
      return `"${line.split(':', 1)[0]}" stands twice in the same entry; keep one`;
    case 'TAB_AS_INDENT':
      return 'a tab is used as indentation; use blanks';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'a text with a colon and a blank in it is read as an entry of its own; put the text in double quotes or under ">-"';
    case 'BAD_INDENT':
      return 'the indentation does not fit the lines above, or a bracket above is not closed; line the entry up with its neighbours';
    case 'MISSING_CHAR':
      return `a closing quote or bracket is missing (${problem.message})`;
    case 'UNEXPECTED_TOKEN':
      return 'something stands behind a closing quote or bracket; put a text that holds quotes under ">-"';
    case 'MULTIPLE_DOCS':
      return '"---" begins a second document; a bank file holds one, so remove the line';
    default:
      return `this is not valid YAML: ${problem.message}`;
  }
}

/** Offset of the deepest node on the way to `path`; an entry of a map counts from its key. */
function offsetOf(root: unknown, path: ValuePath): number {
  let node: unknown = root;
  let offset = startOf(root) ?? 0;
  for (const step of path) {
    if (!isCollection(node)) break;
    const pair = isMap(node) ? node.items.find((item) => keyOf(item) === String(step)) : undefined;
    const next: unknown = pair ? pair.value : isMap(node) ? undefined : node.items[Number(step)];
    offset = (pair ? startOf(pair.key) : startOf(next)) ?? offset;
    node = next;
  }
  return offset;
}

const keyOf = (pair: Pair<unknown, unknown>): string =>
  isScalar(pair.key) ? String(pair.key.value) : String(pair.key);

function startOf(node: unknown): number | undefined {
  return isNodeWithRange(node) ? node.range?.[0] : undefined;
}

const isNodeWithRange = (node: unknown): node is Pick<Node, 'range'> =>
  typeof node === 'object' && node !== null && 'range' in node;
