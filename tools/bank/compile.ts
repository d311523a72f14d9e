import type { KeyPointSource, QuestionSource, TrapSource } from '../../lambda/bank/schema';
import type { Claim, Field, FieldSummary, KeyPoint, Question, Slot, Term, Topic, Trap } from '../../lambda/bank/types';
import { soundOf } from '../../lambda/feedback/phrase';
import { DRAFT_CLAIMS } from './drafts';
import type { Entry } from './entry';
import { phraseOf } from './phrase';
import type { Problem } from './problem';
import { numberQuestions, type Published } from './published';
import { type BankSource, type FieldFolder, readBank } from './read';

/** A field as the function opens it, and what the index says of it. */
export interface CompiledField extends Field, Pick<FieldSummary, 'aliases' | 'area'> {}

/** A question as its author wrote it, beside what the function gets. */
export interface CompiledQuestion {
  readonly source: Entry<QuestionSource>;
  readonly question: Question;
}

/** A folder of the bank beside the field that was made of it; no field when its `field.yaml` cannot be used. */
export interface CompiledFolder {
  readonly folder: FieldFolder;
  readonly field: CompiledField | undefined;
  readonly questions: readonly CompiledQuestion[];
}

/** A bank, compiled. What has the wrong form is left out and stands in `problems`. */
export interface CompiledBank {
  readonly fields: readonly CompiledField[];
  readonly problems: readonly Problem[];
  readonly source: BankSource;
  readonly folders: readonly CompiledFolder[];
}

/**
 * Reads and compiles the bank folder `root`. Problems are those of form alone; whether the content is right is for `checkBank`.
 * Numbers come from `published.json`; a question that is not published gets the next free one, which is not written anywhere.
 */
export function compileBank(root: string): CompiledBank {
  const { value: source, problems } = readBank(root);
  const folders = source.folders.map((folder) => compileFolder(folder, source.published));
  return { fields: folders.flatMap(({ field }) => field ?? []), problems, source, folders };
}

function compileFolder(folder: FieldFolder, published: Published): CompiledFolder {
  const sources = questionsInOrder(folder);
  const numbers = numberQuestions(
    published[folder.name],
    sources.map(({ source }) => source.value.id),
  );
  const questions = sources.map(({ source, topic }) => ({
    source,
    question: compileQuestion(source.value, topic, numbers.get(source.value.id) ?? 0),
  }));
  return { folder, questions, field: compileField(folder, questions) };
}

/** By file, then id: the order in which new questions get their numbers. */
function questionsInOrder(folder: FieldFolder): { source: Entry<QuestionSource>; topic: string }[] {
  return folder.topics.flatMap(({ questions, name }) =>
    [...questions].sort((a, b) => (a.value.id < b.value.id ? -1 : 1)).map((source) => ({ source, topic: name })),
  );
}

function compileField(folder: FieldFolder, questions: readonly CompiledQuestion[]): CompiledField | undefined {
  const head = folder.field?.value;
  if (!head) return undefined;
  return {
    id: folder.name,
    name: head.name,
    plural: head.plural,
    aliases: head.aliases,
    area: head.area,
    ...(head.moreQuestions !== undefined && { moreQuestions: head.moreQuestions }),
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
