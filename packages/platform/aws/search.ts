/** The index in the cloud: a file on a network file system, written by `update-search` alone and read by `search`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Search } from '../ports.ts';
import { find } from '../search/find.ts';
import { openIndexFile } from '../search/index-file.ts';
import { createIndexReader, type IndexReader } from '../search/index-reader.ts';

export const indexFile = (folder: string): string => join(folder, 'search.db');

export function createSharedSearch(folder: string): Search {
  const file = indexFile(folder);
  let reader: IndexReader | undefined;
  return {
    async find(query) {
      // Before the first publication nobody has made it.
      if (!reader && !existsSync(file)) throw new Error('there is no index yet');
      reader ??= createIndexReader(openIndexFile(file, { shared: true, readOnly: true }));
      return find(reader, query);
    },
  };
}
