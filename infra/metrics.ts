import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { DeployStage } from './settings';

/** What the function counts, by the names under which it logs it, in CloudWatch's embedded metric format. */
const NAMESPACE = 'InterviewRehearsal';
type Counted = keyof typeof LABELS;

/** How often something happened in a period, in one stage. */
export const counted = (stage: DeployStage, metricName: Counted, period: Duration = Duration.minutes(5)): Metric =>
  new Metric({
    namespace: NAMESPACE,
    metricName,
    dimensionsMap: { Stage: stage },
    statistic: Stats.SUM,
    period,
    label: LABELS[metricName],
  });

/** How long a part of a turn took, in milliseconds. */
export const took = (stage: DeployStage, metricName: keyof typeof PARTS, percentile: number): Metric =>
  new Metric({
    namespace: NAMESPACE,
    metricName,
    dimensionsMap: { Stage: stage },
    statistic: Stats.p(percentile),
    label: `${PARTS[metricName]}, p${percentile}`,
  });

const LABELS = {
  Turns: 'turns',
  Fallbacks: 'no words came through',
  Unmatched: 'words that stand for nothing',
  Said: 'key points said',
  Unsure: 'unsure',
  NotHeard: 'not heard',
  Reads: 'calls that read',
  Writes: 'calls that write',
  Failures: 'apologies',
  StoreFailures: 'no answer from the table',
  NewerItems: 'items of a newer version',
} as const;

const PARTS = { DecideTime: 'deciding', StoreTime: 'waiting for the table' } as const;

/**
 * Of a hundred turns, those that were not understood, because no words came through or they stand for nothing. 0 while there are fewer than
 * `least` turns, of which no share says anything.
 */
export const unmatchedRate = (
  stage: DeployStage,
  { period, least }: { period: Duration; least: number },
): MathExpression =>
  new MathExpression({
    expression: `IF(turns >= ${least}, 100 * (FILL(fallbacks, 0) + FILL(unmatched, 0)) / turns, 0)`,
    usingMetrics: {
      turns: counted(stage, 'Turns', period),
      fallbacks: counted(stage, 'Fallbacks', period),
      unmatched: counted(stage, 'Unmatched', period),
    },
    period,
    label: 'not understood, % of turns',
  });
