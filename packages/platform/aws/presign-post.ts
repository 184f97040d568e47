/** Signs a post into the inbox. Loaded by the functions that do, and by no other. */
import type { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import type { Clock, PostPolicy, PresignedPost } from '../ports.ts';

export function presignPost(
  client: S3Client,
  bucket: string,
  clock: Clock,
  { key, minBytes, maxBytes, expiresAt }: PostPolicy,
): Promise<PresignedPost> {
  const seconds = Math.floor((expiresAt.getTime() - clock.now().getTime()) / 1_000);
  if (seconds <= 0) throw new RangeError('a post policy must expire in the future');
  return createPresignedPost(client, {
    Bucket: bucket,
    Key: key,
    Expires: seconds,
    Fields: { 'Content-Type': 'application/octet-stream', success_action_status: '204' },
    Conditions: [['content-length-range', minBytes, maxBytes]],
  });
}
