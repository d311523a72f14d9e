/**
 * Written by `npm run calibrate` from 696 examples of 43 questions. `high` is the probability from which an answer is close
 * enough to one of the author's examples to ask about it.
 */
export const CALIBRATION: { readonly bias: number; readonly weights: readonly number[]; readonly high: number } = {
  bias: -3.1481,
  weights: [
    2.9617, // overlap
    -0.3609, // overlap without the question
    1.0938, // character trigrams
    6.145, // stem pairs
    -0.5081, // length (log)
    0.8223, // length ratio
    -0.161, // negation mismatch
    1.2091, // example length (log)
    -1.7958, // stems heard (log)
  ],
  high: 0.56,
};
