/** A search entry was written: the index follows. Events come twice and out of order, so what is stored now counts. */
import * as z from 'zod';
import type { Deps } from '@gongkai/platform/deps.ts';
import { parseSearchEntry, searchEntryId, searchEntryKey } from '@gongkai/platform/search/entry.ts';
import type { IndexWriter } from '@gongkai/platform/search/index-writer.ts';

const written = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });

export const createUpdateSearch =
  ({ files, index }: Pick<Deps, 'files'> & { index: () => IndexWriter }) =>
  async (event: unknown): Promise<void> => {
    const id = searchEntryId(written.parse(event).detail.object.key);
    if (id === undefined) return;
    const stored = await files.get('records', searchEntryKey(id));
    await index().write([stored ? parseSearchEntry(stored.body) : { id, gone: true }]);
  };
