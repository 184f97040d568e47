/**
 * Reads files in a process of its own. Runs from source, and bundled as `reading-worker.mjs` with PDFium,
 * Tesseract and its model beside it.
 */
import { readBytes } from './read-bytes.ts';
import type { Reading } from './reading-messages.ts';
import { serveQuestions } from './serve-questions.ts';

serveQuestions<Reading>(({ bytes, ocr }, deadline, wait) => readBytes(bytes, { deadline, ocr, wait }));
