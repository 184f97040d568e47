/** One page, feed, sitemap or stylesheet of the public site. */
import { contentTypeOf } from '@gongkai/pages/paths.ts';
import type { Files } from '@gongkai/platform/ports.ts';

/** A minute: a page that was taken down is gone soon. */
export const pageCacheControl = 'max-age=60';

export async function writePage(files: Files, path: string, text: string): Promise<void> {
  await files.put('public', path, Buffer.from(text), {
    contentType: contentTypeOf(path),
    cacheControl: pageCacheControl,
  });
}
