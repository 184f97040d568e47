/** Reads one page of a PDF: what stands on it, and what does not show. */
import { type Box, boxOf, shareInside } from './page-box.ts';
import type { LayoutPage } from './page-layout.ts';
import { layoutsOf, unseenTexts } from './page-text.ts';
import type { Unseen } from './page-unseen.ts';
import { readCharacters } from './pdf-characters.ts';
import { drawnObjects } from './pdf-objects.ts';
import { rulingsOf } from './pdf-rulings.ts';
import { sightsOf } from './pdf-unseen.ts';
import { floats, type Pdfium } from './pdfium.ts';

export interface PdfPage {
  /** From 1. */
  number: number;
  layouts: LayoutPage[];
  unseen: Unseen[];
  /** Large enough to hold text that can be read. */
  pictures: number;
  /** A picture takes more than half of it. */
  scan: boolean;
  /** Nothing is drawn on it. */
  blank: boolean;
  characters: number;
  /** Characters whose font does not say what they mean. */
  unmapped: number;
  /** A scan: its text was put there by a machine that read the picture. */
  layer: boolean;
}

export function readPage(pdfium: Pdfium, page: number, number: number): PdfPage {
  const characters = readCharacters(pdfium, page);
  const drawn = drawnObjects(pdfium, page);
  const area = visibleArea(pdfium, page);
  const sights = sightsOf(pdfium, page, area, characters, drawn);
  const visible = characters.filter((_, i) => sights[i] === 'seen' || sights[i] === 'layer');
  return {
    number,
    layouts: layoutsOf(number, visible, area, (frame) => rulingsOf(pdfium, drawn, frame)),
    unseen: unseenTexts(characters, sights),
    pictures: drawn.filter((d) => d.kind === 'picture' && isLegible(d.box)).length,
    scan: drawn.some((d) => d.kind === 'picture' && shareInside(area, d.box) > 0.5),
    blank: drawn.length === 0,
    characters: characters.length,
    unmapped: characters.filter((c) => c.unmapped).length,
    layer: sights.filter((s) => s === 'layer').length > visible.length / 2,
  };
}

/** What shows, in the order of the file. */
export const textOfPage = ({ layouts }: PdfPage): string =>
  layouts.flatMap((layout) => layout.pieces.map((piece) => piece.text)).join('');

/** In points: a line of small characters. Signs, dots and pieces of patterns are smaller. */
const isLegible = ({ left, right, bottom, top }: Box): boolean => right - left > 72 && top - bottom > 24;

/** What viewers show of it. */
export function visibleArea(pdfium: Pdfium, page: number): Box {
  pdfium.FPDF_GetPageBoundingBox(page, pdfium.scratch);
  const [left, top, right, bottom] = floats(pdfium);
  return boxOf([
    [left, bottom],
    [right, top],
  ]);
}
