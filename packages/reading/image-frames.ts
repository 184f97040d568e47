/** The pictures of a picture file, each as the recogniser takes it: PNM where the engine does not know the format. */
import { GifReader } from 'omggif';
import { type ImageSize, sizeOfImage } from './image-size.ts';
import { type Grey, greyOf, renderPage } from './pdf-render.ts';
import { type Pdfium, withMemory } from './pdfium.ts';
import { Refusal } from './refusal.ts';

export interface Frame {
  image: Uint8Array | Grey;
  height: number;
  orientation: number;
}

const maxFrames = 200;
/** Photographs have more points than their text needs, and each costs time. */
const longest = 3_600;

/** `pdfium` makes large pictures smaller. Throws {@link Refusal}: damaged, too-large. */
export async function framesOf(bytes: Uint8Array, pdfium: () => Promise<Pdfium>): Promise<Frame[]> {
  const size = sizeOfImage(bytes);
  if (size.type === 'tiff') return tiffPages(bytes).map((page) => frameOf(page, sizeOfImage(page)));
  if (size.type === 'gif') return [firstOfGif(bytes)];
  const isLarge = Math.max(size.width, size.height) > longest;
  if (isLarge && (size.type === 'jpg' || size.type === 'png')) return [smaller(await pdfium(), bytes, size)];
  return [frameOf(bytes, size)];
}

const frameOf = (image: Uint8Array, { height, orientation }: ImageSize): Frame => ({
  image,
  height,
  orientation,
});

/** Each page as a file of its own: the engine reads the first that the header names (TIFF 6.0, section 2). */
function tiffPages(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const pages: Uint8Array[] = [];
  const seen = new Set<number>();
  let directory = view.getUint32(4, little);
  while (directory !== 0 && !seen.has(directory) && pages.length < maxFrames) {
    if (directory + 6 > bytes.length) break;
    seen.add(directory);
    const page = bytes.slice();
    new DataView(page.buffer).setUint32(4, directory, little);
    pages.push(page);
    const next = directory + 2 + view.getUint16(directory, little) * 12;
    directory = next + 4 > bytes.length ? 0 : view.getUint32(next, little);
  }
  if (pages.length === 0) throw new Refusal('damaged');
  return pages;
}

function firstOfGif(bytes: Uint8Array): Frame {
  try {
    const reader = new GifReader(Buffer.from(bytes));
    const { width, height } = reader;
    const pixels = new Uint8Array(width * height * 4);
    reader.decodeAndBlitFrameBGRA(0, pixels);
    return { image: greyOf({ width, height, pixels }), height, orientation: 1 };
  } catch {
    throw new Refusal('damaged');
  }
}

function smaller(pdfium: Pdfium, bytes: Uint8Array, { width, height, orientation, type }: ImageSize): Frame {
  const scale = longest / Math.max(width, height);
  const file = pdfium.FPDF_CreateNewDocument();
  const page = pdfium.FPDFPage_New(file, 0, width, height);
  try {
    const image = pdfium.FPDFPageObj_NewImageObj(file);
    const taken = withMemory(pdfium, bytes.length, (at) => {
      pdfium.memory.HEAPU8.set(bytes, at);
      const take = type === 'png' ? pdfium.EPDFImageObj_SetPng : pdfium.EPDFImageObj_SetJpeg;
      return take(0, 0, image, at, bytes.length);
    });
    if (!taken) throw new Refusal('damaged');
    pdfium.FPDFImageObj_SetMatrix(image, width, 0, 0, height, 0, 0);
    pdfium.FPDFPage_InsertObject(page, image);
    const picture = renderPage(pdfium, page, scale);
    return { image: greyOf(picture), height: picture.height, orientation };
  } finally {
    pdfium.FPDF_ClosePage(page);
    pdfium.FPDF_CloseDocument(file);
  }
}
