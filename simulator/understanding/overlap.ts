import type { Fill, Pattern } from './grammar';
import type { Model, ModelSlot } from './model';
import { slotKind } from './slots';
import { root, type Word } from './words';

/** How alike a sentence and a sample are, 0 to 1, and which slots the sentence fills on the way. */
export interface Likeness {
  readonly pattern: Pattern;
  readonly score: number;
  /** Words of the sample itself that the sentence shares, fillers aside. */
  readonly shared: number;
  readonly fills: readonly Fill[];
}

export interface Comparison {
  /** A sentence beside every pattern; best first. */
  readonly compare: (sentence: readonly Word[]) => readonly Likeness[];
  /** How much words tell, by their rarity. */
  readonly weight: (words: readonly string[]) => number;
  /** Whether any sample uses a word. */
  readonly knows: (word: string) => boolean;
}

/** Politeness and filling: said with anything, so they tell nothing. */
const FILLERS = wordSet(
  'please could can would you i me my the a an to um uh er okay well alexa just so hey sorry now then really honestly like it is do',
);
const FILLER_WEIGHT = 0.1;
/** Verbs that only carry the noun after them: "give me a hint", "i need a hint". */
const LIGHT_VERBS = wordSet('give get have need want hear tell take let us try use go');
const LIGHT_WEIGHT = 0.6;

/** Share of the sentence (against the sample) in the denominator: words too many weigh as much as words left out. */
const SENTENCE_SHARE = 0.5;

/** How much the best sample counts beside the intent's vocabulary as a whole. */
const SAMPLE_SHARE = 0.8;

/**
 * Prepares the comparison by shared words, each weighted by its rarity: ln(1 + intents / intents that use it), the inverse
 * document frequency with intents for documents.
 */
export function comparison(patterns: readonly Pattern[], model: Model): Comparison {
  const vocabulary = vocabularies(patterns);
  const weigh = weights(vocabulary);
  const bags = patterns.map((pattern) => ({ pattern, bag: bagOf(pattern) }));
  return {
    knows: (word) => [...vocabulary.values()].some((known) => known.has(root(word))),
    weight: (words) => words.reduce((total, word) => total + weigh(root(word)), 0),
    compare: (sentence) => {
      const spans = listedSpans(sentence, patterns, model);
      return bags
        .map(({ pattern, bag }) => likeness(pattern, bag, sentence, spans, vocabulary, weigh))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || b.fills.length - a.fills.length);
    },
  };
}

const placeholder = (slot: ModelSlot): string => `{${slot.type}}`;

const bagOf = (pattern: Pattern): ReadonlySet<string> =>
  new Set([...pattern.literals.map(root), ...pattern.slots.map(placeholder)]);

function vocabularies(patterns: readonly Pattern[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byIntent = new Map<string, Set<string>>();
  for (const pattern of patterns) {
    const known = byIntent.get(pattern.intent) ?? new Set<string>();
    for (const word of bagOf(pattern)) known.add(word);
    byIntent.set(pattern.intent, known);
  }
  return byIntent;
}

function weights(vocabulary: ReadonlyMap<string, ReadonlySet<string>>): (word: string) => number {
  const used = new Map<string, number>();
  for (const known of vocabulary.values()) for (const word of known) used.set(word, (used.get(word) ?? 0) + 1);
  return (word) => emphasis(word) * Math.log(1 + vocabulary.size / (used.get(word) ?? 1));
}

function emphasis(word: string): number {
  if (FILLERS.has(word)) return FILLER_WEIGHT;
  return LIGHT_VERBS.has(word) ? LIGHT_WEIGHT : 1;
}

function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

interface Span {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

/** Every stretch of the sentence that is a listed value of a type, longest first. */
function listedSpans(sentence: readonly Word[], patterns: readonly Pattern[], model: Model): readonly Span[] {
  const types = new Set(patterns.flatMap((pattern) => pattern.slots.map((slot) => slot.type)));
  const spans: Span[] = [];
  for (const type of types) {
    const kind = slotKind(type, model);
    const longest = model.types.get(type)?.longest ?? 4;
    for (let from = 0; from < sentence.length; from++) {
      for (let to = Math.min(sentence.length, from + longest); to > from; to--) {
        if (kind.accepts(sentence, from, to)) spans.push({ type, from, to });
      }
    }
  }
  return spans.sort((a, b) => b.to - b.from - (a.to - a.from));
}

function likeness(
  pattern: Pattern,
  bag: ReadonlySet<string>,
  sentence: readonly Word[],
  spans: readonly Span[],
  vocabulary: ReadonlyMap<string, ReadonlySet<string>>,
  weigh: (word: string) => number,
): Likeness {
  const fills = fillsFrom(pattern, spans);
  const inFill = (at: number) => fills.find((fill) => fill.from <= at && at < fill.to);
  const said = new Set(sentence.flatMap((word, at) => (inFill(at) === undefined ? [root(word.key)] : [])));
  for (const fill of fills) said.add(placeholder(fill.slot));
  const sum = (words: Iterable<string>) => [...words].reduce((total, word) => total + weigh(word), 0);
  const shared = sum([...said].filter((word) => bag.has(word)));
  const known = vocabulary.get(pattern.intent) ?? new Set();
  const inVocabulary = sum([...said].filter((word) => known.has(word)));
  const whole = sum(said);
  if (shared === 0) return { pattern, fills, shared: 0, score: 0 };
  const common = pattern.literals.map(root).filter((word) => !FILLERS.has(word) && said.has(word)).length;
  const sample = shared / (SENTENCE_SHARE * whole + (1 - SENTENCE_SHARE) * sum(bag));
  return { pattern, fills, shared: common, score: SAMPLE_SHARE * sample + (1 - SAMPLE_SHARE) * (inVocabulary / whole) };
}

/** One span for each slot of the pattern, the longest first, none over another. */
function fillsFrom(pattern: Pattern, spans: readonly Span[]): readonly Fill[] {
  const fills: Fill[] = [];
  for (const slot of pattern.slots) {
    const span = spans.find(
      (candidate) =>
        candidate.type === slot.type && !fills.some((fill) => fill.from < candidate.to && candidate.from < fill.to),
    );
    if (span !== undefined) fills.push({ slot, from: span.from, to: span.to, listed: true });
  }
  return fills;
}
