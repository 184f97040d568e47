/** Search on one machine: the index lies beside the database and follows the search entries as they are written. */
import type { Files, Search } from '../ports.ts';
import { parseSearchEntry, searchEntryId } from '../search/entry.ts';
import { find } from '../search/find.ts';
import { openSearchIndex } from '../search/sqlite-index.ts';

export interface EmbeddedSearch extends Search {
  /** The same files; a search entry is in the index, or out of it, when the call returns. */
  follow(files: Files): Files;
  close(): void;
}

export function createEmbeddedSearch(file: string): EmbeddedSearch {
  const index = openSearchIndex(file);
  return {
    find: async (query) => find(index, query),
    follow: (files) => ({
      ...files,
      async put(area, key, body, options) {
        await files.put(area, key, body, options);
        if (area === 'records' && searchEntryId(key) !== undefined) index.put([parseSearchEntry(body)]);
      },
      async delete(area, key) {
        await files.delete(area, key);
        const id = area === 'records' ? searchEntryId(key) : undefined;
        if (id !== undefined) index.remove(id);
      },
    }),
    close: () => index.close(),
  };
}
