/** Draws a page of a PDF, with a font for what the file does not bring along. */
import type { Box as PageBox } from '@gongkai/reading/page-box.ts';
import { type Picture, pixelsOf, renderPage } from '@gongkai/reading/pdf-render.ts';
import { type Pdfium, startPdfium } from '@gongkai/reading/pdfium.ts';
import { Refusal } from '@gongkai/reading/refusal.ts';
import { type Box, RedactionRefused } from '../removal.ts';
import { supplyFont } from './fonts.ts';

/** 150 dots an inch: small print stays readable, a page of text takes 80 KB. */
const scale = 150 / 72;

let warm: Promise<Pdfium> | undefined;

/** One instance is kept; one that threw anything but a refusal is dead. */
export async function withDrawing<T>(use: (pdfium: Pdfium) => T): Promise<T> {
  warm ??= startPdfium().then((pdfium) => {
    supplyFont(pdfium);
    return pdfium;
  });
  try {
    return use(await warm);
  } catch (error) {
    if (error instanceof Refusal || error instanceof RedactionRefused) throw error;
    warm = undefined;
    throw new Refusal('damaged');
  }
}

/** A rectangle of pixels; right and bottom not included. */
export interface PixelBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const drawPage = (pdfium: Pdfium, page: number): ReturnType<typeof renderPage> =>
  renderPage(pdfium, page, scale);

/** One pixel more on each side: letters are drawn over the edges of their boxes. */
export function pixelBox(pdfium: Pdfium, page: number, picture: Picture, box: PageBox): PixelBox {
  const { left, right, first, last } = pixelsOf(pdfium, page, picture, box);
  return {
    left: Math.max(0, left - 1),
    top: Math.max(0, first - 1),
    right: Math.min(picture.width, right + 1),
    bottom: Math.min(picture.height, last + 1),
  };
}

export const fractionBox = ({ width, height }: Picture, { left, top, right, bottom }: Box): PixelBox => ({
  left: Math.floor(left * width),
  top: Math.floor(top * height),
  right: Math.ceil(right * width),
  bottom: Math.ceil(bottom * height),
});

export function blacken({ pixels, width }: Picture, boxes: readonly PixelBox[]): void {
  for (const { left, top, right, bottom } of boxes)
    for (let y = top; y < bottom; y++)
      pixels.fill(0, (y * width + left) * 4, (y * width + Math.max(left, right)) * 4);
}
