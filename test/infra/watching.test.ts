import { Match } from 'aws-cdk-lib/assertions';
import { ALARM_METRICS } from '../../infra/sizing';
import { EVERYTHING, templateOf } from './templates';

const dev = templateOf({});
const prod = templateOf(EVERYTHING);

test.each([
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
  const counts = ['Turns', 'Fallbacks', 'Unmatched'].map((name) =>
    inAlarm('InterviewRehearsal', name, [{ Name: 'Stage', Value: stage }]),
  );
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Threshold: 15,
    ComparisonOperator: 'GreaterThanThreshold',
    Metrics: [
      Match.objectLike({ Expression: 'IF(turns >= 50, 100 * (FILL(fallbacks, 0) + FILL(unmatched, 0)) / turns, 0)' }),
      ...counts,
    ],
  });
});

test('an alarm for a turn that failed, whether the function caught it or Lambda did', () => {
  const FUNCTION = { Name: 'FunctionName', Value: { Ref: Match.stringLikeRegexp('^Skill') } };
  dev.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Threshold: 0,
    EvaluationPeriods: 1,
    Metrics: [
      Match.objectLike({ Expression: 'SUM([FILL(m0, 0), FILL(m1, 0)])' }),
      inAlarm('AWS/Lambda', 'Errors', [FUNCTION]),
      inAlarm('InterviewRehearsal', 'Failures', [{ Name: 'Stage', Value: 'dev' }]),
    ],
  });
});

test.each(['StoreFailures', 'NewerItems'])('an alarm for %s, as the function counts them', (MetricName) => {
  dev.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Threshold: 0,
    Metrics: [inAlarm('InterviewRehearsal', MetricName, [{ Name: 'Stage', Value: 'dev' }])],
  });
});

test('an alarm for throttles of the table', () => {
  const throttles = ['ReadThrottleEvents', 'WriteThrottleEvents'].map((name) => inAlarm('AWS/DynamoDB', name, [TABLE]));
  dev.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Threshold: 0,
    Metrics: [Match.objectLike({ Expression: Match.stringLikeRegexp('^SUM') }), ...throttles],
  });
});

test('every alarm says what is wrong, tells the topic of it and of its end, and takes silence for peace', () => {
  const alarms = Object.values(prod.findResources('AWS::CloudWatch::Alarm'));
  expect(alarms).toHaveLength(7);
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
  for (const shown of ['Alarms', 'Use', 'Latency', 'Feedback', 'Fallbacks', 'Latency by part', 'Table', 'Failures']) {
    expect(body).toContain(`\\"title\\":\\"${shown}\\"`);
  }
  for (const metric of ['Turns', 'Fallbacks', 'Said', 'Unsure', 'NotHeard', 'DecideTime', 'StoreTime', 'Writes']) {
    expect(body).toContain(`\\"InterviewRehearsal\\",\\"${metric}\\",\\"Stage\\",\\"prod\\"`);
  }
  for (const percentile of ['p50', 'p90', 'p99']) expect(body).toContain(`\\"stat\\":\\"${percentile}\\"`);
});
