/**
 * Written by `npm run calibrate` from 552 examples of 34 questions. `high` is the probability from which an answer is close
 * enough to one of the author's examples to ask about it.
 */
export const CALIBRATION = {
  bias: -2.9626,
  weights: [
    3.0002, // overlap
    -0.3439, // overlap without the question
    0.3238, // character trigrams
    6.4915, // stem pairs
    -0.4464, // length (log)
    0.8217, // length ratio
    -0.1871, // negation mismatch
    1.044, // example length (log)
    -1.6356, // stems heard (log)
  ],
  high: 0.57,
} as const;
