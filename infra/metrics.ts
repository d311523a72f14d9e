import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { DeployStage } from './settings';

/** What the function counts, by the names under which it logs it, in CloudWatch's embedded metric format. */
const NAMESPACE = 'InterviewRehearsal';
type Counted = 'Turns' | 'Fallbacks' | 'Said' | 'Unsure' | 'NotHeard';

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

const LABELS: Readonly<Record<Counted, string>> = {
  Turns: 'turns',
  Fallbacks: 'not understood',
  Said: 'key points said',
  Unsure: 'unsure',
  NotHeard: 'not heard',
};

/** Of a hundred turns, those that matched nothing. 0 while there are fewer than `least` turns, of which no share says anything. */
export const unmatchedRate = (
  stage: DeployStage,
  { period, least }: { period: Duration; least: number },
): MathExpression =>
  new MathExpression({
    expression: `IF(turns >= ${least}, 100 * FILL(fallbacks, 0) / turns, 0)`,
    usingMetrics: { turns: counted(stage, 'Turns', period), fallbacks: counted(stage, 'Fallbacks', period) },
    period,
    label: 'not understood, % of turns',
  });
