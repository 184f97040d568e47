/** A page as a picture for the reviewer, with what was found on it framed. */
import { readCharacters } from '@gongkai/reading/pdf-characters.ts';
import type { Picture } from '@gongkai/reading/pdf-render.ts';
import { withDocument, withPage } from '@gongkai/reading/pdfium.ts';
import { Refusal } from '@gongkai/reading/refusal.ts';
import { drawPage, type PixelBox, pixelBox, withDrawing } from './draw-page.ts';
import { findOnPage } from './find-on-page.ts';
import { writePng } from './png.ts';

export interface Mark {
  text: string;
  /** In red; else in grey. */
  red: boolean;
}

export interface Wanted {
  bytes: Uint8Array;
  /** From 1; 0 asks for the number of pages only. */
  page: number;
  marks: readonly Mark[];
  /** Ticks at every tenth of the edges, to tell places by. */
  ruler: boolean;
}

export interface DrawnPage {
  /** Of the file. */
  pages: number;
  png: Uint8Array;
}

/** Throws {@link Refusal} for a page that is not there. */
export const drawForReview = ({ bytes, page, marks, ruler }: Wanted): Promise<DrawnPage> =>
  withDrawing((pdfium) =>
    withDocument(pdfium, bytes, (file) => {
      const pages = pdfium.FPDF_GetPageCount(file);
      if (page === 0) return { pages, png: new Uint8Array() };
      const png = withPage(pdfium, file, page - 1, (handle) => {
        const picture = drawPage(pdfium, handle);
        const characters = marks.length === 0 ? [] : readCharacters(pdfium, handle);
        for (const { text, red } of marks) {
          const found = findOnPage(characters, { texts: [{ text, put: '' }], cells: [], boxes: [] });
          for (const box of found.boxes)
            frame(picture, pixelBox(pdfium, handle, picture, box), red ? redPixel : greyPixel);
        }
        if (ruler) drawRuler(picture);
        return writePng(picture.pixels, picture.width, picture.height);
      });
      if (!png) throw new Refusal('damaged', '文件没有这一页。');
      return { pages, png };
    }),
  );

/** Blue, green, red. */
type Pixel = readonly [number, number, number];
const redPixel: Pixel = [0, 0, 255];
const greyPixel: Pixel = [120, 120, 120];
const thick = 3;

function frame(picture: Picture, { left, top, right, bottom }: PixelBox, pixel: Pixel): void {
  fill(picture, { left, top: top - thick, right, bottom: top }, pixel);
  fill(picture, { left, top: bottom, right, bottom: bottom + thick }, pixel);
}

const tick = 14;

function drawRuler(picture: Picture): void {
  const { width, height } = picture;
  for (let i = 1; i < 10; i++) {
    const long = i === 5 ? tick * 2 : tick;
    const [x, y] = [Math.round((width * i) / 10), Math.round((height * i) / 10)];
    fill(picture, { left: x, top: 0, right: x + 2, bottom: long }, redPixel);
    fill(picture, { left: 0, top: y, right: long, bottom: y + 2 }, redPixel);
  }
}

function fill({ pixels, width, height }: Picture, box: PixelBox, pixel: Pixel): void {
  for (let y = Math.max(0, box.top); y < Math.min(height, box.bottom); y++)
    for (let x = Math.max(0, box.left); x < Math.min(width, box.right); x++)
      pixels.set(pixel, (y * width + x) * 4);
}
