/** The picture of a page for the recogniser: the scan itself where the page is one, else the page as it is drawn. */
import { areaOf, shareInside } from './page-box.ts';
import { type Drawn, drawnObjects, matrixOf } from './pdf-objects.ts';
import { visibleArea } from './pdf-page.ts';
import { type Grey, greyOf, renderPage } from './pdf-render.ts';
import { bytesAt, type Pdfium, withMemory } from './pdfium.ts';

export interface PageImage {
  /** A JPEG file, or points of grey. */
  image: Uint8Array | Grey;
  /** In pixels. */
  height: number;
  /** Pixels a point. */
  scale: number;
}

/** Pixels a point: 200 a inch, what office scanners make. */
const scale = 200 / 72;
/** Higher pictures take longer and are read no better. */
const highest = 3_600;

export function imageOfPage(pdfium: Pdfium, page: number): PageImage {
  const area = visibleArea(pdfium, page);
  const drawn = drawnObjects(pdfium, page);
  const scan = drawn.find((d) => d.kind === 'picture' && shareInside(area, d.box) > 0.9);
  const jpeg = scan && drawn.length < 3 && pdfium.FPDFPage_GetRotation(page) === 0 && jpegOf(pdfium, scan);
  if (jpeg) return { ...jpeg, scale: jpeg.height / (scan.box.top - scan.box.bottom) };
  const picture = renderPage(pdfium, page, scale);
  return { image: greyOf(picture), height: picture.height, scale: picture.scale };
}

/** The page without its text and lines: what its pictures show, each in its place. */
export function picturesOnPage(pdfium: Pdfium, page: number): PageImage {
  const others = drawnObjects(pdfium, page).filter((d) => d.kind !== 'picture');
  for (const { object } of others) pdfium.FPDFPageObj_SetIsActive(object, false);
  const picture = renderPage(pdfium, page, scale);
  for (const { object } of others) pdfium.FPDFPageObj_SetIsActive(object, true);
  return { image: greyOf(picture), height: picture.height, scale: picture.scale };
}

/**
 * As it lies in the file: as sharp as it was scanned, and right also where the file states another number of colours
 * than the picture has, which PDFium then draws distorted.
 */
function jpegOf(pdfium: Pdfium, { object, matrix, box }: Drawn): Omit<PageImage, 'scale'> | undefined {
  const [a, b, c, d] = matrixOf(pdfium, object);
  const upright = a > 0 && d > 0 && Math.abs(b) + Math.abs(c) < 0.01 && matrix[0] > 0 && matrix[3] > 0;
  if (!upright || areaOf(box) <= 0 || pdfium.FPDFImageObj_GetImageFilterCount(object) !== 1) return undefined;
  if (filterOf(pdfium, object) !== 'DCTDecode') return undefined;
  pdfium.FPDFImageObj_GetImagePixelSize(object, pdfium.scratch, pdfium.scratch + 4);
  const height = pdfium.memory.getValue(pdfium.scratch + 4, 'i32');
  if (height > highest) return undefined;
  const length = pdfium.FPDFImageObj_GetImageDataRaw(object, 0, 0);
  return withMemory(pdfium, length, (at) => {
    pdfium.FPDFImageObj_GetImageDataRaw(object, at, length);
    return { image: bytesAt(pdfium, at, length), height };
  });
}

function filterOf(pdfium: Pdfium, object: number): string {
  return withMemory(pdfium, 32, (at) => {
    pdfium.FPDFImageObj_GetImageFilter(object, 0, at, 32);
    return pdfium.memory.UTF8ToString(at);
  });
}
