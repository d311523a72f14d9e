import type { Question } from '../bank/types';
import { type Draft, noted, says } from './draft';

const NAMED_POINTS = 5;

/** The short sample answer, with the long one for the app. */
export const sample = (d: Draft, question: Question): Draft =>
  noted(says(d, { act: 'sample', text: question.sampleShort, long: false }), {
    note: 'sample',
    question: question.ask,
    text: question.sampleLong,
  });

/** The long sample answer, aloud. */
export const longSample = (d: Draft, question: Question): Draft =>
  noted(says(d, { act: 'sample', text: question.sampleLong, long: true }), {
    note: 'sample',
    question: question.ask,
    text: question.sampleLong,
  });

/** The key points by their spoken names; all of them go to the app. */
export function keyPoints(d: Draft, question: Question): Draft {
  const all = question.keyPoints.map((p) => p.say);
  const points = all.slice(0, NAMED_POINTS);
  return noted(says(d, { act: 'key-points', points, more: all.length - points.length }), {
    note: 'points',
    question: question.ask,
    points: all,
  });
}
