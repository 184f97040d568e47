/** Search on one machine: the index lies beside the database and follows the search entries as they are written. */
import type { Files, Search } from '../ports.ts';
import { parseSearchEntry, searchEntryId } from '../search/entry.ts';
import { find } from '../search/find.ts';
import { openIndexFile } from '../search/index-file.ts';
import { createIndexReader } from '../search/index-reader.ts';
import { createIndexWriter } from '../search/index-writer.ts';

export interface EmbeddedSearch extends Search {
  /** The same files; what a search entry says holds when the call returns. */
  follow(files: Files): Files;
  close(): void;
}

export function createEmbeddedSearch(file: string): EmbeddedSearch {
  const db = openIndexFile(file);
  const reader = createIndexReader(db);
  const writer = createIndexWriter(db);
  return {
    find: (query) => find(reader, query),
    follow: (files) => ({
      ...files,
      async put(area, key, body, options) {
        await files.put(area, key, body, options);
        if (area === 'records' && searchEntryId(key) !== undefined)
          await writer.write([parseSearchEntry(body)]);
      },
    }),
    close: () => db.close(),
  };
}
