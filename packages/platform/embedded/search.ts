/** Search on one machine: the index is a file beside the database, written by whoever publishes. */
import type { Search } from '../ports.ts';
import { find } from '../search/find.ts';
import { openSearchIndex, type SearchIndex } from '../search/sqlite-index.ts';

export interface EmbeddedSearch extends Search {
  index: SearchIndex;
  close(): void;
}

export function createEmbeddedSearch(file: string): EmbeddedSearch {
  const index = openSearchIndex(file);
  return {
    index,
    put: async (document) => index.put([document]),
    remove: async (id) => index.remove(id),
    find: async (query) => find(index, query),
    close: () => index.close(),
  };
}
