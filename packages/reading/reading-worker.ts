/**
 * Reads files in a process of its own. Runs from source, and bundled as `reading-worker.mjs` with `pdfium.wasm`
 * beside it.
 */
import { readBytes } from './read-bytes.ts';
import type { Reading } from './reading-messages.ts';
import { serveQuestions } from './serve-questions.ts';

serveQuestions<Reading>(({ bytes }, deadline) => readBytes(bytes, deadline));
