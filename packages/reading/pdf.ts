/** Reads PDF files with PDFium. */
import { textOf } from './blocks.ts';
import { compact } from './clean.ts';
import { readEmbedded } from './embedded.ts';
import { addInside, type Inside } from './inside.ts';
import { layoutBlocks } from './page-layout.ts';
import { unseenHidden } from './page-unseen.ts';
import { withForm } from './pdf-annotations.ts';
import { readAttachments } from './pdf-attachments.ts';
import { earlierTexts } from './pdf-earlier.ts';
import { textOfPage } from './pdf-page.ts';
import { readPages, usablePages } from './pdf-pages.ts';
import { pdfProblems } from './pdf-problems.ts';
import { readProperties } from './pdf-properties.ts';
import { recognisePages } from './pdf-recognise.ts';
import { dropPdfium, openDocument, type Pdfium, sharedPdfium } from './pdfium.ts';
import { Refusal } from './refusal.ts';
import type { Content, Hidden, Reading } from './types.ts';

/** Throws {@link Refusal}. A call to PDFium cannot be interrupted: run this where it can be ended. */
export async function readPdf(bytes: Uint8Array, reading: Reading): Promise<Content> {
  const pdfium = await sharedPdfium();
  try {
    const { file, close } = openDocument(pdfium, bytes);
    try {
      return await readFile(pdfium, file, bytes, reading);
    } finally {
      close();
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    dropPdfium();
    throw new Refusal('damaged');
  }
}

async function readFile(pdfium: Pdfium, file: number, bytes: Uint8Array, reading: Reading): Promise<Content> {
  const { deadline } = reading;
  const { pages, annotations, attached } = withForm(pdfium, file, (form) =>
    readPages(pdfium, file, form, deadline),
  );
  const hidden = [
    ...pages.flatMap(unseenHidden),
    ...annotations,
    ...readProperties(pdfium, file, bytes, deadline),
  ];
  const now = [...pages.map(textOfPage), ...hidden.map((h) => h.text)].join('\n');
  const earlier = earlierTexts(pdfium, file, bytes, now, deadline);
  const attachments = readAttachments(pdfium, file, attached);
  const usable = new Set(usablePages(pages));
  const recognised = await recognisePages(pdfium, file, pages, usable, reading);
  const layouts = [...[...usable].flatMap((page) => page.layouts), ...recognised.layouts];
  const blocks = [...layoutBlocks(layouts.toSorted((a, b) => a.number - b.number)), ...recognised.boxes];
  const content: Inside & Content = {
    blocks,
    hidden: [
      ...beside(blocks, hidden),
      ...earlier.texts.map((text): Hidden => ({ kind: 'earlier-save', text, place: '较早保存的内容' })),
    ],
    pictures: recognised.unread,
    problems: pdfProblems({
      pages,
      recognised,
      noise: pages.filter((page) => page.characters > 0 && !usable.has(page)),
      unreadAttachments: attachments.unread,
      unreadSaves: earlier.unread,
      changed: earlier.texts.length > 0,
      scripts: pdfium.FPDFDoc_GetJavaScriptActionCount(file),
    }),
    ...(recognised.scans.size > 0 || pages.some((page) => page.layer) ? { scanned: true } : {}),
  };
  for (const attachment of attachments.files)
    addInside(content, await readEmbedded(attachment.bytes, attachment.name, reading));
  return content;
}

/** Titles in the outline mostly repeat headings. */
function beside(blocks: Content['blocks'], hidden: readonly Hidden[]): Hidden[] {
  const shown = compact(textOf(blocks));
  return hidden.filter(({ kind, text }) => kind !== 'other-part' || !shown.includes(compact(text)));
}
