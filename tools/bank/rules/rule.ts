import type { KeyPointSource, TrapSource } from '../../../lambda/bank/schema';
import type { KeyPoint, Trap } from '../../../lambda/bank/types';
import type { CompiledBank, CompiledFolder, CompiledQuestion } from '../compile';
import type { Place, Problem } from '../problem';

/** What a rule may ask about beside the thing that it judges. */
export interface Context {
  readonly bank: CompiledBank;
  /** This month, `YYYY-MM`. */
  readonly month: string;
  /** Abbreviations that the lexicon knows how to say. */
  readonly lexicon: ReadonlySet<string>;
}

/** Something that holds for the bank as a whole. */
export type BankRule = (context: Context) => Problem[];
/** Something that holds for one field. */
export type FolderRule = (folder: CompiledFolder, context: Context) => Problem[];
/** Something that holds for one question. */
export type QuestionRule = (question: CompiledQuestion, folder: CompiledFolder, context: Context) => Problem[];

interface ClaimBase {
  /** "key point stop", "red flag finish-batch" */
  readonly label: string;
  at(...path: PropertyKey[]): Place;
}

interface PointRef extends ClaimBase {
  readonly kind: 'keyPoint';
  readonly source: KeyPointSource;
  readonly claim: KeyPoint;
}

interface TrapRef extends ClaimBase {
  readonly kind: 'redFlag' | 'misconception';
  readonly source: TrapSource;
  readonly claim: Trap;
}

/** A claim as written beside the claim as compiled. */
export type ClaimRef = PointRef | TrapRef;

/** The key points of a question, in their order. */
export function pointsOf({ source, question }: CompiledQuestion): PointRef[] {
  return source.value.keyPoints.flatMap((point, i) => {
    const claim = question.keyPoints[i];
    const at = (...path: PropertyKey[]) => source.at('keyPoints', i, ...path);
    return claim ? [{ kind: 'keyPoint', label: `key point ${point.id}`, source: point, claim, at }] : [];
  });
}

/** The red flags of a question and its misconceptions, in their order. */
export function trapsOf({ source, question }: CompiledQuestion): TrapRef[] {
  const refs = (
    kind: TrapRef['kind'],
    key: 'redFlags' | 'misconceptions',
    name: string,
    claims: readonly Trap[],
  ): TrapRef[] =>
    (source.value[key] ?? []).flatMap((trap, i) => {
      const claim = claims[i];
      const at = (...path: PropertyKey[]) => source.at(key, i, ...path);
      return claim ? [{ kind, label: `${name} ${trap.id}`, source: trap, claim, at }] : [];
    });
  return [
    ...refs('redFlag', 'redFlags', 'red flag', question.redFlags),
    ...refs('misconception', 'misconceptions', 'misconception', question.misconceptions),
  ];
}

const known = new WeakMap<CompiledQuestion, readonly ClaimRef[]>();

/** Every claim of a question, the same ones whenever they are asked for. */
export function claimsOf(question: CompiledQuestion): readonly ClaimRef[] {
  const claims = known.get(question) ?? [...pointsOf(question), ...trapsOf(question)];
  known.set(question, claims);
  return claims;
}

/** The folder that a field inherits from; none for that folder itself. */
export const sharedWith = ({ folder }: CompiledFolder, { bank }: Context): CompiledFolder | undefined =>
  folder.isCommon ? undefined : bank.folders.find((other) => other.folder.isCommon);

/** True when the stems of a text hold those of a phrase side by side. */
export const holds = (stems: string, phrase: string): boolean => phrase !== '' && ` ${stems} `.includes(` ${phrase} `);

/** Everything that stands twice or more: each name with the places after its first. */
export function repeated<T>(items: readonly T[], nameOf: (item: T) => string): { name: string; first: T; again: T }[] {
  const seen = new Map<string, T>();
  return items.flatMap((item) => {
    const name = nameOf(item);
    const first = seen.get(name);
    if (first !== undefined) return [{ name, first, again: item }];
    seen.set(name, item);
    return [];
  });
}
