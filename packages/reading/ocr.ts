/** Reads the text in pictures, as much as a budget of pictures and time allows. */
import { type Ocr, type OcrLine, startOcr } from './ocr-engine.ts';
import { layoutOf, meanConfidence } from './ocr-layout.ts';
import type { LayoutPage } from './page-layout.ts';
import type { Grey } from './pdf-render.ts';
import { Refusal } from './refusal.ts';

/** What one file may use; shared by all files inside it. */
export interface OcrBudget {
  /** How many pictures may still be read. */
  pictures: number;
  /** No picture is begun after this; on the clock of `performance.now()`. */
  until: number;
}

export interface OcrPicture {
  /** A file that the engine knows (see {@link Ocr}), or points of grey. */
  image: Uint8Array | Grey;
  /** Of the picture, in pixels. */
  height: number;
  /** Pixels a point. */
  scale: number;
  /** Of the page, from 1. */
  number: number;
  /** As in EXIF. */
  orientation?: number;
}

let warm: Promise<Ocr> | undefined;

/** Undefined when the budget is used up, or nothing can be made out. */
export async function recognisePage(picture: OcrPicture, budget: OcrBudget): Promise<LayoutPage | undefined> {
  if (budget.pictures <= 0 || performance.now() > budget.until) return undefined;
  budget.pictures--;
  const ocr = await (warm ??= startOcr());
  const { image, height, scale, number, orientation } = picture;
  const bytes = image instanceof Uint8Array ? image : pnm(image);
  try {
    const lines = ocr.recognise(bytes, 'text', orientation);
    const numbers = isTableLike(lines)
      ? numbersOnlyIn(ocr.recognise(bytes, 'scattered', orientation), lines)
      : [];
    const layout = layoutOf([...lines, ...numbers], number, height, scale);
    return layout.pieces.length > 0 ? layout : undefined;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    // The engine aborts when it runs out of memory; the instance is dead then.
    warm = undefined;
    return undefined;
  }
}

const digits = /\d{6,}/g;

/** Long numbers, or little that the engine is sure of: what tables come out as in the mode for running text. */
function isTableLike(lines: readonly OcrLine[]): boolean {
  return meanConfidence(lines) < 70 || lines.filter((line) => digits.test(textOf(line))).length > 3;
}

/** Measured on a dense list: the mode for text finds a third of its numbers, the mode for scattered words all. */
function numbersOnlyIn(scattered: readonly OcrLine[], lines: readonly OcrLine[]): OcrLine[] {
  const known = lines.map(textOf).join('\n');
  return scattered.filter((line) =>
    (textOf(line).match(digits) ?? []).some((number) => !known.includes(number)),
  );
}

const textOf = ({ words }: OcrLine): string => words.flatMap((w) => w.symbols.map((s) => s.text)).join('');

/** The plainest picture file there is: PNM, grey. */
const pnm = ({ width, height, points }: Grey): Uint8Array =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), points]);
