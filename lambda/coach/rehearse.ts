import type { Question } from '../bank/types';
import { beginCheck } from './check';
import { type Decision, type Draft, says } from './draft';
import type { Table } from './learner';

/** Seconds that one may rehearse aloud. The build makes a recording for each. */
export const REHEARSALS = [30, 60, 90] as const;
export type RehearsalSeconds = (typeof REHEARSALS)[number];
const USUAL: RehearsalSeconds = 60;

/**
 * A quiet window to answer aloud in, with the microphone shut, and then the self-check. What is said meanwhile is heard by nobody, so
 * nothing is graded.
 */
export const rehearse = (d: Draft, table: Table, question: Question, wished: number | undefined): Decision =>
  beginCheck(says(d, { act: 'rehearse', seconds: nearest(wished ?? USUAL) }), table, question, 'time');

const nearest = (wished: number): RehearsalSeconds =>
  REHEARSALS.reduce((best, one) => (Math.abs(one - wished) < Math.abs(best - wished) ? one : best));
