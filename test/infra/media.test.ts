import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { media } from '../../infra/media';
import { appAsDeployed, templateOf } from './templates';

const dist = mkdtempSync(join(tmpdir(), 'media-'));
const folders = { audio: join(dist, 'audio'), images: join(dist, 'images') };
for (const folder of Object.values(folders)) {
  mkdirSync(folder);
  writeFileSync(join(folder, 'file'), folder);
}
afterAll(() => rmSync(dist, { recursive: true, force: true }));

function served(what: typeof folders) {
  const stack = new Stack(appAsDeployed(), 'Stack');
  const urls = stack.resolve(media(stack, what));
  return { urls, template: Template.fromStack(stack) };
}

test('the bucket is private: only its distribution may read it, and nobody without TLS', () => {
  const template = templateOf({});
  template.hasResourceProperties('AWS::S3::Bucket', {
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  });
  template.hasResourceProperties('AWS::S3::BucketPolicy', {
    PolicyDocument: {
      Statement: [
        Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        // The one that empties the bucket when the stack is deleted.
        Match.objectLike({ Effect: 'Allow', Principal: { AWS: Match.anyValue() } }),
        Match.objectLike({
          Effect: 'Allow',
          Action: 's3:GetObject',
          Principal: { Service: 'cloudfront.amazonaws.com' },
          Condition: { StringEquals: { 'AWS:SourceArn': Match.anyValue() } },
        }),
      ],
    },
  });
  template.hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      DefaultCacheBehavior: { ViewerProtocolPolicy: 'https-only' },
      Origins: [Match.objectLike({ OriginAccessControlId: Match.anyValue() })],
    },
  });
});

test('the bucket is emptied before it goes with the stack', () => {
  const template = templateOf({});
  const [bucket] = Object.entries(template.findResources('AWS::S3::Bucket', { DeletionPolicy: 'Delete' }));
  template.hasResourceProperties('Custom::S3AutoDeleteObjects', { BucketName: { Ref: bucket?.[0] } });
});

test('audio and pictures are uploaded each under their name, and the function is told where', () => {
  const { template, urls } = served(folders);
  for (const prefix of ['audio', 'images']) {
    template.hasResourceProperties('Custom::CDKBucketDeployment', {
      DestinationBucketKeyPrefix: prefix,
      SystemMetadata: { 'cache-control': 'public, max-age=86400' },
    });
  }
  const at = (folder: string) => ({
    'Fn::Join': [
      '',
      ['https://', { 'Fn::GetAtt': [expect.stringMatching('^MediaDistribution'), 'DomainName'] }, `/${folder}`],
    ],
  });
  expect(urls).toEqual({ audioUrl: at('audio'), imagesUrl: at('images') });
});

test('without audio the function is told of none', () => {
  const { template, urls } = served({ ...folders, audio: join(dist, 'none') });
  template.resourceCountIs('Custom::CDKBucketDeployment', 1);
  expect(urls.audioUrl).toBeUndefined();
});
