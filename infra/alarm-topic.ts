import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { explain } from './good-practice';
import type { Settings } from './settings';

/** Where alarms are told; with an address, by e-mail. */
export function alarmTopic(scope: Construct, { stage, alarmEmail }: Settings): Topic {
  const topic = new Topic(scope, 'AlarmTopic', { displayName: `Interview Rehearsal ${stage}`, enforceSSL: true });
  letAlarmsTell(topic);
  if (alarmEmail !== undefined) {
    topic.addSubscription(new EmailSubscription(alarmEmail));
    explain(topic, {
      'Serverless-SNSRedrivePolicy':
        'An alarm that no mail could tell still stands in the console, with its history. A queue would have no reader.',
    });
  }
  return topic;
}

/** A topic with a policy of its own no longer has the usual one, which would let alarms of this account publish. */
function letAlarmsTell(topic: Topic): void {
  const { account } = Stack.of(topic);
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  );
}
