/** What goes to the process that makes copies and draws pages, and what comes back. */
import type { Exchange, Timed } from '@gongkai/reading/reading-messages.ts';
import type { Source, TypedCopy } from './make-copy.ts';
import type { DrawnPage, Wanted } from './pdf/draw-for-review.ts';
import type { Removal } from './removal.ts';

export interface Copying extends Exchange {
  question: Timed & { source: Source; removal: Removal };
  /** `refused`: a Chinese sentence. */
  result: { copy: TypedCopy } | { refused: string };
}

export interface Drawing extends Exchange {
  question: Timed & Wanted;
  result: { drawn: DrawnPage };
}
