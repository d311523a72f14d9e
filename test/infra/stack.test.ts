import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { type Settings, settingsOf } from '../../infra/settings';
import { SkillStack } from '../../infra/skill-stack';

/** The full validation takes seconds for each template; `npm run synth` runs it. */
function templateOf(settings: Settings): Template {
  const app = new App({ builtinCloudFormationValidation: false, context: { 'aws:cdk:bundling-stacks': [] } });
  return Template.fromStack(new SkillStack(app, 'Skill', settings));
}

const SKILL_ID = 'amzn1.ask.skill.12345678-1234-1234-1234-123456789012';

const dev = templateOf({ stage: 'dev' });
const prod = templateOf({ stage: 'prod', skillId: SKILL_ID });

test('the function runs the bundle on Node 24 and gives up before Alexa does', () => {
  dev.hasResourceProperties('AWS::Lambda::Function', {
    Runtime: 'nodejs24.x',
    Architectures: ['arm64'],
    Handler: 'index.handler',
    Timeout: 7,
  });
});

test('the function knows its table, and its skill where there is one', () => {
  dev.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: { PROGRESS_TABLE: Match.anyValue(), SKILL_ID: Match.absent() } },
  });
  prod.hasResourceProperties('AWS::Lambda::Function', { Environment: { Variables: { SKILL_ID } } });
});

test('only Alexa may call the function, and in production only this skill', () => {
  dev.hasResourceProperties('AWS::Lambda::Permission', {
    Principal: 'alexa-appkit.amazon.com',
    Action: 'lambda:InvokeFunction',
  });
  prod.hasResourceProperties('AWS::Lambda::Permission', { EventSourceToken: SKILL_ID });
  dev.resourceCountIs('AWS::Lambda::Url', 0);
});

test('the function may do with its own table what it does there, and nothing else', () => {
  const policies = Object.values(dev.findResources('AWS::IAM::Policy'));
  expect(policies).toHaveLength(1);
  dev.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: [
        {
          Effect: 'Allow',
          Action: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'].map(
            (a) => `dynamodb:${a}`,
          ),
          Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Progress'), 'Arn'] },
        },
      ],
    },
  });
});

test.each([
  ['dev', dev, 'Delete', false],
  ['prod', prod, 'Retain', true],
] as const)('the table of %s', (_, template, policy, isProtected) => {
  template.hasResource('AWS::DynamoDB::GlobalTable', {
    DeletionPolicy: policy,
    Properties: {
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      Replicas: [
        Match.objectLike({
          DeletionProtectionEnabled: isProtected,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        }),
      ],
    },
  });
});

test.each([
  [{}, { stage: 'dev' }],
  [
    { stage: 'prod', skillId: SKILL_ID },
    { stage: 'prod', skillId: SKILL_ID },
  ],
])('context %j means %j', (context, settings) => {
  expect(settingsOf((name) => new Map(Object.entries(context)).get(name))).toEqual(settings);
});

test.each([
  [{ stage: 'production' }, 'Unknown stage "production": write -c stage=dev or -c stage=prod.'],
  [{ skillId: 'mine' }, '"mine" is no skill id'],
])('context %j is refused with a sentence', (context, sentence) => {
  expect(() => settingsOf((name) => new Map(Object.entries(context)).get(name))).toThrow(sentence);
});
