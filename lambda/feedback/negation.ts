import { HARMLESS_AFTER, LIMITS, NEGATORS, WEAK_NEGATORS } from './little-words';
import type { Token } from './words';

/** How many words a negator reaches, little words aside. */
const REACH = 3;
/** "Never … without approval" asks for approval: how far before "without" the first negator may stand. */
const WITHOUT_REACH = 8;

/**
 * What "not only" does to the words after it: mostly it lets them pass ("I not only stop the pickup, I …"); of an accusation it
 * leaves nothing ("it doesn't only start when you're sued").
 */
export type Limits = 'let pass' | 'deny';

const isHarmless = (stem: string, limits: Limits) =>
  HARMLESS_AFTER.has(stem) && !(limits === 'deny' && LIMITS.has(stem));
const isStrong = (token: Token | undefined) => token !== undefined && NEGATORS.has(token.stem);
const isWeak = (token: Token | undefined) => token !== undefined && WEAK_NEGATORS.has(token.stem);

/**
 * True when a negator stands within three words before `tokens[first]`, in the same clause, and nothing undoes it.
 * Negators whose index is in `expected` belong to the claim's own words and do not count.
 */
export function negatedBefore(
  tokens: readonly Token[],
  first: number,
  expected: ReadonlySet<number>,
  limits: Limits = 'let pass',
): boolean {
  const clause = tokens[first]?.clause;
  for (let i = first - 1; i >= Math.max(0, first - REACH); i--) {
    const token = tokens[i];
    if (!token || token.clause !== clause) return false;
    if (expected.has(i)) continue;
    if (token.stem === 'without') return negates(tokens, i, limits);
    if (isWeak(token) && i === first - 1 && !isStrong(tokens[i - 1])) return true;
    if (negates(tokens, i, limits) && !(i + 1 < first && isWeak(tokens[i + 1]))) return true;
    if (isStrong(token) && i === first - 1 && LIMITS.has(tokens[first]?.stem ?? '')) return true;
  }
  return false;
}

/** True when the words `first` to `last` are denied: by a negator before, inside or within three words after ("… is not my call"). */
export function denied(tokens: readonly Token[], first: number, last: number): boolean {
  const clause = tokens[last]?.clause;
  for (let i = first; i <= last + REACH; i++) {
    if (tokens[i]?.clause === clause && negates(tokens, i, 'let pass')) return true;
  }
  return negatedBefore(tokens, first, new Set());
}

/** A strong negator that is neither harmless ("no longer") nor undone by an earlier one ("never … without"). */
function negates(tokens: readonly Token[], i: number, limits: Limits): boolean {
  const token = tokens[i];
  if (!token || !isStrong(token)) return false;
  const next = tokens[i + 1];
  if (next && next.clause === token.clause && isHarmless(next.stem, limits)) return false;
  if (token.stem !== 'without') return true;
  return !tokens
    .slice(Math.max(0, i - WITHOUT_REACH), i)
    .some((earlier) => earlier.clause === token.clause && isStrong(earlier));
}
