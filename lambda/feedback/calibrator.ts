import { CALIBRATION } from './calibrator-weights';
import { NEGATORS } from './little-words';
import type { Token } from './words';

/**
 * A second pair of ears for points whose slots were not filled: logistic regression on nine plain features of an answer and one
 * of the author's example phrasings. Its weights come from `tools/calibrate.ts`. It can only ever say "unsure".
 */
export interface Example {
  readonly stems: readonly string[];
  readonly has: ReadonlySet<string>;
  /** The stems that the question does not hold. */
  readonly own: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
  readonly trigrams: ReadonlySet<string>;
}

/** An example, ready to be compared. `asked` are the stems of the question. */
export function exampleOf(stems: readonly string[], asked: ReadonlySet<string>): Example {
  const has = new Set(stems);
  const own = new Set(stems.filter((stem) => !asked.has(stem)));
  return { stems, has, own, pairs: pairsOf(stems), trigrams: trigramsOf(stems) };
}

export const FEATURES = [
  'overlap',
  'overlap without the question',
  'character trigrams',
  'stem pairs',
  'length (log)',
  'length ratio',
  'negation mismatch',
  'example length (log)',
  'stems heard (log)',
] as const;

/** The nine features of a stretch of an answer against one example, in the order of `FEATURES`. */
export function features(stretch: readonly string[], example: Example): readonly number[] {
  const heard = new Set(stretch);
  const lengths = [stretch.length, example.stems.length];
  return [
    shareOf(example.has, heard),
    shareOf(example.own, heard),
    shareOf(example.trigrams, trigramsOf(stretch)),
    shareOf(example.pairs, pairsOf(stretch)),
    Math.log1p(stretch.length),
    Math.min(...lengths) / Math.max(1, ...lengths),
    denies(stretch) === denies(example.stems) ? 0 : 1,
    Math.log1p(example.stems.length),
    Math.log1p(sizeOfBoth(example.has, heard)),
  ];
}

/** A stretch is a little longer than the example: people take more words than authors. */
const SLACK = 4;

/** The stretch of an answer that shares the most stems with an example; empty when none is shared. */
export function closestStretch<T extends Pick<Token, 'stem'>>(tokens: readonly T[], example: Example): readonly T[] {
  const size = example.stems.length + SLACK;
  let count = 0;
  let best = { count: 0, end: 0 };
  tokens.forEach((token, i) => {
    if (example.has.has(token.stem)) count++;
    const left = tokens[i - size];
    if (left && example.has.has(left.stem)) count--;
    if (count > best.count) best = { count, end: i + 1 };
  });
  return tokens.slice(Math.max(0, best.end - size), best.end);
}

/** How likely features mean the same as the example, 0–1. */
export function probability(values: readonly number[], weights: readonly number[], bias: number): number {
  return 1 / (1 + Math.exp(-values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), bias)));
}

/** The words that come close to one of the examples; none when the calibrator is not sure enough. */
export function closeToAnExample(
  tokens: readonly Token[],
  examples: readonly Example[],
  { bias, weights, high } = CALIBRATION,
): readonly Token[] {
  const close = examples.map((example) => {
    const stretch = closestStretch(tokens, example);
    const stems = stretch.map((token) => token.stem);
    const likely = stems.length === 0 ? 0 : probability(features(stems, example), weights, bias);
    return { likely, words: stretch.filter((token) => example.has.has(token.stem)) };
  });
  const best = close.reduce((one, other) => (other.likely > one.likely ? other : one), { likely: 0, words: [] });
  return best.likely >= high ? best.words : [];
}

function pairsOf(stems: readonly string[]): ReadonlySet<string> {
  return new Set(stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`));
}

function trigramsOf(stems: readonly string[]): ReadonlySet<string> {
  const text = ` ${stems.join(' ')} `;
  return new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, i) => text.slice(i, i + 3)));
}

const denies = (stems: readonly string[]) => stems.some((stem) => NEGATORS.has(stem));

function sizeOfBoth(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let size = 0;
  for (const each of some) if (others.has(each)) size++;
  return size;
}

/** Share of `whole` that is also in `part`, 0–1. */
function shareOf(whole: ReadonlySet<string>, part: ReadonlySet<string>): number {
  return whole.size === 0 ? 0 : sizeOfBoth(whole, part) / whole.size;
}
