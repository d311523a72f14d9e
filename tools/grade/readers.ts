import type { Label } from './held-out';
import { scoresOf, share } from './scores';

/** How far two readers agree. */
export interface Agreement {
  /** Share of the points on which they say the same. */
  readonly agreed: number | null;
  /** Cohen's kappa: agreement beyond chance, 1 at the most; null where chance alone would agree. */
  readonly kappa: number | null;
  /** F1 of one reader against the other: what a grader can hope for. */
  readonly f1: number | null;
}

export function agreementOf(pairs: readonly (readonly [Label, Label])[]): Agreement {
  const agreed = share(pairs.filter(([a, b]) => a === b).length, pairs.length);
  const saying = (reader: 0 | 1) => pairs.filter((pair) => pair[reader] === 'said').length / Math.max(1, pairs.length);
  const chance = saying(0) * saying(1) + (1 - saying(0)) * (1 - saying(1));
  return {
    agreed,
    kappa: agreed === null ? null : share(agreed - chance, 1 - chance),
    f1: scoresOf(pairs.map(([a, b]) => ({ said: a === 'said', state: b === 'said' ? 'said' : 'not-heard' }))).f1,
  };
}
