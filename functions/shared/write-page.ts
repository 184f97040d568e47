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

/** Those that belong together. */
export const writePages = (
  files: Files,
  pages: readonly { path: string; body: string }[],
): Promise<unknown> => Promise.all(pages.map(({ path, body }) => writePage(files, path, body)));
