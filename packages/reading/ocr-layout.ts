/** Makes positioned text of recognised lines, as if it had been read from a file. */
import type { OcrLine } from './ocr-engine.ts';
import type { LayoutPage } from './page-layout.ts';
import type { Piece } from './page-lines.ts';
import { noRulings } from './page-rulings.ts';

/** Sizes in pixels; a gap in heights of the line's characters. */
const gapOfCells = 1.6;
const gapOfWords = 0.5;
/** Below this the engine guesses, mostly at dirt and rulings. */
const leastConfidence = 20;

/** `height` of the picture in pixels; `scale`: pixels a point. */
export function layoutOf(
  lines: readonly OcrLine[],
  number: number,
  height: number,
  scale: number,
): LayoutPage {
  const pieces = lines
    .flatMap((line) => piecesOf(line))
    .map((piece): Piece => ({
      text: piece.text,
      left: piece.left / scale,
      right: piece.right / scale,
      y: (height - piece.y) / scale,
      size: piece.size / scale,
    }));
  return { number, pieces, rulings: noRulings(), edges: { top: height / scale, bottom: 0 } };
}

/** A line's characters, parted where a wide gap is. The engine puts spaces between Chinese characters at random. */
function piecesOf({ words, baseline, confidence }: OcrLine): Piece[] {
  if (confidence < leastConfidence) return [];
  const symbols = words.flatMap((word) => word.symbols);
  const size = middle(symbols.map(({ bbox }) => Math.max(bbox.y1 - bbox.y0, bbox.x1 - bbox.x0)));
  const y = (baseline.y0 + baseline.y1) / 2;
  const pieces: Piece[] = [];
  for (const { text, bbox } of symbols) {
    const last = pieces.at(-1);
    const gap = last ? bbox.x0 - last.right : 0;
    if (!last || gap > size * gapOfCells) pieces.push({ text, left: bbox.x0, right: bbox.x1, y, size });
    else {
      last.text += (gap > size * gapOfWords && isAscii(last.text.at(-1)!) && isAscii(text) ? ' ' : '') + text;
      last.right = Math.max(last.right, bbox.x1);
    }
  }
  return pieces;
}

const isAscii = (character: string): boolean => /[\u0021-\u007E]/.test(character);

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Of its characters, weighted by their number: 0 to 100. */
export function meanConfidence(lines: readonly OcrLine[]): number {
  let [sum, count] = [0, 0];
  for (const { words } of lines)
    for (const { confidence, symbols } of words) {
      sum += confidence * symbols.length;
      count += symbols.length;
    }
  return count === 0 ? 0 : sum / count;
}
