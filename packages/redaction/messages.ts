/** What goes to the process that makes copies and draws pages, and what comes back. */
import type { Exchange, Timed } from '@gongkai/reading/reading-messages.ts';
import type { Source, TypedCopy } from './make-copy.ts';
import type { DrawnPage } from './pdf/draw-for-review.ts';
import type { Removal } from './removal.ts';

export interface Copying extends Exchange {
  question: Timed & { source: Source; removal: Removal };
  /** `refused`: a Chinese sentence. */
  result: { copy: TypedCopy } | { refused: string };
}

export interface Drawing extends Exchange {
  /** `page` counts from 1. */
  question: Timed & { bytes: Uint8Array; page: number; texts: readonly string[] };
  result: { drawn: DrawnPage };
}
