/**
 * A redacted copy of a PDF: its pages as images with black boxes burnt in. Text is not taken out of PDF files: after
 * every such way tried, the removed characters were still listed in the maps of the embedded fonts.
 */
import { deflateSync } from 'node:zlib';
import type { Box as PageBox } from '@gongkai/reading/page-box.ts';
import { readCharacters } from '@gongkai/reading/pdf-characters.ts';
import { type Pdfium, withDocument, withPage } from '@gongkai/reading/pdfium.ts';
import { assertInTime, Refusal } from '@gongkai/reading/refusal.ts';
import { type Block, cutBlocks } from '../cut-blocks.ts';
import { folded } from '../fold.ts';
import { cellsByRow, type Copy, nothing, RedactionRefused, type Removal } from '../removal.ts';
import { blacken, drawPage, fractionBox, type PixelBox, pixelBox, withDrawing } from './draw-page.ts';
import { findOnPage, type Standing, uncovered } from './find-on-page.ts';
import { packed } from './palette.ts';
import { type ImagePage, writePdf } from './write-pdf.ts';

/** 80 KB a page: more than this no visitor would load. */
const maxPages = 500;

export interface PageCopy {
  boxes: PixelBox[];
  /** What can still be read beside the boxes, in each order of reading. */
  left: string[];
}

interface PdfSource {
  bytes: Uint8Array;
  blocks: readonly (Block & { page?: number | undefined })[];
}

/** Throws {@link Refusal}, and {@link RedactionRefused} when what the reader read is nowhere to be covered. */
export const copyPdf = (
  source: PdfSource,
  removal: Removal,
  deadline: number,
): Promise<Copy & { pages: PageCopy[] }> =>
  withDrawing((pdfium) =>
    withDocument(pdfium, source.bytes, (file) => {
      const count = pdfium.FPDF_GetPageCount(file);
      if (count > maxPages)
        throw new Refusal('too-large', `文件有 ${count} 页，删减稿最多 ${maxPages} 页。请拆分后重新上传。`);
      const images: ImagePage[] = [];
      const pages: PageCopy[] = [];
      const met = new Set<string>();
      for (let index = 0; index < count; index++) {
        assertInTime(deadline);
        const page = withPage(pdfium, file, index, (handle) =>
          copyPage(pdfium, handle, index + 1, removal, met),
        );
        if (!page) throw new Refusal('damaged');
        images.push(page.image);
        pages.push({ boxes: page.boxes, left: page.left });
      }
      assertCovered(source, removal, met);
      const removed = pages.reduce((sum, { boxes }) => sum + boxes.length, 0);
      return { bytes: writePdf(images), removed, pages };
    }),
  );

/** What was read from a picture of text is no text of the page: there a person marks the place. */
function assertCovered({ blocks }: PdfSource, removal: Removal, met: ReadonlySet<string>): void {
  const marked = new Set(removal.boxes.map((box) => box.page));
  const visible = blocks.filter((b) => b.page === undefined || !marked.has(b.page));
  const missed = removal.texts.filter(
    ({ text, put }) =>
      !met.has(folded(text)) && cutBlocks(visible, { ...nothing, texts: [{ text, put }] }).removed > 0,
  );
  const rows = [...cellsByRow(removal.cells).keys()].filter((key) => !met.has(key));
  if (missed.length + rows.length > 0)
    throw new RedactionRefused(
      `要删减的内容中有 ${missed.length + rows.length} 处不能自动在页面上定位。请在保密审查时用“框选页面”标出这些位置，或退回部门上传 .docx 原件。`,
    );
}

function copyPage(pdfium: Pdfium, page: number, number: number, removal: Removal, met: Set<string>) {
  const characters: Standing[] = readCharacters(pdfium, page);
  const found = findOnPage(characters, removal);
  for (const key of found.met) met.add(key);
  const picture = drawPage(pdfium, page);
  const marked = removal.boxes.filter((box) => box.page === number).map((box) => fractionBox(picture, box));
  const boxes = [...joined(found.boxes).map((box) => pixelBox(pdfium, page, picture, box)), ...marked];
  blacken(picture, boxes);
  const { width, height } = picture;
  const image: ImagePage = {
    width,
    height,
    // Of whole pixels, so that a viewer draws each as one.
    wide: width / picture.scale,
    high: height / picture.scale,
    flate: deflateSync(packed(picture.pixels, width, height)),
  };
  return { image, boxes, left: uncovered(characters, found.boxes) };
}

/** Boxes of one line that touch become one: between two letters nothing should shine through. */
function joined(boxes: readonly PageBox[]): PageBox[] {
  const result: PageBox[] = [];
  for (const box of boxes) {
    const last = result.at(-1);
    const touches =
      last &&
      Math.abs(last.bottom - box.bottom) < 2 &&
      Math.abs(last.top - box.top) < 2 &&
      box.left - last.right < (box.top - box.bottom) * 0.6 &&
      box.left >= last.left;
    if (last && touches) {
      last.right = Math.max(last.right, box.right);
      last.bottom = Math.min(last.bottom, box.bottom);
      last.top = Math.max(last.top, box.top);
    } else result.push({ ...box });
  }
  return result;
}
