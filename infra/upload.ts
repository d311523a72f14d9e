import { CfnElement, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, type BucketDeploymentProps, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct, IConstruct, IDependable } from 'constructs';
import { explain } from './good-practice';

/** How files are put into a bucket, beside what holds for all. */
export type Manner = Pick<BucketDeploymentProps, 'cacheControl' | 'prune' | 'memoryLimit' | 'ephemeralStorageSize'>;

/**
 * A private bucket for what the build makes, and nothing of a listener. In every stage it goes with the stack, and its files with it: they can all
 * be made again. `unlogged` says why nobody needs a log of who reads them.
 */
export function bucketForUploads(scope: Construct, unlogged: string): IBucket {
  const bucket = new Bucket(scope, 'Bucket', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.DESTROY,
    // The uploads leave their files where they are when the stack is deleted, and a bucket has to be empty to go.
    autoDeleteObjects: true,
    lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
  });
  explain(bucket, { 'AwsSolutions-S1': unlogged });
  // The library's own bucket is no IBucket under our strictness: they differ in whether an optional property may be there and undefined.
  return bucket as IBucket;
}

/** Puts each folder's files into the bucket, under the folder's name, at each deployment. Gives what others may wait for. */
export function upload(
  scope: Construct,
  bucket: IBucket,
  folders: readonly (readonly [name: string, path: string])[],
  manner: Manner,
): readonly IDependable[] {
  const logGroup = new LogGroup(scope, 'UploadLogs', {
    retention: RetentionDays.ONE_WEEK,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const uploads = folders.map(
    ([name, path]) =>
      new BucketDeployment(scope, `Upload-${name}`, {
        ...manner,
        sources: [Source.asset(path)],
        destinationBucket: bucket,
        destinationKeyPrefix: name,
        logGroup,
      }),
  );
  // All uploads of a kind share one function.
  const [first] = uploads;
  if (first) explainUploader(first.handlerRole.node.scope, bucket);
  return uploads;
}

const OF_THE_CDK = 'This function is the CDK’s own and runs only while the stack is deployed;';

function explainUploader(uploader: IConstruct | undefined, bucket: IBucket): void {
  if (uploader === undefined) return;
  const reads = `${OF_THE_CDK} it reads the files that are to be uploaded, all of which the CDK has put into its own bucket.`;
  const writes = `${OF_THE_CDK} it replaces whatever lies in the one bucket that it uploads to, and can touch no other.`;
  explain(uploader, {
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]': `${OF_THE_CDK} it writes a log.`,
    'AwsSolutions-IAM5[Action::s3:GetBucket*]': reads,
    'AwsSolutions-IAM5[Action::s3:GetObject*]': reads,
    'AwsSolutions-IAM5[Action::s3:List*]': reads,
    'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*]':
      reads,
    'AwsSolutions-IAM5[Action::s3:Abort*]': writes,
    'AwsSolutions-IAM5[Action::s3:DeleteObject*]': writes,
    [`AwsSolutions-IAM5[Resource::<${idOf(bucket)}.Arn>/*]`]: writes,
    'AwsSolutions-L1': `${OF_THE_CDK} its runtime comes with each version of the CDK.`,
    'Serverless-LambdaLatestVersion': `${OF_THE_CDK} its runtime comes with each version of the CDK.`,
    'Serverless-LambdaDLQ': `${OF_THE_CDK} when it fails, the deployment fails and says so.`,
    'Serverless-LambdaTracing': `${OF_THE_CDK} there is nothing to trace.`,
  });
}

/** The bucket's name in the template. */
export function idOf(bucket: IBucket): string {
  const { defaultChild } = bucket.node;
  return defaultChild instanceof CfnElement ? Stack.of(bucket).resolve(defaultChild.logicalId) : '';
}
