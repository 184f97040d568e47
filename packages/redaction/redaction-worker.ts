/**
 * Makes copies and draws pages in a process of its own. Runs from source, and bundled as `redaction-worker.mjs` with
 * `pdfium.wasm` and the font beside it.
 */
import { serveQuestions } from '@gongkai/reading/serve-questions.ts';
import { makeCopy } from './make-copy.ts';
import type { Copying, Drawing } from './messages.ts';
import { drawForReview } from './pdf/draw-for-review.ts';
import { RedactionRefused } from './removal.ts';

serveQuestions<Copying | Drawing>(async (question, deadline) => {
  if ('page' in question) return { drawn: await drawForReview(question) };
  try {
    return { copy: await makeCopy(question.source, question.removal, deadline) };
  } catch (error) {
    if (error instanceof RedactionRefused) return { refused: error.message };
    throw error;
  }
});
