/** One page, feed, sitemap or stylesheet of the public site. */
import { contentTypeOf } from '@gongkai/pages/paths.ts';
import type { Files } from '@gongkai/platform/ports.ts';

export async function writePage(files: Files, path: string, text: string): Promise<void> {
  await files.put('public', path, Buffer.from(text), {
    contentType: contentTypeOf(path),
    cacheControl: 'max-age=60',
  });
}
