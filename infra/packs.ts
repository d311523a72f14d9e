import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Size } from 'aws-cdk-lib';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { explain } from './good-practice';
import { bucketForUploads, idOf, upload } from './upload';

/** The build puts packs here when they are too large to lie in the function. */
export const PACKS_FOLDER = join(__dirname, '../dist/packs');

/** The bucket of packs, as the function needs it. */
export interface Packs {
  readonly bucketName: string;
  /** Lets the function read packs, and nothing else; it is not changed before its pack is there. */
  servedTo(handler: LambdaFunction, role: Role): void;
}

/** A private bucket for the packs that the build put outside; nothing where there are none. */
export function packs(stack: Construct, folder: string): Packs | undefined {
  if (!existsSync(folder)) return undefined;
  const scope = new Construct(stack, 'Packs');
  const bucket = bucketForUploads(
    scope,
    'Only the function reads the bucket, and only questions that ship with it. A log of that would tell nothing.',
  );
  const uploads = upload(scope, bucket, [['packs', folder]], {
    // The pack of the function that still answers stays until long after the new one is there.
    prune: false,
    memoryLimit: 1024,
    ephemeralStorageSize: Size.gibibytes(4),
  });
  return {
    bucketName: bucket.bucketName,
    servedTo(handler, role) {
      role.addToPolicy(
        new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects('packs/*')] }),
      );
      explain(role, {
        [`AwsSolutions-IAM5[Resource::<${idOf(bucket)}.Arn>/packs/*]`]:
          'While a new function takes over, the old one still reads the pack before. Nothing but packs lies there.',
      });
      handler.node.addDependency(...uploads);
    },
  };
}
