import { S3Client } from '@aws-sdk/client-s3';
import type { Clock, Files } from '../ports.ts';
import type { AwsEnvironment } from './env.ts';
import { createS3Files } from './files.ts';

export const openFiles = (env: AwsEnvironment, clock: Clock): Files =>
  createS3Files({
    client: new S3Client({ forcePathStyle: env.AWS_ENDPOINT_URL !== undefined }),
    buckets: { inbox: env.INBOX_BUCKET, records: env.RECORDS_BUCKET, public: env.PUBLIC_BUCKET },
    clock,
  });
