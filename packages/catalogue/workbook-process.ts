/** Templates are read beside the program: one that takes seconds keeps nobody waiting but who sent it. */
import type { Exchange, Timed } from '@gongkai/reading/reading-messages.ts';
import { createPool } from '@gongkai/reading/reading-pool.ts';
import { workerFile } from '@gongkai/reading/reading-process.ts';
import type { ReadingContext, ReadWorkbook } from './read-workbook.ts';

interface Template {
  bytes: Uint8Array;
  /** Of the file; stands for the sheet of a .csv. */
  name: string;
  context: ReadingContext;
}

export interface WorkbookReading extends Exchange {
  question: Timed & Template;
  result: ReadWorkbook;
}

const ask = createPool<WorkbookReading>(() => workerFile('workbook-worker', import.meta.url), 1);
/** As long as one may wait for a page. */
const longestMs = 10_000;

/** Throws {@link Refusal} for what is no table, too large or takes too long. */
export const readTemplate = (template: Template, timeoutMs = longestMs): Promise<ReadWorkbook> =>
  ask({ ...template, timeoutMs });
