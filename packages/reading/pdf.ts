/** Reads PDF files with PDFium. One instance is kept and used again. */
import { textOf } from './blocks.ts';
import { compact } from './clean.ts';
import { withForm } from './pdf-annotations.ts';
import { readAttachments } from './pdf-attachments.ts';
import { earlierTexts } from './pdf-earlier.ts';
import { layoutBlocks } from './page-layout.ts';
import { unseenHidden } from './page-unseen.ts';
import type { PdfPage } from './pdf-page.ts';
import { readPages, usablePages } from './pdf-pages.ts';
import { pdfProblems } from './pdf-problems.ts';
import { readProperties } from './pdf-properties.ts';
import { type Pdfium, startPdfium, withDocument } from './pdfium.ts';
import { Refusal } from './refusal.ts';
import type { Content, Hidden, Reading } from './types.ts';

let warm: ReturnType<typeof startPdfium> | undefined;

/**
 * Throws {@link Refusal}. A call to PDFium cannot be interrupted: run this where it can be ended.
 */
export async function readPdf(bytes: Uint8Array, { deadline }: Reading): Promise<Content> {
  const pdfium = await (warm ??= startPdfium());
  try {
    return withDocument(pdfium, bytes, (file) => readFile(pdfium, file, bytes, deadline));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // PDFium aborts when it runs out of memory; the instance is dead then.
    warm = undefined;
    throw new Refusal('damaged');
  }
}

function readFile(pdfium: Pdfium, file: number, bytes: Uint8Array, deadline: number): Content {
  const { pages, annotations, attached } = withForm(pdfium, file, (form) =>
    readPages(pdfium, file, form, deadline),
  );
  const usable = usablePages(pages);
  const blocks = layoutBlocks(usable.flatMap((page) => page.layouts));
  const hidden = [
    ...pages.flatMap(unseenHidden),
    ...annotations,
    ...beside(blocks, readProperties(pdfium, file, bytes, deadline)),
  ];
  const now = [...pages.flatMap(allText), ...hidden.map((h) => h.text), textOf(blocks)].join('\n');
  const earlier = earlierTexts(pdfium, file, bytes, now, deadline);
  const attachments = readAttachments(pdfium, file, attached);
  return {
    blocks,
    hidden: [
      ...hidden,
      ...earlier.texts.map((text): Hidden => ({ kind: 'earlier-save', text, place: '较早保存的内容' })),
    ],
    problems: pdfProblems({
      pages,
      unusable: pages.filter((page) => !usable.includes(page)),
      unreadAttachments: attachments.files.length + attachments.unread,
      unreadSaves: earlier.unread,
      changed: earlier.texts.length > 0,
      scripts: pdfium.FPDFDoc_GetJavaScriptActionCount(file),
    }),
  };
}

const allText = ({ layouts }: PdfPage): string[] =>
  layouts.map(({ pieces }) => pieces.map((p) => p.text).join(''));

/** Titles in the outline mostly repeat headings. */
function beside(blocks: Content['blocks'], properties: readonly Hidden[]): Hidden[] {
  const shown = compact(textOf(blocks));
  return properties.filter(({ kind, text }) => kind === 'property' || !shown.includes(compact(text)));
}
