import { type Hit, phraseHits } from '../../../lambda/feedback/hits';
import { prepare } from '../../../lambda/feedback/prepared';
import { type Reading, read } from '../../../lambda/feedback/words';
import type { CompiledFolder, CompiledQuestion } from '../compile';
import { error, type Problem, warning } from '../problem';
import { isWhole } from '../read';
import { heardIn, listenFor } from './heard-in';
import { type ClaimRef, type Context, claimsOf, type FolderRule, sharedWith } from './rule';

/**
 * Shares of the other topics' answers in which a claim may be heard. A good answer does touch on other things now and then, but hardly ever
 * makes a mistake that it was not asked about. From the second number on, what the coach says is a guess.
 */
const SHARES = {
  keyPoint: { warns: 0.25, fails: 0.5 },
  redFlag: { warns: 0.05, fails: 0.25 },
  misconception: { warns: 0.05, fails: 0.25 },
} as const satisfies Record<ClaimRef['kind'], { warns: number; fails: number }>;

/** A share of fewer answers says little. */
export const FEWEST_ANSWERS = 20;
const WORDS_SHOWN = 4;

/** A long sample answer, read once for all the claims that it is held against. */
export interface Answer {
  readonly topic: string;
  readonly reading: Reading;
}

/** Where a claim was heard, with the words that make it. */
type Heard = readonly (readonly Hit[])[];

/** No claim is made by many answers that are about something else: nobody may be told that they said what they did not. */
export const claimsAreNotHeardElsewhere: FolderRule = (folder, context) => {
  const answers = answersFor(folder, context);
  const claims = folder.questions.flatMap((compiled) => claimsOf(compiled).map((ref) => ({ ref, compiled })));
  const listening = listenFor(claims.map(({ ref }) => ref));
  const topics = new Map(claims.map(({ ref, compiled }) => [ref, compiled.question.topic]));
  const heard = new Map<ClaimRef, (readonly Hit[])[]>();
  for (const { topic, reading } of answers)
    for (const [ref, hits] of heardIn(reading, listening, (claim) => topics.get(claim) !== topic))
      heard.set(ref, [...(heard.get(ref) ?? []), hits]);
  return claims.flatMap(({ ref, compiled }) => {
    const others = answers.filter(({ topic }) => topic !== compiled.question.topic);
    return others.length < FEWEST_ANSWERS ? [] : tooWide(ref, compiled, heard.get(ref) ?? [], others);
  });
};

/**
 * The answers of a field with those that it inherits; common claims are held against those of all fields. None while some cannot be read: a
 * share of the rest would accuse what is right.
 */
export function answersFor(compiled: CompiledFolder, context: Context): readonly Answer[] {
  const shared = sharedWith(compiled, context);
  const around = compiled.folder.isCommon ? context.bank.folders : [compiled, ...(shared ? [shared] : [])];
  if (!around.every(({ folder }) => isWhole(folder))) return [];
  return around.flatMap(({ questions }) =>
    questions.map(({ question }) => ({ topic: question.topic, reading: readingOf(question.sampleLong) })),
  );
}

const readings = new Map<string, Reading>();

function readingOf(text: string): Reading {
  const reading = readings.get(text) ?? read([text]);
  readings.set(text, reading);
  return reading;
}

function tooWide(ref: ClaimRef, compiled: CompiledQuestion, heard: Heard, others: readonly Answer[]): Problem[] {
  const { warns, fails } = SHARES[ref.kind];
  const share = heard.length / others.length;
  if (share <= warns) return [];
  const slot = widestSlot(ref, compiled, others);
  return [
    (share > fails ? error : warning)(
      ref.at('slots', slot),
      `${ref.label}: ${heard.length} of ${others.length} long sample answers of other topics are heard as this ${NAMES[ref.kind]}; tighten slot ${slot + 1}, which ${wordsOf(slot, heard)} fill there, or add a slot`,
    ),
  ];
}

const NAMES = {
  keyPoint: 'point',
  redFlag: 'red flag',
  misconception: 'misconception',
} as const satisfies Record<ClaimRef['kind'], string>;

/** The slot that the most answers fill. */
function widestSlot({ claim }: ClaimRef, { question }: CompiledQuestion, others: readonly Answer[]): number {
  const found = others.map(({ reading }) => phraseHits(reading, prepare(question)).sure.get(claim) ?? []);
  const fillers = claim.slots.map((_, slot) => found.filter((hits) => hits.some((hit) => hit.slot === slot)).length);
  return fillers.indexOf(Math.max(...fillers));
}

/** What fills a slot where the claim is heard, the most frequent first. */
function wordsOf(slot: number, heard: Heard): string {
  const counts = new Map<string, number>();
  for (const hits of heard)
    for (const hit of hits) {
      if (hit.slot !== slot) continue;
      const words = hit.words.map(({ word }) => word).join(' ');
      counts.set(words, (counts.get(words) ?? 0) + 1);
    }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, WORDS_SHOWN)
    .map(([words, times]) => `"${words}" (${times})`)
    .join(', ');
}
