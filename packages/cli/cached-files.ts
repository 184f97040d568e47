import { createPublicFiles, type PublicFiles } from '@gongkai/functions/site/public-files.ts';
import type { PlainFiles } from '@gongkai/platform/embedded/plain-files.ts';
import type { Files } from '@gongkai/platform/ports.ts';

/**
 * Public files are served from memory; whatever writes one makes the memory forget it. Where the database fails, they
 * come from the folder beside it.
 */
export function withCache(
  stored: Files,
  plain: PlainFiles,
  bringUpToDate: (path: string) => Promise<void>,
): { files: Files; publicFiles: PublicFiles } {
  const get: Files['get'] = async (area, key) => {
    if (area === 'public') await bringUpToDate(key);
    return stored.get(area, key);
  };
  const publicFiles = createPublicFiles({
    get: async (area, key) => get(area, key).catch(() => plain.get(area, key)),
  });
  const files: Files = {
    ...stored,
    get,
    async put(area, key, body, options) {
      await stored.put(area, key, body, options);
      if (area === 'public') publicFiles.invalidate(key);
    },
    async copy(from, to, options) {
      await stored.copy(from, to, options);
      if (to.area === 'public') publicFiles.invalidate(to.key);
    },
    async delete(area, key) {
      await stored.delete(area, key);
      if (area === 'public') publicFiles.invalidate(key);
    },
  };
  return { files, publicFiles };
}
