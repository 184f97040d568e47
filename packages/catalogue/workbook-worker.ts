/** Reads templates in a process of its own. Runs from source, and bundled as `workbook-worker.mjs`. */
import { serveQuestions } from '@gongkai/reading/serve-questions.ts';
import { readWorkbook } from './read-workbook.ts';
import { sheetsOfFile } from './sheets-of-file.ts';
import type { WorkbookReading } from './workbook-process.ts';

serveQuestions<WorkbookReading>(async ({ bytes, name, context }, deadline) =>
  readWorkbook(await sheetsOfFile(bytes, name, deadline), context),
);
