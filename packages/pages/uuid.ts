/** Name-based UUIDs (RFC 9562, version 5): the same thing has the same id in every feed and on every day. */
import { createHash } from 'node:crypto';

/** Drawn once for gongkai. */
const namespace = Buffer.from('5b0f6f6e7a8c4d2c9c1f8f5f3a1d6e42', 'hex');

/** `urn:uuid:…` of a public path of one county; `region` is its administrative code. */
export function pathUrn(region: string, path: string): string {
  const digest = createHash('sha1').update(namespace).update(`${region}/${path}`).digest();
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
