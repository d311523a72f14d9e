import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { Distribution, PriceClass, ResponseHeadersPolicy, ViewerProtocolPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { CacheControl } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { explain } from './good-practice';
import { bucketForUploads, upload } from './upload';

const DIST = join(__dirname, '../dist');

/** Folders that the build makes, and where they are served. A folder that was not built is not served. */
const FOLDERS = { audio: join(DIST, 'audio'), images: join(DIST, 'images') } as const;

/** Addresses of what is served; nothing for a folder that is not. */
export interface Served {
  readonly audioUrl: string | undefined;
  readonly imagesUrl: string | undefined;
}

/**
 * Quiet audio and pictures for cards: a private bucket that only its distribution may read. Speakers fetch them over HTTPS without a name or a key, so
 * nothing of a listener may ever lie here.
 */
export function media(stack: Construct, folders: Readonly<Record<keyof typeof FOLDERS, string>> = FOLDERS): Served {
  const scope = new Construct(stack, 'Media');
  const bucket = bucketForUploads(
    scope,
    'Only CloudFront reads the bucket, and only files that ship with the skill. A log of that would tell nothing.',
  );
  upload(
    scope,
    bucket,
    Object.entries(folders).filter(([, path]) => existsSync(path)),
    // A changed file is heard everywhere within a day, so that the upload needs no right to clear caches.
    { cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(1))] },
  );
  const { distributionDomainName } = distribution(scope, bucket);
  const urlOf = (folder: keyof typeof FOLDERS) =>
    existsSync(folders[folder]) ? `https://${distributionDomainName}/${folder}` : undefined;
  return { audioUrl: urlOf('audio'), imagesUrl: urlOf('images') };
}

function distribution(scope: Construct, bucket: IBucket): Distribution {
  const made = new Distribution(scope, 'Distribution', {
    comment: 'Quiet audio and pictures of Interview Rehearsal',
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
      compress: false,
    },
    priceClass: PriceClass.PRICE_CLASS_100,
  });
  explain(made, {
    'AwsSolutions-CFR1':
      'Listeners are wherever the skill is offered; the same few public files may be had from anywhere.',
    'AwsSolutions-CFR2':
      'A firewall guards what takes input. Here are a few files to be read, and it costs more than all else.',
    'AwsSolutions-CFR3':
      'An access log would keep the addresses of listeners’ homes. The skill promises to keep no such thing.',
    'AwsSolutions-CFR4':
      'The certificate is CloudFront’s own, for which it fixes the oldest TLS version itself. Raising it takes a domain of one’s own.',
  });
  return made;
}
