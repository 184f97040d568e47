/** Pictures of pages. */
import { type Box, boxOf } from './page-box.ts';
import { bytesAt, type Pdfium } from './pdfium.ts';

export interface Picture {
  width: number;
  height: number;
  /** Four bytes a pixel: blue, green, red, unused. From the upper left, row by row. */
  pixels: Uint8Array;
}

export interface Grey {
  width: number;
  height: number;
  /** One byte a pixel. */
  points: Uint8Array;
}

/** fpdfview.h: FPDFBitmap_BGRx, FPDF_ANNOT */
const blueGreenRed = 3;
const withAnnotations = 1;
/** A page of any size costs no more than this. */
const maxPixels = 12_000_000;

/** `scale`: pixels a point; less for a page that would grow too large. Annotations are drawn, form fields are not. */
export function renderPage(pdfium: Pdfium, page: number, wanted: number): Picture & { scale: number } {
  const [wide, high] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)];
  const scale = Math.min(wanted, Math.sqrt(maxPixels / (wide * high)));
  const [width, height] = [Math.max(1, Math.round(wide * scale)), Math.max(1, Math.round(high * scale))];
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, blueGreenRed, 0, 0);
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, withAnnotations);
  const pixels = bytesAt(pdfium, pdfium.FPDFBitmap_GetBuffer(bitmap), width * height * 4);
  pdfium.FPDFBitmap_Destroy(bitmap);
  return { width, height, pixels, scale };
}

/** Luminance by ITU-R BT.601. PDFium's own grey bitmaps come out with pictures distorted. */
export function greyOf({ width, height, pixels }: Picture): Grey {
  const points = new Uint8Array(width * height);
  for (let i = 0; i < points.length; i++) {
    const at = i * 4;
    points[i] = (pixels[at]! * 29 + pixels[at + 1]! * 150 + pixels[at + 2]! * 77) >> 8;
  }
  return { width, height, points };
}

/** Where a rectangle of the page lies in its picture: columns and rows, the last ones not included. */
export function pixelsOf(pdfium: Pdfium, page: number, { width, height }: Picture, box: Box) {
  const { memory, scratch } = pdfium;
  const place = (x: number, y: number): [number, number] => {
    pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, scratch, scratch + 4);
    return [memory.getValue(scratch, 'i32'), memory.getValue(scratch + 4, 'i32')];
  };
  const { left, right, bottom, top } = boxOf([place(box.left, box.bottom), place(box.right, box.top)]);
  return {
    left: Math.max(0, left),
    right: Math.min(width, right),
    first: Math.max(0, bottom),
    last: Math.min(height, top),
  };
}
