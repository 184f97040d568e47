/** Headers of public files. Pages need no script, no frame, and nothing from anybody else. */
import { contentDisposition } from './content-disposition.ts';

export const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** A download is never a page, whatever its bytes say. */
const downloadPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

export const securityHeaders = (policy: string): [name: string, value: string][] => [
  ['content-security-policy', policy],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
];

/** Only what carries its hash in its path and is never withdrawn may be kept without asking. */
const cacheControl = (key: string): string =>
  key.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'public, no-cache';

export function fileHeaders(
  key: string,
  file: { contentType: string; downloadName?: string },
  etag: string,
): [name: string, value: string][] {
  const isDownload = file.downloadName !== undefined;
  return [
    ['content-type', file.contentType],
    ['etag', etag],
    ['cache-control', cacheControl(key)],
    ...securityHeaders(isDownload ? downloadPolicy : pagePolicy),
    ...(isDownload
      ? [['content-disposition', contentDisposition(file.downloadName!)] satisfies [string, string]]
      : []),
  ];
}
