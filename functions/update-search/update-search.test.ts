import { onTestFinished } from 'vitest';
import { createUpdateSearch } from './update-search.ts';
import { memoryFiles } from '@gongkai/platform/contract/memory-files.ts';
import { searchContract } from '@gongkai/platform/contract/search.contract.ts';
import { find } from '@gongkai/platform/search/find.ts';
import { openIndexFile } from '@gongkai/platform/search/index-file.ts';
import { createIndexReader } from '@gongkai/platform/search/index-reader.ts';
import { createIndexWriter } from '@gongkai/platform/search/index-writer.ts';

// As in the cloud: entries are files, every write is told three times, the oldest last.
searchContract(async () => {
  const db = openIndexFile(':memory:');
  onTestFinished(() => db.close());
  const writer = createIndexWriter(db);
  const files = memoryFiles();
  const update = createUpdateSearch({ files, index: () => writer });
  let events: unknown[] = [];
  return {
    search: { find: (query) => find(createIndexReader(db), query) },
    files: {
      put: async (area, key, body, options) => {
        await files.put(area, key, body, options);
        events.push({ detail: { object: { key } } });
      },
    },
    settled: async () => {
      for (const event of [...events, ...events, ...events].toReversed()) await update(event);
      events = [];
    },
  };
});
