/** Reads pictures: photographs and scans of documents, and those inside other files. */
import { framesOf } from './image-frames.ts';
import { type LayoutPage, layoutBlocks } from './page-layout.ts';
import { recognisedProblems } from './page-unseen.ts';
import { sharedPdfium } from './pdfium.ts';
import { Refusal } from './refusal.ts';
import type { Block, Content, Picture, Reading } from './types.ts';

/** Pixels a point, where nothing says how large the sheet was. */
const scale = 200 / 72;

/** Throws {@link Refusal}. */
export async function readImage(bytes: Uint8Array, { recognise }: Reading): Promise<Content> {
  const frames = await framesOf(bytes, sharedPdfium);
  const layouts: LayoutPage[] = [];
  const pictures: Picture[] = [];
  for (const [i, frame] of frames.entries()) {
    const layout = await recognise({ ...frame, scale, number: i + 1 });
    if (layout && layout.pieces.length > 0) layouts.push(layout);
    else pictures.push({ place: `第 ${i + 1} 页`, count: 1, scan: true });
  }
  return {
    blocks: layoutBlocks(layouts),
    hidden: [],
    pictures,
    problems: recognisedProblems(layouts),
    ...(layouts.length > 0 ? { scanned: true } : {}),
  };
}

/**
 * The text in a picture inside a document, as that of a text box. Empty when nothing was made out, also because the
 * budget for pictures is used up or the bytes are no picture: then a person has to look.
 */
export async function textInPicture(bytes: Uint8Array, reading: Reading): Promise<Block[]> {
  try {
    const { blocks } = await readImage(bytes, reading);
    for (const block of blocks) {
      block.part = 'box';
      delete block.page;
    }
    return blocks;
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
