import { Match, Template } from 'aws-cdk-lib/assertions';
import { packsFolder, stackOf, templateOf } from './templates';

const inside = templateOf({});
const outside = Template.fromStack(stackOf({}, packsFolder()));

const theFunction = (variables: object) => ({ Handler: 'index.handler', Environment: { Variables: variables } });

test('packs that lie in the function need no bucket, and it is told of none', () => {
  inside.resourceCountIs('AWS::S3::Bucket', 1);
  inside.hasResourceProperties('AWS::Lambda::Function', theFunction({ PACKS_BUCKET: Match.absent() }));
  expect(JSON.stringify(inside.toJSON())).not.toContain('/packs/');
});

test('packs outside have a private bucket of their own, which goes with the stack', () => {
  outside.resourceCountIs('AWS::S3::Bucket', 2);
  outside.hasResource('AWS::S3::Bucket', {
    DeletionPolicy: 'Delete',
    Properties: {
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
      BucketEncryption: Match.anyValue(),
    },
  });
  outside.hasResourceProperties('Custom::CDKBucketDeployment', { DestinationBucketKeyPrefix: 'packs', Prune: false });
});

test('the function knows the bucket, may read packs there and nothing else, and waits for the upload', () => {
  outside.hasResource('AWS::Lambda::Function', {
    Properties: theFunction({ PACKS_BUCKET: { Ref: Match.stringLikeRegexp('^PacksBucket') } }),
    DependsOn: Match.arrayWith([Match.stringLikeRegexp('^PacksUpload')]),
  });
  const policies = outside.findResources('AWS::IAM::Policy', {
    Properties: { Roles: [{ Ref: Match.stringLikeRegexp('^SkillRole') }] },
  });
  const statements = Object.values(policies).flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
  const s3 = statements.filter(({ Action }) => JSON.stringify(Action).includes('s3:'));
  expect(s3).toEqual([
    {
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': [expect.stringMatching('^PacksBucket'), 'Arn'] }, '/packs/*']] },
    },
  ]);
});
