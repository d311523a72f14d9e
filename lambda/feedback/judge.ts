import type { Claim } from '../bank/types';
import { bestWindow, type Hit } from './hits';
import { denied, type Limits, negatedBefore } from './negation';
import type { Token } from './words';

/** What the words of an answer make of one claim. */
export type Verdict =
  /** Every slot inside one window, and the polarity holds. */
  | { readonly is: 'made'; readonly hits: readonly Hit[] }
  /** All slots but one. */
  | { readonly is: 'almost'; readonly hits: readonly Hit[] }
  /** The words are there with the wrong polarity: nothing softer may rescue them. */
  | { readonly is: 'contrary' }
  /** Too few slots filled. */
  | { readonly is: 'open' };

/** Judges the sure hits of a claim. `limits` says what "not only" does to an affirmed one. */
export function judge(claim: Claim, tokens: readonly Token[], hits: readonly Hit[], limits?: Limits): Verdict {
  const window = bestWindow(upheld(claim, tokens, hits, hits, limits));
  if (window.length === needed(claim)) return { is: 'made', hits: window };
  const contrary = bestWindow(hits).length === claim.slots.length;
  if (contrary && claim.polarity === 'negated') return { is: 'contrary' };
  if (claim.slots.length > 1 && window.length === needed(claim) - 1) return { is: 'almost', hits: window };
  return contrary ? { is: 'contrary' } : { is: 'open' };
}

/** The window that sure and unsure hits fill together; undefined when a slot stays empty. */
export function fillWith(
  claim: Claim,
  tokens: readonly Token[],
  sure: readonly Hit[],
  unsure: readonly Hit[],
): readonly Hit[] | undefined {
  const window = bestWindow(upheld(claim, tokens, [...sure, ...unsure], sure));
  return window.length === needed(claim) ? window : undefined;
}

/** Slots to fill; a claim that needs a "not" has one more, for the words that a negator stands by. */
function needed(claim: Claim): number {
  return claim.slots.length + (claim.polarity === 'negated' ? 1 : 0);
}

/** The hits that a claim's polarity lets stand. Negators inside `own` hits are the claim's own. */
function upheld(
  claim: Claim,
  tokens: readonly Token[],
  hits: readonly Hit[],
  own: readonly Hit[],
  limits?: Limits,
): readonly Hit[] {
  if (claim.polarity === 'affirmed') {
    const expected = new Set(own.flatMap(({ first, last }) => range(first, last)));
    return hits.filter((hit) => !negatedBefore(tokens, hit.first, expected, limits));
  }
  if (claim.polarity === 'negated') {
    const not = hits.filter((hit) => denied(tokens, hit.first, hit.last));
    return [...hits, ...not.map((hit) => ({ ...hit, slot: claim.slots.length }))];
  }
  return hits;
}

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
