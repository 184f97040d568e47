import * as z from 'zod';
import { files } from '@gongkai/platform/aws/ports/files.ts';
import { withoutTable } from '@gongkai/platform/aws/ports/place.ts';
import { indexFile } from '@gongkai/platform/aws/search.ts';
import { logged } from '@gongkai/platform/log.ts';
import { openIndexFile } from '@gongkai/platform/search/index-file.ts';
import { createIndexWriter, type IndexWriter } from '@gongkai/platform/search/index-writer.ts';
import { createUpdateSearch } from './update-search.ts';

const { SEARCH_FOLDER } = z.object({ SEARCH_FOLDER: z.string().min(1) }).parse(process.env);
let writer: IndexWriter | undefined;
const index = (): IndexWriter =>
  (writer ??= createIndexWriter(openIndexFile(indexFile(SEARCH_FOLDER), { shared: true })));

export const handler = logged('update-search', createUpdateSearch({ ...files(withoutTable()), index }));
