import { Validations } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { EVERYTHING, SKILL_ID, stackOf, templateOf } from './templates';

const dev = templateOf({});
const prod = templateOf(EVERYTHING);

/** The function of the skill; the CDK's own has another handler. */
const theFunction = (properties: object) => ({ Handler: 'index.handler', Runtime: 'nodejs24.x', ...properties });
const environment = (variables: object) => theFunction({ Environment: { Variables: variables } });

test('row b1: the function runs the bundle on Node 24 and gives up before Alexa does', () => {
  dev.hasResourceProperties(
    'AWS::Lambda::Function',
    theFunction({ Architectures: ['arm64'], MemorySize: 512, Timeout: 7, TracingConfig: Match.absent() }),
  );
});

test('no ceiling and no traces by default, both on demand', () => {
  dev.hasResourceProperties('AWS::Lambda::Function', theFunction({ ReservedConcurrentExecutions: Match.absent() }));
  prod.hasResourceProperties(
    'AWS::Lambda::Function',
    theFunction({ ReservedConcurrentExecutions: 20, TracingConfig: { Mode: 'Active' } }),
  );
});

test('the function knows its table, its stage and its skill', () => {
  dev.hasResourceProperties(
    'AWS::Lambda::Function',
    environment({
      PROGRESS_TABLE: { Ref: Match.stringLikeRegexp('^Progress') },
      STAGE: 'dev',
      SKILL_ID: Match.absent(),
    }),
  );
  prod.hasResourceProperties('AWS::Lambda::Function', environment({ STAGE: 'prod', SKILL_ID }));
});

test('in production, a function that does not know its skill serves none, and the operator is told', () => {
  const stack = stackOf({ stage: 'prod' });
  const warnings = stack.node.metadata.filter(({ type }) => type === 'aws:cdk:warning').map(({ data }) => data);
  expect(warnings).toEqual([expect.stringMatching('^The function refuses every request until it knows its skill')]);
  Validations.of(stack).acknowledge({ id: 'interview-rehearsal:no-skill-yet', reason: 'It has just been read.' });
  Template.fromStack(stack).hasResourceProperties(
    'AWS::Lambda::Function',
    environment({ SKILL_ID: 'amzn1.ask.skill.not-yet-known' }),
  );
});

test('rows c2, c3 and c8: only Alexa may call the function, and once the skill is known, only this skill', () => {
  const trigger = { Principal: 'alexa-appkit.amazon.com', Action: 'lambda:InvokeFunction' };
  for (const template of [dev, prod]) {
    template.resourceCountIs('AWS::Lambda::Permission', 1);
    template.resourceCountIs('AWS::Lambda::Url', 0);
  }
  dev.hasResourceProperties('AWS::Lambda::Permission', { ...trigger, EventSourceToken: Match.absent() });
  prod.hasResourceProperties('AWS::Lambda::Permission', { ...trigger, EventSourceToken: SKILL_ID });
});

const ITS_LOG = {
  Effect: 'Allow',
  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Logs'), 'Arn'] },
};
const ITS_TABLE = {
  Effect: 'Allow',
  Action: ['BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'].map((a) => `dynamodb:${a}`),
  Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Progress'), 'Arn'] },
};
const TRACES = { Effect: 'Allow', Action: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'], Resource: '*' };

test.each([
  ['dev', dev, [ITS_LOG, ITS_TABLE]],
  ['prod, with traces', prod, [ITS_LOG, ITS_TABLE, TRACES]],
] as const)(
  'the function of %s may write its log, do with its table what it does, and nothing else',
  (_, template, statements) => {
    template.hasResourceProperties('AWS::IAM::Role', {
      Description: 'What the function of Interview Rehearsal may do',
      ManagedPolicyArns: Match.absent(),
      Policies: Match.absent(),
    });
    const policies = template.findResources('AWS::IAM::Policy', {
      Properties: { Roles: [{ Ref: Match.stringLikeRegexp('^SkillRole') }] },
    });
    expect(Object.keys(policies)).toHaveLength(1);
    template.hasResourceProperties('AWS::IAM::Policy', { PolicyDocument: { Statement: statements } });
  },
);

test('logs are kept for a month', () => {
  dev.hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
});

test.each([
  ['dev', dev, 'Retain', false],
  ['prod', prod, 'Retain', true],
  ['prod, told to delete its data', templateOf({ ...EVERYTHING, data: 'delete' }), 'Delete', false],
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
