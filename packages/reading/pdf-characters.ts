/** The characters of a page as PDFium finds them, in the order of the file. */
import type { Glyph } from './page-text.ts';
import { floats, type Pdfium } from './pdfium.ts';

/** What all characters of one text object share. */
interface Style {
  size: number;
  quarters: number;
  /** Red, green, blue, each 0 to 255. */
  colour: readonly [number, number, number];
  /** The text object that draws them. */
  object: number;
}

export interface Character extends Glyph, Style {
  /** The font does not say what it means. */
  unmapped: boolean;
}

/** Without those that PDFium made up (spaces and line ends it guessed) and without control characters. */
export function readCharacters(pdfium: Pdfium, page: number): Character[] {
  const text = pdfium.FPDFText_LoadPage(page);
  const characters: Character[] = [];
  const count = pdfium.FPDFText_CountChars(text);
  let style: Style | undefined;
  for (let i = 0; i < count; i++) {
    const code = pdfium.FPDFText_GetUnicode(text, i);
    if (code < 32 || pdfium.FPDFText_IsGenerated(text, i) === 1) continue;
    const object = pdfium.FPDFText_GetTextObject(text, i);
    if (style?.object !== object || object === 0) style = styleOf(pdfium, text, i, object);
    characters.push(readCharacter(pdfium, text, i, code, style));
  }
  pdfium.FPDFText_ClosePage(text);
  return characters;
}

function readCharacter(pdfium: Pdfium, text: number, i: number, code: number, style: Style): Character {
  const { memory, scratch } = pdfium;
  // Called as they are: the wrapper of functions that answer true or false takes longer than they do.
  memory.wasmExports.FPDFText_GetCharOrigin(text, i, scratch, scratch + 8);
  const [x, y] = [memory.getValue(scratch, 'double'), memory.getValue(scratch + 8, 'double')];
  memory.wasmExports.FPDFText_GetLooseCharBox(text, i, scratch);
  const [left, top, right, bottom] = floats(pdfium);
  return {
    ...style,
    text: code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD',
    x,
    y,
    box: {
      left: Math.min(left, right),
      right: Math.max(left, right),
      bottom: Math.min(bottom, top),
      top: Math.max(bottom, top),
    },
    unmapped: pdfium.FPDFText_HasUnicodeMapError(text, i) === 1,
  };
}

function styleOf(pdfium: Pdfium, text: number, i: number, object: number): Style {
  const { memory, scratch } = pdfium;
  pdfium.FPDFText_GetMatrix(text, i, scratch);
  const [, , c, d] = floats(pdfium);
  pdfium.FPDFText_GetFillColor(text, i, scratch, scratch + 4, scratch + 8, scratch + 12);
  const [red, green, blue] = [0, 4, 8].map((at) => memory.getValue(scratch + at, 'i32'));
  return {
    size: pdfium.FPDFText_GetFontSize(text, i) * (Math.hypot(c, d) || 1),
    // PDFium counts clockwise.
    quarters: (4 - Math.round(pdfium.FPDFText_GetCharAngle(text, i) / (Math.PI / 2))) % 4,
    colour: [red!, green!, blue!],
    object,
  };
}
