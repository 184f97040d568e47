/** Presigned posts without S3: the same policy document, signed with the county's key. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { PostPolicy } from '../ports.ts';

/** An upload is refused; `message` is Chinese and says what to do. */
export class PostRefused extends Error {
  override name = 'PostRefused';
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const uploadType = 'application/octet-stream';

const documentSchema = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), z.int().nonnegative(), z.int().nonnegative()]),
      z.record(z.string(), z.string()),
    ]),
  ),
});

/** The fields of the form, all but the file. */
export function signPolicy(policy: PostPolicy, secret: Uint8Array): Record<string, string> {
  const exact = {
    bucket: 'inbox',
    key: policy.key,
    'Content-Type': uploadType,
    success_action_status: '204',
  };
  const document: z.input<typeof documentSchema> = {
    expiration: policy.expiresAt.toISOString(),
    conditions: [exact, ['content-length-range', policy.minBytes, policy.maxBytes]],
  };
  const encoded = Buffer.from(JSON.stringify(document)).toString('base64');
  return { ...exact, Policy: encoded, Signature: signature(encoded, secret) };
}

export type OpenedPolicy = Pick<PostPolicy, 'key' | 'minBytes' | 'maxBytes'>;

/** What the posted fields allow. Throws {@link PostRefused}. */
export function openPolicy(fields: ReadonlyMap<string, string>, secret: Uint8Array, now: Date): OpenedPolicy {
  const { Policy: encoded, Signature: signed, ...rest } = Object.fromEntries(fields);
  if (!encoded || !signed || !matches(signed, signature(encoded, secret)))
    throw new PostRefused(403, 'SignatureDoesNotMatch', '上传凭证无效，请回到上传页面重新提交。');
  const { expiration, conditions } = documentSchema.parse(
    JSON.parse(Buffer.from(encoded, 'base64').toString()),
  );
  if (new Date(expiration) <= now)
    throw new PostRefused(403, 'PolicyExpired', '上传凭证已过期，请回到上传页面重新提交。');

  const exact: Record<string, string> = {};
  let range: [number, number] | undefined;
  for (const condition of conditions)
    if (Array.isArray(condition)) range = [condition[1], condition[2]];
    else Object.assign(exact, condition);
  // Every field is bound by the policy and every condition has its field, as S3 does it.
  const names = new Set([...Object.keys(exact), ...Object.keys(rest)]);
  if (!range || exact['key'] === undefined || [...names].some((name) => exact[name] !== rest[name]))
    throw new PostRefused(403, 'PolicyViolated', '上传内容与凭证不符，请回到上传页面重新提交。');
  return { key: exact['key'], minBytes: range[0], maxBytes: range[1] };
}

/** The purpose keeps these apart from everything else the county's key signs. */
const signature = (encoded: string, secret: Uint8Array): string =>
  createHmac('sha256', secret).update('post-policy\n').update(encoded).digest('hex');

const matches = (given: string, expected: string): boolean =>
  given.length === expected.length &&
  timingSafeEqual(Buffer.from(given, 'latin1'), Buffer.from(expected, 'latin1'));
