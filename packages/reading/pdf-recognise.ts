/** Has the pictures of a PDF read: pages that are one, and those between the text. */
import { type LayoutPage, layoutBlocks } from './page-layout.ts';
import type { PdfPage } from './pdf-page.ts';
import { imageOfPage, picturesOnPage } from './pdf-scan.ts';
import { type Pdfium, withPage } from './pdfium.ts';
import type { Block, Picture, Reading } from './types.ts';

export interface RecognisedPages {
  /** Of pages that are nothing but a picture, or noise, which is drawn like one. */
  layouts: LayoutPage[];
  /** Texts of pictures on pages that have text of their own. */
  boxes: Block[];
  /** Numbers of the pages of both. */
  scans: Set<number>;
  illustrated: Set<number>;
  unread: Picture[];
}

/** `usable`: the pages that have text of their own. */
export async function recognisePages(
  pdfium: Pdfium,
  file: number,
  pages: readonly PdfPage[],
  usable: ReadonlySet<PdfPage>,
  { recognise }: Reading,
): Promise<RecognisedPages> {
  const found: RecognisedPages = {
    layouts: [],
    boxes: [],
    scans: new Set(),
    illustrated: new Set(),
    unread: [],
  };
  for (const page of pages) {
    const isWhole = page.scan || !usable.has(page);
    if (page.blank || (!isWhole && page.pictures === 0)) continue;
    const image = withPage(pdfium, file, page.number - 1, (handle) =>
      isWhole ? imageOfPage(pdfium, handle) : picturesOnPage(pdfium, handle),
    );
    const layout = image && (await recognise({ ...image, number: page.number }));
    if (!layout || layout.pieces.length === 0) found.unread.push(unreadOn(page, isWhole));
    else if (!usable.has(page)) {
      found.layouts.push(layout);
      found.scans.add(page.number);
    } else if (!page.scan || lengthOf([layout]) > lengthOf(page.layouts) * saysMore) {
      found.boxes.push(...layoutBlocks([layout]).map(asBox));
      found.illustrated.add(page.number);
    }
  }
  return found;
}

/** A scan whose own text is so much shorter than what can be read on it shows more than that says. */
const saysMore = 1.3;

const lengthOf = (layouts: readonly LayoutPage[]): number =>
  layouts.flatMap((l) => l.pieces).reduce((sum, { text }) => sum + text.trim().length, 0);

const asBox = (block: Block): Block => Object.assign(block, { part: 'box' as const });

const unreadOn = ({ number, pictures }: PdfPage, isWhole: boolean): Picture =>
  isWhole
    ? { place: `第 ${number} 页`, count: 1, scan: true }
    : { place: `第 ${number} 页`, count: pictures };
