/** Reads PDF files with PDFium. One instance is kept and used again. */
import { startEngine } from './pdf-engine.ts';
import { pdfContent } from './pdf-layout.ts';
import type { PdfAnswer } from './pdf-messages.ts';
import { readPages } from './pdf-pages.ts';
import { Refusal } from './refusal.ts';
import type { Content } from './types.ts';

let warm: ReturnType<typeof startEngine> | undefined;

/** Throws {@link Refusal}. PDFium cannot be interrupted: run it where it can be ended. */
export async function readPdf(bytes: Uint8Array): Promise<Content> {
  const engine = await (warm ??= startEngine());
  let answer: PdfAnswer;
  try {
    answer = readPages(engine, bytes);
  } catch {
    // PDFium aborts when it runs out of memory; the instance is dead then.
    warm = undefined;
    throw new Refusal('damaged');
  }
  if (!answer.ok) throw new Refusal(answer.code);
  return pdfContent(answer);
}
