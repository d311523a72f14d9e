import { inheriting } from '../../lambda/bank/inherit';
import type { KeyPointSource, QuestionSource, TrapSource } from '../../lambda/bank/schema';
import type {
  Claim,
  Common,
  Field,
  FieldSummary,
  KeyPoint,
  PackedField,
  Question,
  Slot,
  Term,
  Topic,
  Trap,
} from '../../lambda/bank/types';
import { DRAFT_CLAIMS } from './drafts';
import type { Entry, Read } from './entry';
import { phraseOf, soundOf } from './phrase';
import type { Problem } from './problem';
import { numberQuestions, type Published } from './published';
import {
  type BankFiles,
  type BankSource,
  COMMON,
  type FieldFolder,
  foldersIn,
  readBankFiles,
  readFolder,
} from './read';

/** A field as the function opens it, and what the index says of it. */
export interface CompiledField extends Field, Pick<FieldSummary, 'aliases' | 'area'> {
  /** The field as it is packed, where it inherits anything. */
  readonly own?: PackedField;
}

/** A question as its author wrote it, beside what the function gets. */
export interface CompiledQuestion {
  readonly source: Entry<QuestionSource>;
  readonly question: Question;
}

/** A folder of the bank beside the field that was made of it; no field when it is the common one or its `field.yaml` cannot be used. */
export interface CompiledFolder {
  readonly folder: FieldFolder;
  readonly field: CompiledField | undefined;
  /** The questions in the folder. Common ones have numbers in fields alone, and 0 here. */
  readonly questions: readonly CompiledQuestion[];
  /** The common questions that the field has beside its own, under their numbers in the field. */
  readonly inherited: readonly CompiledQuestion[];
}

/** A bank, compiled. What has the wrong form is left out and stands in `problems`. */
export interface CompiledBank {
  /** The fullest field first: where two give a name to something, it is the one that keeps the name. */
  readonly fields: readonly CompiledField[];
  /** What fields inherit; absent where there is no such folder. */
  readonly common: Common | undefined;
  readonly problems: readonly Problem[];
  readonly source: BankSource;
  /** Folders of fields, and the common one. */
  readonly folders: readonly CompiledFolder[];
}

/** Every question of a bank, each once. */
export const questionsIn = (bank: CompiledBank): readonly Question[] =>
  bank.folders.flatMap(({ questions }) => questions.map(({ question }) => question));

/** What every folder of a bank is compiled with. */
export interface Shared {
  readonly files: BankFiles;
  readonly generic: CompiledFolder | undefined;
  /** What fields inherit; absent where there is no such folder. */
  readonly common: Common | undefined;
}

/**
 * Reads and compiles the bank folder `root`. Problems are those of form alone; whether the content is right is for `checkBank`.
 * Numbers come from `published.json`; a question that is not published gets the next free one, which is not written anywhere.
 */
export function compileBank(root: string): CompiledBank {
  const names = foldersIn(root);
  const shared = compileShared(root, names.value);
  const { files, generic, common } = shared.value;
  const own = names.value.filter((name) => name !== COMMON).map((name) => compileNamed(name, shared.value));
  const folders = [...(generic ? [generic] : []), ...own.map(({ value }) => value)].sort(byName);
  const fields = folders.flatMap(({ field }) => field ?? []);
  return {
    fields: fields.sort(byFullness),
    common,
    problems: [names, shared, ...own].flatMap((read) => read.problems),
    source: { ...files, folders: folders.map(({ folder }) => folder) },
    folders,
  };
}

/** What stands beside the folders of a bank, and its common folder. */
export function compileShared(root: string, names: readonly string[]): Read<Shared> {
  const files = readBankFiles(root);
  const read = names.includes(COMMON) ? readFolder(root, COMMON) : undefined;
  const generic = read && compileCommon(read.value);
  const common = generic && partsOf(generic.folder, generic.questions);
  return { value: { files: files.value, generic, common }, problems: [...files.problems, ...(read?.problems ?? [])] };
}

/** A folder of a field, by its name. */
export function compileNamed(name: string, { files, generic, common }: Shared): Read<CompiledFolder> {
  const { value, problems } = readFolder(files.root, name);
  return { value: compileFolder(value, files.published, generic?.questions ?? [], common), problems };
}

const byName = (a: CompiledFolder, b: CompiledFolder): number => (a.folder.name < b.folder.name ? -1 : 1);

/** The fullest first; among fields as full, the order that there was. */
export const byFullness = (a: Pick<Field, 'questions'>, b: Pick<Field, 'questions'>): number =>
  b.questions.length - a.questions.length;

function compileCommon(folder: FieldFolder): CompiledFolder {
  const questions = questionsInOrder(folder).map(({ source, topic }) => ({
    source,
    question: compileQuestion(source.value, topic, 0),
  }));
  return { folder, field: undefined, questions, inherited: [] };
}

function compileFolder(
  folder: FieldFolder,
  published: Published,
  generic: readonly CompiledQuestion[],
  common: Common | undefined,
): CompiledFolder {
  const sources = questionsInOrder(folder);
  const wanted = generic.filter(({ question }) => inherits(folder, question));
  const ids = [...sources.map(({ source }) => source.value.id), ...wanted.map(({ question }) => question.id)];
  const numbers = numberQuestions(published[folder.name], ids);
  const questions = sources.map(({ source, topic }) => ({
    source,
    question: compileQuestion(source.value, topic, numbers.get(source.value.id) ?? 0),
  }));
  const inherited = wanted.map(({ source, question }) => ({
    source,
    question: { ...question, number: numbers.get(question.id) ?? 0 },
  }));
  return { folder, questions, inherited, field: compileField(folder, questions, inherited, common) };
}

/** True unless the field leaves the question or its topic out, or has a topic of that name itself. */
function inherits({ field, topics }: FieldFolder, { id, topic }: Question): boolean {
  const leftOut = field?.value.leaveOut ?? [];
  return !leftOut.includes(id) && !leftOut.includes(topic) && !topics.some(({ name }) => name === topic);
}

/** By file, then id: the order in which new questions get their numbers. */
function questionsInOrder(folder: FieldFolder): { source: Entry<QuestionSource>; topic: string }[] {
  return folder.topics.flatMap(({ questions, name }) =>
    [...questions].sort((a, b) => (a.value.id < b.value.id ? -1 : 1)).map((source) => ({ source, topic: name })),
  );
}

function compileField(
  folder: FieldFolder,
  questions: readonly CompiledQuestion[],
  inherited: readonly CompiledQuestion[],
  common: Common | undefined,
): CompiledField | undefined {
  const head = folder.field?.value;
  if (!head) return undefined;
  const { name, plural, aliases, area, moreQuestions } = head;
  const own: Field = {
    id: folder.name,
    name,
    plural,
    ...(moreQuestions !== undefined && { moreQuestions }),
    ...partsOf(folder, questions),
  };
  if (!common || inherited.length === 0) return { ...own, aliases, area };
  const packed = {
    ...own,
    inherits: Object.fromEntries(inherited.map(({ question: { id, number } }) => [id, number])),
  };
  return { ...inheriting(packed, common), aliases, area, own: packed };
}

/** What a folder holds for learners, whether it is a field's or the common one. */
function partsOf(folder: FieldFolder, questions: readonly CompiledQuestion[]): Common {
  return {
    topics: folder.topics.flatMap(({ topic, name }): Topic[] => {
      if (!topic) return [];
      const { name: spoken, aliases, link } = topic.value;
      return [{ id: name, name: spoken, aliases, ...(link !== undefined && { link }) }];
    }),
    questions: questions.map(({ question }) => question),
    links: folder.links.map(({ value }) => value),
    terms: folder.terms.map(({ value }): Term => value),
  };
}

function compileQuestion(source: QuestionSource, topic: string, number: number): Question {
  return {
    id: source.id,
    number,
    ...(source.status && { draft: true as const }),
    topic,
    level: source.level,
    kind: source.kind,
    ...(source.place && { place: source.place }),
    settings: source.settings ?? [],
    jurisdiction: source.jurisdiction,
    asOf: source.asOf,
    ...(source.setup !== undefined && { setup: source.setup }),
    ask: source.ask,
    why: source.why,
    hint: source.hint,
    ...(source.status ? DRAFT_CLAIMS : compileClaims(source)),
    sampleShort: source.sampleShort,
    sampleLong: source.sampleLong,
    followUps: source.followUps,
    links: source.links,
    terms: source.terms ?? [],
  };
}

const compileClaims = (source: QuestionSource): Pick<Question, 'keyPoints' | 'redFlags' | 'misconceptions'> => ({
  keyPoints: source.keyPoints.map((point): KeyPoint => ({ ...compileClaim(point), weight: point.weight })),
  redFlags: (source.redFlags ?? []).map(compileTrap),
  misconceptions: (source.misconceptions ?? []).map(compileTrap),
});

const compileTrap = (trap: TrapSource): Trap => ({ ...compileClaim(trap), correction: trap.correction });

function compileClaim(claim: KeyPointSource | TrapSource): Claim {
  return {
    id: claim.id,
    say: claim.say,
    slots: claim.slots.map((alternatives) => compileSlot(alternatives, claim.heardAs ?? {})),
    ...(claim.polarity !== undefined && { polarity: claim.polarity }),
    examples: phrases(claim.examples),
  };
}

function compileSlot(alternatives: readonly string[], heardAs: Readonly<Record<string, readonly string[]>>): Slot {
  return {
    any: phrases(alternatives),
    heardAs: phrases(alternatives.flatMap((alternative) => heardAs[alternative] ?? [])),
    sounds: distinct(alternatives.map(soundOf)),
  };
}

const phrases = (texts: readonly string[]): string[] => distinct(texts.map(phraseOf));

/** Without repetitions and empty texts. */
const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');
