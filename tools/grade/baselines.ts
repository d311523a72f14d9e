import type { Question } from '../../lambda/bank/types';
import { stemsOf } from '../../lambda/feedback/words';
import { type Judged, scoresOf } from './scores';

/** A key point beside an answer, and whether it was said. */
export interface Case {
  readonly text: string;
  readonly point: Question['keyPoints'][number];
  readonly said: boolean;
}

/** What costs nothing to build, by name. Thresholds are the best for these very cases, which flatters the baselines. */
export function baselines(cases: readonly Case[]): Readonly<Record<string, readonly Judged[]>> {
  return {
    'sentence overlap': atBest(cases, ({ text, point }) => overlap(point.say, text)),
    'all yes': cases.map(({ said }) => ({ said, state: 'said' })),
    length: atBest(cases, ({ text }) => text.split(/\s+/).length),
  };
}

/** Share of the point's own words that the answer has. */
function overlap(say: string, text: string): number {
  const own = new Set(stemsOf(say));
  const heard = new Set(stemsOf(text));
  return [...own].filter((stem) => heard.has(stem)).length / Math.max(1, own.size);
}

/** Says "said" from the threshold on that gives the best F1. */
function atBest(cases: readonly Case[], measure: (each: Case) => number): readonly Judged[] {
  const measured = cases.map((each) => ({ said: each.said, value: measure(each) }));
  const at = (threshold: number) =>
    measured.map(({ said, value }): Judged => ({ said, state: value >= threshold ? 'said' : 'not-heard' }));
  const tries = [...new Set(measured.map(({ value }) => value))].map(at);
  const f1 = (judged: readonly Judged[]): number => scoresOf(judged).f1 ?? 0;
  return tries.reduce((best, each) => (f1(each) > f1(best) ? each : best), at(Number.POSITIVE_INFINITY));
}
