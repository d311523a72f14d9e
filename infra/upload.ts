import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct, IConstruct } from 'constructs';
import { explain } from './good-practice';

/** Puts each folder's files into the bucket, under the folder's name, at each deployment; takes them out when the stack is deleted. */
export function upload(
  scope: Construct,
  bucket: IBucket,
  folders: readonly (readonly [name: string, path: string])[],
): void {
  const logGroup = new LogGroup(scope, 'UploadLogs', {
    retention: RetentionDays.ONE_WEEK,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const [uploader] = folders.map(([name, path]) => {
    const { handlerRole } = new BucketDeployment(scope, `Upload-${name}`, {
      sources: [Source.asset(path)],
      destinationBucket: bucket,
      destinationKeyPrefix: name,
      // A changed file is heard everywhere within a day, so that the upload needs no right to clear caches.
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(1))],
      retainOnDelete: false,
      logGroup,
    });
    return handlerRole.node.scope;
  });
  // All uploads of a stack share one function.
  if (uploader !== undefined) explainUploader(uploader);
}

const OF_THE_CDK = 'This function is the CDK’s own and runs only while the stack is deployed;';

function explainUploader(uploader: IConstruct): void {
  const reads = `${OF_THE_CDK} it reads the files that are to be uploaded, all of which the CDK has put into its own bucket.`;
  const writes = `${OF_THE_CDK} it replaces whatever lies in the bucket for quiet audio and icons, and can touch no other.`;
  explain(uploader, {
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]': `${OF_THE_CDK} it writes a log.`,
    'AwsSolutions-IAM5[Action::s3:GetBucket*]': reads,
    'AwsSolutions-IAM5[Action::s3:GetObject*]': reads,
    'AwsSolutions-IAM5[Action::s3:List*]': reads,
    'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*]':
      reads,
    'AwsSolutions-IAM5[Action::s3:Abort*]': writes,
    'AwsSolutions-IAM5[Action::s3:DeleteObject*]': writes,
    'AwsSolutions-IAM5[Resource::<MediaBucket4022EBBF.Arn>/*]': writes,
    'AwsSolutions-L1': `${OF_THE_CDK} its runtime comes with each version of the CDK.`,
    'Serverless-LambdaLatestVersion': `${OF_THE_CDK} its runtime comes with each version of the CDK.`,
    'Serverless-LambdaDLQ': `${OF_THE_CDK} when it fails, the deployment fails and says so.`,
    'Serverless-LambdaTracing': `${OF_THE_CDK} there is nothing to trace.`,
  });
}
