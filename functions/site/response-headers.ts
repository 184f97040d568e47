/** Headers of public files. Pages need one script of ours, no frame, and nothing from anybody else. */
import { contentDisposition, isShownByBrowsers } from '@gongkai/platform/content-disposition.ts';

const policy = (...more: string[]): string =>
  ["default-src 'none'", "style-src 'self'", "img-src 'self' data:", "base-uri 'none'", ...more].join('; ');

export const pagePolicy = policy("script-src 'self'", "form-action 'self'", "frame-ancestors 'none'");
/** Made to stand in pages of others: shows a list, does nothing. */
const embedPolicy = policy("form-action 'none'", 'frame-ancestors *');
/** A download is never a page, whatever its bytes say. In a sandbox browsers do not start their PDF viewer. */
const downloadPolicy = (contentType: string): string =>
  `default-src 'none'; ${isShownByBrowsers(contentType) ? "object-src 'self'" : 'sandbox'}; frame-ancestors 'none'`;

export const securityHeaders = (contentSecurityPolicy: string): [name: string, value: string][] => [
  ['content-security-policy', contentSecurityPolicy],
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
  const own = key.startsWith('embed/') ? embedPolicy : pagePolicy;
  return [
    ['content-type', file.contentType],
    ['etag', etag],
    ['cache-control', cacheControl(key)],
    // Feeds and data are for programs of others too; what is public has no secret to keep from a page.
    ['access-control-allow-origin', '*'],
    ...securityHeaders(isDownload ? downloadPolicy(file.contentType) : own),
    ...(isDownload
      ? [
          ['content-disposition', contentDisposition(file.downloadName!, file.contentType)] satisfies [
            string,
            string,
          ],
        ]
      : []),
  ];
}
