/** What goes to the process that reads files, and what comes back. */
import type { ReadResult } from './types.ts';

export interface Question {
  bytes: Uint8Array;
  /** For this file, from when it is taken up. */
  timeoutMs: number;
}

export type Answer =
  | {
      result: ReadResult;
      /** The process has grown and ends itself now. */
      last: boolean;
    }
  /** A fault of the reader itself: the stack of the error. */
  | { failed: string };
