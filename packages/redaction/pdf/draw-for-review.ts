/** A page as a picture for the reviewer, and where on it the texts of the findings stand. */
import { readCharacters } from '@gongkai/reading/pdf-characters.ts';
import { withDocument, withPage } from '@gongkai/reading/pdfium.ts';
import { Refusal } from '@gongkai/reading/refusal.ts';
import { drawPage, type PixelBox, pixelBox, withDrawing } from './draw-page.ts';
import { findOnPage } from './find-on-page.ts';
import { writePng } from './png.ts';

export interface DrawnPage {
  /** Of the file. */
  pages: number;
  /** In pixels. */
  width: number;
  height: number;
  png: Uint8Array;
  /** For each text that was asked about, the boxes it stands in. */
  places: PixelBox[][];
}

/** `page` counts from 1. Throws {@link Refusal} for one that is not there. */
export const drawForReview = (wanted: {
  bytes: Uint8Array;
  page: number;
  texts: readonly string[];
}): Promise<DrawnPage> =>
  withDrawing((pdfium) =>
    withDocument(pdfium, wanted.bytes, (file) => {
      const drawn = withPage(pdfium, file, wanted.page - 1, (page): DrawnPage => {
        const picture = drawPage(pdfium, page);
        const { width, height, pixels } = picture;
        const characters = wanted.texts.length === 0 ? [] : readCharacters(pdfium, page);
        const placesOf = (text: string): PixelBox[] =>
          findOnPage(characters, { texts: [{ text, put: '' }], cells: [], boxes: [] }).boxes.map((box) =>
            pixelBox(pdfium, page, picture, box),
          );
        return {
          pages: pdfium.FPDF_GetPageCount(file),
          width,
          height,
          png: writePng(pixels, width, height),
          places: wanted.texts.map(placesOf),
        };
      });
      if (!drawn) throw new Refusal('damaged', '文件没有这一页。');
      return drawn;
    }),
  );
