import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { z } from 'zod';
import {
  draftForm,
  type FactSource,
  type FieldFile,
  factForm,
  fieldForm,
  type LexiconEntry,
  type LinkSource,
  lexiconForm,
  linkForm,
  type QuestionSource,
  questionForm,
  type RetiredSource,
  retiredForm,
  type TermSource,
  type TopicSource,
  termForm,
  topicForm,
} from '../../lambda/bank/schema';
import { type Entry, idsOf, isList, type Read, readEntry, readList, statusOf } from './entry';
import { error, type Problem } from './problem';
import { type Published, parsePublished } from './published';
import { codeOf, parseYaml, readText, UnreadableFileError, type YamlFile } from './yaml-file';

/** A topic's file: what it says of the topic, and those of its questions that have the right form. */
export interface TopicSourceFile {
  readonly file: string;
  /** The file's name without its ending. */
  readonly name: string;
  /** False when the file is no YAML: then nobody knows what stands in it. */
  readonly readable: boolean;
  readonly topic: Entry<TopicSource> | undefined;
  readonly questions: readonly Entry<QuestionSource>[];
}

/** The folder whose questions every field inherits, and the prefix of their ids. */
export const COMMON = 'common';
export const COMMON_PREFIX = 'cc';

/** A folder of the bank. */
export interface FieldFolder {
  readonly name: string;
  /** True for the folder that fields inherit from: it is no field of its own. */
  readonly isCommon: boolean;
  readonly file: string;
  readonly field: Entry<FieldFile> | undefined;
  readonly topics: readonly TopicSourceFile[];
  readonly facts: readonly Entry<FactSource>[];
  readonly links: readonly Entry<LinkSource>[];
  readonly terms: readonly Entry<TermSource>[];
  /** Every id that is written in the folder's files, in entries of the wrong form too. */
  readonly written: Written;
}

/** Ids as written, whatever else is wrong with their entries. */
export interface Written {
  readonly questions: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
}

/** True when every question that is written in the folder could be read. */
export const isWhole = ({ topics, written }: Pick<FieldFolder, 'topics' | 'written'>): boolean =>
  topics.every(({ readable }) => readable) &&
  topics.reduce((sum, { questions }) => sum + questions.length, 0) >= written.questions.size;

/** What stands in a bank beside its folders. */
export interface BankFiles {
  readonly root: string;
  readonly retired: readonly Entry<RetiredSource>[];
  readonly lexicon: readonly Entry<LexiconEntry>[];
  readonly published: Published;
  readonly publishedFile: string;
}

/** A whole bank as its authors wrote it. */
export interface BankSource extends BankFiles {
  readonly folders: readonly FieldFolder[];
}

/** Reads what stands beside the folders of the bank `root`. */
export function readBankFiles(root: string): Read<BankFiles> {
  const retired = readListFile(join(root, 'retired.yaml'), retiredForm);
  const lexicon = readListFile(join(root, 'lexicon.yaml'), lexiconForm);
  const publishedFile = shown(join(root, 'published.json'));
  const published = parsePublished(readText(join(root, 'published.json')) ?? '{}', publishedFile);
  return {
    value: { root, retired: retired.value, lexicon: lexicon.value, published: published.value, publishedFile },
    problems: [retired, lexicon, published].flatMap((read) => read.problems),
  };
}

/** The folders of a bank by name, in order. Throws `UnreadableFileError` when there is no such bank. */
export function foldersIn(root: string): Read<readonly string[]> {
  const names = subfolders(root);
  const none = names.every((name) => name === COMMON);
  return {
    value: names,
    problems: none ? [error({ file: shown(root), line: 1 }, 'there is no field in this folder')] : [],
  };
}

/** Reads every file of a folder of the bank. */
export function readFolder(root: string, name: string): Read<FieldFolder> {
  const folder = join(root, name);
  const field = readHead(join(folder, 'field.yaml'), name === COMMON);
  const topics = topicFiles(folder).map((file) => readTopic(join(folder, 'topics', file)));
  const facts = readListFile(join(folder, 'facts.yaml'), factForm);
  const links = readListFile(join(folder, 'links.yaml'), linkForm);
  const terms = readListFile(join(folder, 'glossary.yaml'), termForm);
  return {
    value: {
      name,
      isCommon: name === COMMON,
      file: shown(join(folder, 'field.yaml')),
      field: field.value,
      topics: topics.map((topic) => topic.value),
      facts: facts.value,
      links: links.value,
      terms: terms.value,
      written: {
        questions: new Set(topics.flatMap((topic) => topic.ids)),
        facts: new Set(facts.ids),
        links: new Set(links.ids),
        terms: new Set(terms.ids),
      },
    },
    problems: [field, ...topics, facts, links, terms].flatMap((read) => read.problems).concat(misnamedIn(folder)),
  };
}

function readHead(path: string, isCommon: boolean): Read<Entry<FieldFile> | undefined> {
  const source = readFile(path);
  if (isCommon)
    return source ? missing(path, 'is not read: what is common to all fields is no field; remove it') : NO_HEAD;
  return source
    ? readEntry(source, [], fieldForm)
    : missing(path, 'is missing: every field needs its name, prefix and aliases there');
}

const NO_HEAD: Read<undefined> = { value: undefined, problems: [] };

type WithIds<T> = Read<T> & { readonly ids: readonly string[] };

function readTopic(path: string): WithIds<TopicSourceFile> {
  const source = readFile(path) ?? parseYaml(shown(path), '');
  const topic = readEntry(source, [], topicForm);
  const questions = isList(source, ['questions'])
    ? readList<typeof questionForm | typeof draftForm>(source, ['questions'], questionFormOf)
    : { value: [], problems: [] };
  return {
    value: {
      file: shown(path),
      name: basename(path, '.yaml'),
      readable: source.problems.length === 0,
      topic: topic.value,
      questions: questions.value,
    },
    problems: [...topic.problems, ...questions.problems],
    ids: idsOf(source, ['questions']),
  };
}

const questionFormOf = (value: unknown) => (statusOf(value) === 'draft' ? draftForm : questionForm);

/** A list that may be left out altogether. */
function readListFile<S extends z.ZodType>(path: string, form: S) {
  const source = readFile(path);
  return source === undefined
    ? { value: [], problems: [], ids: [] }
    : { ...readList(source, [], () => form), ids: idsOf(source, []) };
}

function readFile(path: string): YamlFile | undefined {
  const text = readText(path);
  return text === undefined ? undefined : parseYaml(shown(path), text);
}

const missing = (path: string, message: string): Read<undefined> => ({
  value: undefined,
  problems: [error({ file: shown(path), line: 1 }, message)],
});

/** Paths are printed as seen from where the command was run. */
const shown = (path: string): string => relative(process.cwd(), path) || '.';

function subfolders(root: string): string[] {
  return list(root)
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

function topicFiles(folder: string): string[] {
  const entries = list(folder).some((entry) => entry.name === 'topics') ? list(join(folder, 'topics')) : [];
  return entries
    .map((entry) => entry.name)
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('.'))
    .sort();
}

/** Files whose ending keeps them from being read. */
const misnamedIn = (folder: string): Problem[] =>
  [folder, join(folder, 'topics')].flatMap((place) =>
    (existsSync(place) ? list(place) : [])
      .filter(({ name }) => /\.ya?ml$/i.test(name) && !name.endsWith('.yaml') && !name.startsWith('.'))
      .map(({ name }) =>
        error({ file: shown(join(place, name)), line: 1 }, 'is not read: rename it, so that it ends in .yaml'),
      ),
  );

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    throw new UnreadableFileError(
      `The folder ${folder} cannot be read (${codeOf(cause)}). Is it a bank, and may you read it?`,
    );
  }
}
