import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Color,
  Dashboard,
  GraphWidget,
  type GraphWidgetProps,
  type IMetric,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { counted, took, unmatchedRate } from './metrics';
import type { DeployStage } from './settings';
import { TIMEOUT_SECONDS } from './sizing';

interface Shown {
  readonly stage: DeployStage;
  readonly handler: LambdaFunction;
  readonly table: TableV2;
  readonly alarms: readonly Alarm[];
}

const HOUR = Duration.hours(1);

/** One page: is anything wrong, who uses it, how fast it answers, what it heard of answers, what it did not understand. */
export function dashboard(scope: Construct, { stage, handler, table, alarms }: Shown): Dashboard {
  const latency = (p: number) => handler.metricDuration({ statistic: Stats.p(p), label: `p${p}` });
  const consumed = (kind: 'Read' | 'Write', label: string) =>
    table.metric(`Consumed${kind}CapacityUnits`, {
      dimensionsMap: { TableName: table.tableName },
      statistic: Stats.SUM,
      label,
    });
  return new Dashboard(scope, 'Dashboard', {
    defaultInterval: Duration.days(7),
    widgets: [
      [new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 24, height: 3 })],
      [
        graph('Use', [counted(stage, 'Turns', HOUR), handler.metricInvocations({ period: HOUR, label: 'requests' })]),
        graph('Latency', [latency(50), latency(90), latency(99)], {
          leftAnnotations: [{ value: TIMEOUT_SECONDS * 1_000, color: Color.RED, label: 'timeout' }],
          leftYAxis: { min: 0, label: 'ms', showUnits: false },
        }),
      ],
      [
        graph(
          'Feedback',
          (['Said', 'Unsure', 'NotHeard'] as const).map((state) => counted(stage, state, HOUR)),
          { stacked: true },
        ),
        graph('Fallbacks', [counted(stage, 'Fallbacks', HOUR), counted(stage, 'Unmatched', HOUR)], {
          right: [unmatchedRate(stage, { period: HOUR, least: 1 })],
          rightYAxis: { min: 0, max: 100, label: '%', showUnits: false },
        }),
      ],
      [
        graph(
          'Latency by part',
          [50, 99].flatMap((p) => [took(stage, 'DecideTime', p), took(stage, 'StoreTime', p)]),
          { leftYAxis: { min: 0, label: 'ms', showUnits: false } },
        ),
        graph('Table', [counted(stage, 'Reads', HOUR), counted(stage, 'Writes', HOUR)], {
          right: [consumed('Read', 'read units'), consumed('Write', 'write units')],
          rightYAxis: { min: 0, label: 'units', showUnits: false },
        }),
      ],
      [
        graph('Failures', [
          handler.metricErrors({ label: 'errors' }),
          handler.metricThrottles({ label: 'throttles' }),
          ...(['Failures', 'StoreFailures', 'NewerItems'] as const).map((name) => counted(stage, name)),
        ]),
      ],
    ],
  });
}

const graph = (title: string, left: readonly IMetric[], more: GraphWidgetProps = {}): GraphWidget =>
  new GraphWidget({ leftYAxis: { min: 0 }, ...more, title, left: [...left], width: 12, height: 6 });
