/** Where an old address leads: the table of moved pages, read anew when it was written anew. */
import { movedPath } from '@gongkai/pages/paths.ts';
import type { PublicFiles } from './public-files.ts';

export function createMovedTo(publicFiles: PublicFiles): () => Promise<ReadonlyMap<string, string>> {
  let known: { etag: string; paths: ReadonlyMap<string, string> } = { etag: '', paths: new Map() };
  return async () => {
    const file = await publicFiles.read(`/${movedPath}`);
    if (file && file.etag !== known.etag)
      known = {
        etag: file.etag,
        paths: new Map(Object.entries(JSON.parse(file.body.toString()) as Record<string, string>)),
      };
    return file ? known.paths : new Map();
  };
}
