/** Makes lines of the pieces of text that stand on a page; the page is turned so that they read from left to right. */

/** One character, or a word that was recognised. Lengths in points; y grows upwards. */
export interface Piece {
  text: string;
  left: number;
  right: number;
  /** Of the baseline. */
  y: number;
  /** Of the font. */
  size: number;
}

/** A stretch of one line without a wide gap: a line of a paragraph, or a cell. */
export type Run = Piece;

/** Its runs from left to right. */
export type Line = Run[];

/** In sizes of the font. */
const gapOfCells = 1.5;
const gapOfWords = 0.3;

export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  for (const run of runsOf(pieces).toSorted((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    if (line && Math.abs(line[0]!.y - run.y) < Math.min(line[0]!.size, run.size) * 0.5) line.push(run);
    else lines.push([run]);
  }
  return lines
    .map((line) => joinedRuns(line.toSorted((a, b) => a.left - b.left)))
    .filter((line) => textOfLine(line).trim() !== '');
}

export const textOfLine = (line: Line): string => line.map((r) => r.text).join(' ');

/** In the order of the file, which knows best what belongs together. */
function runsOf(pieces: readonly Piece[]): Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    if (run && Math.abs(piece.y - run.y) <= run.size * 0.5 && append(run, piece)) continue;
    runs.push({ ...piece });
  }
  return runs.filter((run) => run.text.trim() !== '');
}

function joinedRuns(line: Line): Line {
  const joined: Line = [];
  for (const run of line) {
    const last = joined.at(-1);
    if (!last || !append(last, run)) joined.push({ ...run });
  }
  return joined;
}

/** False when the gap is that of cells, or the piece stands to the left. */
function append(run: Run, piece: Piece): boolean {
  const size = Math.max(run.size, piece.size);
  const gap = piece.left - run.right;
  if (gap > size * gapOfCells || gap < -size * 2) return false;
  run.text += (gap > size * gapOfWords ? ' ' : '') + piece.text;
  run.right = Math.max(run.right, piece.right);
  return true;
}
