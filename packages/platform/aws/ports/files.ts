import { S3Client } from '@aws-sdk/client-s3';
import type { Deps } from '../../deps.ts';
import { createS3Files } from '../files.ts';
import type { Place } from './place.ts';

export const files = ({ env, clock }: Place): Pick<Deps, 'files'> => ({
  files: createS3Files({
    client: new S3Client({ forcePathStyle: env.AWS_ENDPOINT_URL !== undefined }),
    buckets: { inbox: env.INBOX_BUCKET, records: env.RECORDS_BUCKET, public: env.PUBLIC_BUCKET },
    clock,
  }),
});
