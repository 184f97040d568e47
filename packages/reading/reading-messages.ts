/** What goes to a process that works on a file, and what comes back. */
import type { RefusalCode } from './types.ts';

export interface Timed {
  /** For this file, from when it is taken up. */
  timeoutMs: number;
}

export interface Question extends Timed {
  bytes: Uint8Array;
}

export type Answer<Result> =
  | {
      result: Result;
      /** The process has grown and ends itself now. */
      last: boolean;
    }
  /** What the file is refused for. */
  | { refused: { code: RefusalCode; message: string } }
  /** A fault of the worker itself: the stack of the error. */
  | { failed: string };
