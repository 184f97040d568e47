/** Reads one page of a PDF: what stands on it, and what does not show. */
import { lines } from './clean.ts';
import { type Box, boxOf, movedBox, moved, turnedBack } from './pdf-box.ts';
import { type Character, readCharacters } from './pdf-characters.ts';
import type { LayoutPage } from './pdf-layout.ts';
import { linesOf, type Piece, textOfLine } from './pdf-lines.ts';
import { drawnObjects } from './pdf-objects.ts';
import { rulingsOf } from './pdf-rulings.ts';
import { type Sight, sightsOf } from './pdf-unseen.ts';
import { floats, type Pdfium } from './pdfium.ts';

export type Why = Exclude<Sight, 'seen' | 'layer'>;

export interface PdfPage {
  /** From 1. */
  number: number;
  /** First what reads in the page's main direction; text in other directions after it. */
  layouts: LayoutPage[];
  unseen: { text: string; why: Why }[];
  pictures: number;
  characters: number;
  /** Characters whose font does not say what they mean. */
  unmapped: number;
  /** A scan: its text was put there by a machine that read the picture. */
  layer: boolean;
}

/** `number` from 1. */
export function readPage(pdfium: Pdfium, page: number, number: number): PdfPage {
  const characters = readCharacters(pdfium, page);
  const drawn = drawnObjects(pdfium, page);
  const sights = sightsOf(pdfium, page, characters, drawn);
  const visible = characters.filter((_, i) => sights[i] === 'seen' || sights[i] === 'layer');
  const area = mediaBox(pdfium, page);
  return {
    number,
    layouts: directionsOf(visible).map((quarters, i) => {
      const frame = turnedBack(quarters);
      const { top, bottom } = movedBox(frame, area);
      return {
        number,
        pieces: visible.filter((c) => c.quarters === quarters).map((c) => pieceOf(c, frame)),
        rulings: i === 0 ? rulingsOf(pdfium, drawn, frame) : { across: [], down: [] },
        edges: { top, bottom },
      };
    }),
    unseen: unseenTexts(characters, sights),
    pictures: drawn.filter((d) => d.kind === 'picture').length,
    characters: characters.length,
    unmapped: characters.filter((c) => c.unmapped).length,
    layer: sights.filter((s) => s === 'layer').length > visible.length / 2,
  };
}

/** In quarters of a turn, the commonest first. */
function directionsOf(characters: readonly Character[]): number[] {
  const count = [0, 0, 0, 0];
  for (const { quarters } of characters) count[quarters]!++;
  const used = [0, 1, 2, 3].filter((q) => count[q]! > 0).toSorted((a, b) => count[b]! - count[a]!);
  return used.length > 0 ? used : [0];
}

export function pieceOf({ text, x, y, box, size }: Character, frame: ReturnType<typeof turnedBack>): Piece {
  const { left, right } = movedBox(frame, box);
  return { text, left, right, y: moved(frame, x, y)[1], size };
}

/** One text for each reason and line. */
function unseenTexts(characters: readonly Character[], sights: readonly Sight[]): PdfPage['unseen'] {
  const groups = new Map<string, { why: Why; pieces: Piece[] }>();
  for (const [i, character] of characters.entries()) {
    const why = sights[i]!;
    if (why === 'seen' || why === 'layer') continue;
    const key = `${why} ${character.quarters}`;
    const group = groups.get(key) ?? { why, pieces: [] };
    group.pieces.push(pieceOf(character, turnedBack(character.quarters)));
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ why, pieces }) =>
    linesOf(pieces).flatMap((line) => lines(textOfLine(line)).map((text) => ({ why, text }))),
  );
}

function mediaBox(pdfium: Pdfium, page: number): Box {
  pdfium.FPDF_GetPageBoundingBox(page, pdfium.scratch);
  const [left, top, right, bottom] = floats(pdfium);
  return boxOf([
    [left, bottom],
    [right, top],
  ]);
}
