/** Puts the characters of a page into reading direction, those that show and those that do not. */
import { lines } from './clean.ts';
import { type Box, type Matrix, moved, movedBox, turnedBack } from './page-box.ts';
import type { LayoutPage } from './page-layout.ts';
import { linesOf, type Piece, textOfLine } from './page-lines.ts';
import { noRulings, type Rulings } from './page-rulings.ts';
import type { Sight, Unseen, Why } from './page-unseen.ts';

export interface Glyph {
  text: string;
  /** Begin of the baseline. */
  x: number;
  y: number;
  /** From the font's ascent to its descent, over the whole advance. */
  box: Box;
  /** Of the font, in points on the page. */
  size: number;
  /** Direction of the text: counter-clockwise, in quarters of a turn. */
  quarters: number;
}

/** First what reads in the page's main direction, with its rulings; text in other directions after it. */
export function layoutsOf(
  number: number,
  glyphs: readonly Glyph[],
  area: Box,
  rulings: (frame: Matrix) => Rulings,
): LayoutPage[] {
  return directionsOf(glyphs).map((quarters, i) => {
    const frame = turnedBack(quarters);
    const { top, bottom } = movedBox(frame, area);
    return {
      number,
      pieces: glyphs.filter((g) => g.quarters === quarters).map(pieceOf),
      rulings: i === 0 ? rulings(frame) : noRulings(),
      edges: { top, bottom },
    };
  });
}

/** In quarters of a turn, the commonest first. */
function directionsOf(glyphs: readonly Glyph[]): number[] {
  const count = [0, 0, 0, 0];
  for (const { quarters } of glyphs) count[quarters]!++;
  const used = [0, 1, 2, 3].filter((q) => count[q]! > 0).toSorted((a, b) => count[b]! - count[a]!);
  return used.length > 0 ? used : [0];
}

/** Turned so that its line reads from left to right. */
export function pieceOf({ text, x, y, box, size, quarters }: Glyph): Piece {
  if (quarters === 0) return { text, left: box.left, right: box.right, y, size };
  const frame = turnedBack(quarters);
  const { left, right } = movedBox(frame, box);
  return { text, left, right, y: moved(frame, x, y)[1], size };
}

/** One text for each reason and line. */
export function unseenTexts(glyphs: readonly Glyph[], sights: readonly Sight[]): Unseen[] {
  const groups = new Map<string, { why: Why; pieces: Piece[] }>();
  for (const [i, glyph] of glyphs.entries()) {
    const why = sights[i]!;
    if (why === 'seen' || why === 'layer') continue;
    const key = `${why} ${glyph.quarters}`;
    const group = groups.get(key) ?? { why, pieces: [] };
    group.pieces.push(pieceOf(glyph));
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ why, pieces }) =>
    linesOf(pieces).flatMap((line) => lines(textOfLine(line)).map((text) => ({ why, text }))),
  );
}
