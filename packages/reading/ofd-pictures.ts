/** Has the pictures of OFD pages read. */
import { framesOf } from './image-frames.ts';
import type { OfdPackage } from './ofd-package.ts';
import type { OfdPage } from './ofd-page.ts';
import { type LayoutPage, layoutBlocks } from './page-layout.ts';
import { sharedPdfium } from './pdfium.ts';
import { Refusal } from './refusal.ts';
import type { Block, Picture, Reading } from './types.ts';

export interface OfdPictureTexts {
  /** Of pages that are nothing but pictures. */
  layouts: LayoutPage[];
  /** Texts of pictures on pages that have text of their own. */
  boxes: Block[];
  /** The pages of both. */
  scans: OfdPage[];
  illustrated: OfdPage[];
  unread: Picture[];
}

export async function readPictures(
  ofd: OfdPackage,
  pages: readonly OfdPage[],
  reading: Reading,
): Promise<OfdPictureTexts> {
  const found: OfdPictureTexts = { layouts: [], boxes: [], scans: [], illustrated: [], unread: [] };
  for (const page of pages.filter((p) => p.pictures.length > 0 && !p.layer)) {
    const layouts: LayoutPage[] = [];
    for (const name of new Set(page.pictures))
      layouts.push(...(await layoutsIn(ofd, name, page.number, reading)));
    const isScan = page.characters === 0;
    if (layouts.length === 0) found.unread.push(unreadOn(page, isScan));
    else if (isScan) {
      found.layouts.push(...layouts);
      found.scans.push(page);
    } else {
      found.boxes.push(
        ...layoutBlocks(layouts).map((block) => Object.assign(block, { part: 'box' as const })),
      );
      found.illustrated.push(page);
    }
  }
  return found;
}

const unreadOn = ({ number, pictures }: OfdPage, isScan: boolean): Picture => {
  const place = `第 ${number} 页`;
  return isScan ? { place, count: 1, scan: true } : { place, count: pictures.length };
};

/** Empty when nothing was made out. */
async function layoutsIn(
  ofd: OfdPackage,
  name: string,
  number: number,
  { recognise }: Reading,
): Promise<LayoutPage[]> {
  const bytes = ofd.bytes(name);
  if (!bytes) return [];
  try {
    const layouts: LayoutPage[] = [];
    for (const frame of await framesOf(bytes, sharedPdfium)) {
      const layout = await recognise({ ...frame, scale: 200 / 72, number });
      if (layout && layout.pieces.length > 0) layouts.push(layout);
    }
    return layouts;
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
