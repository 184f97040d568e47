/** An area of files: private, encrypted, TLS only, every access logged, never deleted with the stack. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { accept } from './accept.ts';

const always = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  removalPolicy: RemovalPolicy.RETAIN,
} satisfies BucketProps;

export const area = (
  scope: Construct,
  id: string,
  serverAccessLogsBucket: IBucket,
  props: Pick<BucketProps, 'encryptionKey' | 'versioned' | 'lifecycleRules' | 'cors'>,
): Bucket =>
  new Bucket(scope, id, {
    ...always,
    ...props,
    ...(props.encryptionKey
      ? { encryption: BucketEncryption.KMS, bucketKeyEnabled: true }
      : { encryption: BucketEncryption.S3_MANAGED }),
    serverAccessLogsBucket,
    serverAccessLogsPrefix: `${id.toLowerCase()}/`,
  });

export function accessLogBucket(scope: Construct): IBucket {
  const bucket = new Bucket(scope, 'AccessLogs', {
    ...always,
    encryption: BucketEncryption.S3_MANAGED,
    // 网络安全法: network logs are kept for six months at least.
    lifecycleRules: [{ expiration: Duration.days(365) }],
  });
  accept(bucket, 'AwsSolutions-S1', 'It holds the access logs; logging access to them would never end.');
  return bucket as IBucket;
}
