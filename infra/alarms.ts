import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { counted, unmatchedRate } from './metrics';
import type { DeployStage } from './settings';

interface Watched {
  readonly stage: DeployStage;
  readonly handler: LambdaFunction;
  readonly table: TableV2;
}

interface Rule {
  readonly metric: IMetric;
  /** The alarm goes off above this. */
  readonly above: number;
  /** For so many periods in a row. */
  readonly periods: number;
  readonly says: string;
}

const PERIOD = Duration.minutes(5);

/** What an operator is told about. Each says what a listener notices, and where to look first. */
const rulesFor = ({ stage, handler, table }: Watched): Readonly<Record<string, Rule>> => ({
  Errors: {
    // The function answers a turn that fails inside it with an apology; what kills it, only Lambda knows.
    metric: sum([handler.metricErrors({ period: PERIOD }), counted(stage, 'Failures', PERIOD)]),
    above: 0,
    periods: 1,
    says: 'A turn failed: a listener heard an apology or nothing. Look into the function’s log for level "error", or for a timeout.',
  },
  Throttles: {
    metric: handler.metricThrottles({ period: PERIOD }),
    above: 0,
    periods: 1,
    says: 'Turns were turned away, because too many ran at once. Raise "concurrency", or the account’s quota.',
  },
  Slow: {
    metric: handler.metricDuration({ period: PERIOD, statistic: Stats.p(99) }),
    above: 3_000,
    periods: 3,
    says: 'For a quarter of an hour one turn in a hundred took longer than 3 s; Alexa gives up after 8. Look at the table’s latency.',
  },
  Unmatched: {
    metric: unmatchedRate(stage, { period: Duration.hours(1), least: 50 }),
    above: 15,
    periods: 3,
    says: 'For three hours more than 15 % of what listeners said was not understood. Has the interaction model changed?',
  },
  TableErrors: {
    // As the function sees it: an error of the table's own, a refusal, or no answer in time.
    metric: counted(stage, 'StoreFailures', PERIOD),
    above: 0,
    periods: 2,
    says: 'The table does not answer the function: progress may not be kept. See the AWS Health Dashboard, and the function’s rights.',
  },
  TableThrottles: {
    metric: sum(
      ['ReadThrottleEvents', 'WriteThrottleEvents'].map((name) =>
        table.metric(name, { dimensionsMap: { TableName: table.tableName }, period: PERIOD }),
      ),
    ),
    above: 0,
    periods: 2,
    says: 'The table turns requests away. On demand that means far more of them than ever, or one person’s item asked for too often.',
  },
  NewerItems: {
    metric: counted(stage, 'NewerItems', PERIOD),
    above: 0,
    periods: 1,
    says: 'Progress was met that a newer version keeps; it was left alone. Deploy the newest version again.',
  },
});

/** Alarms that tell the topic when something goes wrong and when it is over. Silence is no alarm: a skill may rest. */
export function alarms(stack: Construct, watched: Watched, topic: ITopic): readonly Alarm[] {
  const scope = new Construct(stack, 'Alarms');
  return Object.entries(rulesFor(watched)).map(([name, { metric, above, periods, says }]) => {
    const alarm = new Alarm(scope, name, {
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: periods,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `Interview Rehearsal, ${watched.stage}. ${says}`,
    });
    alarm.addAlarmAction(new SnsAction(topic));
    alarm.addOkAction(new SnsAction(topic));
    return alarm;
  });
}

/** In sum, also while some of the metrics have nothing to tell. */
function sum(metrics: readonly IMetric[]): MathExpression {
  const usingMetrics = Object.fromEntries(metrics.map((metric, i) => [`m${i}`, metric]));
  const filled = Object.keys(usingMetrics).map((name) => `FILL(${name}, 0)`);
  return new MathExpression({ expression: `SUM([${filled.join(', ')}])`, usingMetrics, period: PERIOD });
}
