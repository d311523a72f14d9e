import type { KeyPoint, Question } from '../../lambda/bank/types';

const point = (id: string, weight: KeyPoint['weight'], say: string): KeyPoint => ({
  id,
  weight,
  say,
  slots: [],
  examples: [],
});

/** What a listener can check any answer against. Nothing is listened for: a draft is never graded. */
export const DRAFT_CLAIMS: Pick<Question, 'keyPoints' | 'redFlags' | 'misconceptions'> = {
  keyPoints: [
    point('main-point', 'must', 'your main point right at the start'),
    point('own-example', 'should', 'an example from your own work'),
  ],
  redFlags: [],
  misconceptions: [],
};
