import { Match } from 'aws-cdk-lib/assertions';
import { ALARM_METRICS } from '../../infra/sizing';
import { EVERYTHING, templateOf } from './templates';

const dev = templateOf({});
const prod = templateOf(EVERYTHING);

test.each([
  ['errors', { Namespace: 'AWS/Lambda', MetricName: 'Errors', Statistic: 'Sum', Threshold: 0, EvaluationPeriods: 1 }],
  ['throttles', { Namespace: 'AWS/Lambda', MetricName: 'Throttles', Threshold: 0 }],
  ['p99', { MetricName: 'Duration', ExtendedStatistic: 'p99', Threshold: 3000, EvaluationPeriods: 3 }],
])('an alarm for %s of the function', (_, properties) => {
  dev.hasResourceProperties('AWS::CloudWatch::Alarm', {
    ...properties,
    Dimensions: [{ Name: 'FunctionName', Value: { Ref: Match.stringLikeRegexp('^Skill') } }],
  });
});

const inAlarm = (namespace: string, name: string, dimensions: readonly object[]) =>
  Match.objectLike({
    MetricStat: Match.objectLike({ Metric: { Namespace: namespace, MetricName: name, Dimensions: dimensions } }),
  });
const TABLE = { Name: 'TableName', Value: { Ref: Match.stringLikeRegexp('^Progress') } };

test.each([
  ['dev', dev],
  ['prod', prod],
])('an alarm for speech of %s that is not understood, as a share of the turns', (stage, template) => {
  const counts = ['Turns', 'Fallbacks'].map((name) =>
    inAlarm('InterviewRehearsal', name, [{ Name: 'Stage', Value: stage }]),
  );
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Threshold: 15,
    ComparisonOperator: 'GreaterThanThreshold',
    Metrics: [Match.objectLike({ Expression: 'IF(turns >= 50, 100 * FILL(fallbacks, 0) / turns, 0)' }), ...counts],
  });
});

test('alarms for errors of the table, by operation, and for its throttles', () => {
  const errors = ['Query', 'PutItem', 'UpdateItem'].map((operation) =>
    inAlarm('AWS/DynamoDB', 'SystemErrors', [{ Name: 'Operation', Value: operation }, TABLE]),
  );
  const throttles = ['ReadThrottleEvents', 'WriteThrottleEvents'].map((name) => inAlarm('AWS/DynamoDB', name, [TABLE]));
  for (const metrics of [errors, throttles]) {
    dev.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Threshold: 0,
      Metrics: [Match.objectLike({ Expression: Match.stringLikeRegexp('^SUM') }), ...metrics],
    });
  }
});

test('every alarm says what is wrong, tells the topic of it and of its end, and takes silence for peace', () => {
  const alarms = Object.values(prod.findResources('AWS::CloudWatch::Alarm'));
  expect(alarms).toHaveLength(6);
  const topic = [{ Ref: expect.stringMatching('^AlarmTopic') }];
  for (const { Properties } of alarms) {
    expect(Properties).toMatchObject({ AlarmActions: topic, OKActions: topic, TreatMissingData: 'notBreaching' });
    expect(Properties.AlarmDescription).toMatch(/^Interview Rehearsal, prod\. .{40}/);
  }
});

test('alarms watch as many metrics as the costs count', () => {
  const metricsOf = ({ Properties }: Record<string, { Metrics?: readonly object[] }>): number =>
    Properties?.Metrics?.filter((metric) => 'MetricStat' in metric).length ?? 1;
  const alarms = Object.values(prod.findResources('AWS::CloudWatch::Alarm'));
  expect(alarms.reduce((sum, alarm) => sum + metricsOf(alarm), 0)).toBe(ALARM_METRICS);
});

test('alarms of this account may publish to the topic; an address is subscribed when there is one', () => {
  dev.hasResourceProperties('AWS::SNS::TopicPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        }),
      ]),
    },
  });
  dev.resourceCountIs('AWS::SNS::Subscription', 0);
  prod.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: EVERYTHING.alarmEmail });
});

test('one dashboard shows alarms, use, latency, feedback states, fallbacks, failures and the table', () => {
  const [dashboard, ...more] = Object.values(prod.findResources('AWS::CloudWatch::Dashboard'));
  expect(more).toEqual([]);
  const body = JSON.stringify(dashboard);
  for (const shown of ['Alarms', 'Use', 'Latency', 'Feedback', 'Fallbacks', 'Failures', 'Table']) {
    expect(body).toContain(`\\"title\\":\\"${shown}\\"`);
  }
  for (const metric of ['Turns', 'Fallbacks', 'Said', 'Unsure', 'NotHeard']) {
    expect(body).toContain(`\\"InterviewRehearsal\\",\\"${metric}\\",\\"Stage\\",\\"prod\\"`);
  }
  for (const percentile of ['p50', 'p90', 'p99']) expect(body).toContain(`\\"stat\\":\\"${percentile}\\"`);
});
