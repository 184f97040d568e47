/** What goes to a process that works on a file, and what comes back. */
import type { OcrLimits } from './ocr.ts';
import type { ReadResult, RefusalCode } from './types.ts';

export interface Timed {
  /** For this file, from when it is taken up. */
  timeoutMs: number;
}

/** What a kind of process is asked, and what it gives. */
export interface Exchange {
  question: Timed;
  result: unknown;
}

export interface Reading extends Exchange {
  question: Timed & { bytes: Uint8Array; ocr: OcrLimits };
  result: ReadResult;
}

export type Answer<Result> =
  /** None yet: the work goes on for so many milliseconds more. */
  | { wait: number }
  | {
      result: Result;
      /** The process has grown and ends itself now. */
      last: boolean;
    }
  /** What the file is refused for. */
  | { refused: { code: RefusalCode; message: string } }
  /** A fault of the worker itself: the stack of the error. */
  | { failed: string };
