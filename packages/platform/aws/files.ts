/** Files in three buckets, so that who may read what is a matter of policies, not of code. */
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { NotFound } from '@gongkai/domain/errors.ts';
import { contentDisposition, downloadNameOf } from '../content-disposition.ts';
import { checkFileKey, isFileKey } from '../file-key.ts';
import type { Area, Clock, Files, PutOptions } from '../ports.ts';

export interface S3FilesOptions {
  client: S3Client;
  buckets: Record<Area, string>;
  clock: Clock;
}

/** S3 lists no more at once. */
const mostListed = 1_000;

/** The functions need s3:ListBucket too: without it S3 answers 403 instead of 404 for what is not there. */
export function createS3Files({ client, buckets, clock }: S3FilesOptions): Files {
  const at = (area: Area, key: string) => ({ Bucket: buckets[area], Key: key });
  return {
    async put(area, key, body, options) {
      checkFileKey(key);
      await client.send(new PutObjectCommand({ ...at(area, key), Body: body, ...headers(options) }));
    },
    async get(area, key) {
      if (!isFileKey(key)) return undefined;
      const answer = await unlessMissing(client.send(new GetObjectCommand(at(area, key))));
      if (!answer?.Body) return undefined;
      const body = await answer.Body.transformToByteArray();
      const downloadName = downloadNameOf(answer.ContentDisposition);
      return {
        size: body.length,
        contentType: answer.ContentType ?? 'application/octet-stream',
        body,
        ...(downloadName === undefined ? {} : { downloadName }),
      };
    },
    async head(area, key) {
      if (!isFileKey(key)) return undefined;
      const answer = await unlessMissing(client.send(new HeadObjectCommand(at(area, key))));
      return (
        answer && {
          size: answer.ContentLength ?? 0,
          contentType: answer.ContentType ?? 'application/octet-stream',
        }
      );
    },
    async list(area, prefix, { limit, after }) {
      const answer = await client.send(
        new ListObjectsV2Command({
          Bucket: buckets[area],
          Prefix: prefix,
          MaxKeys: Math.min(limit, mostListed),
          ...(after === undefined ? {} : { StartAfter: after }),
        }),
      );
      const items = (answer.Contents ?? []).flatMap((object) => object.Key ?? []);
      const last = items.at(-1);
      return { items, ...(answer.IsTruncated && last !== undefined ? { next: last } : {}) };
    },
    async copy(from, to, options) {
      checkFileKey(from.key);
      checkFileKey(to.key);
      const copied = await unlessMissing(
        client.send(
          new CopyObjectCommand({
            ...at(to.area, to.key),
            CopySource: `${buckets[from.area]}/${encodeURI(from.key)}`,
            MetadataDirective: 'REPLACE',
            ...headers(options),
          }),
        ),
      );
      if (!copied) throw new NotFound(`文件 ${from.area}/${from.key} 不存在`);
    },
    async delete(area, key) {
      checkFileKey(key);
      await client.send(new DeleteObjectCommand(at(area, key)));
    },
    async presignPost(policy) {
      checkFileKey(policy.key);
      const { presignPost } = await import('./presign-post.ts');
      return presignPost(client, buckets.inbox, clock, policy);
    },
  };
}

const headers = ({ contentType, downloadName, cacheControl }: PutOptions) => ({
  ContentType: contentType,
  ...(downloadName === undefined
    ? {}
    : { ContentDisposition: contentDisposition(downloadName, contentType) }),
  ...(cacheControl === undefined ? {} : { CacheControl: cacheControl }),
});

/** HeadObject has no body to name its error in: the status tells. */
async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined;
    throw error;
  }
}
