/** The characters of a text object and where each stands (GB/T 33190-2016, 11.2 and 11.3). */
import { combined, type Matrix, moved, movedBox } from './page-box.ts';
import type { Glyph } from './page-text.ts';
import { numbers, type OfdDrawn } from './ofd-graphics.ts';
import { childrenOf } from './xml-tree.ts';

/** A line has some hundred; `g` can claim any number. */
const maxCharacters = 100_000;

export function glyphsOf({ element, matrix }: OfdDrawn): Glyph[] {
  const size = Number(element.attributes['Size']) || 3;
  const stretch = Number(element.attributes['HScale']) || 1;
  const room = widthOf(element);
  let [x, y] = [0, 0];
  return childrenOf(element, 'TextCode').flatMap((code) => {
    // A further piece of the same object may leave out where it begins.
    x = Number(code.attributes['X'] ?? x) || 0;
    y = Number(code.attributes['Y'] ?? y) || 0;
    // Line ends and indents of the file itself are no text.
    const characters = Array.from(code.text.replaceAll(/[\r\n\t]/g, '')).slice(0, maxCharacters);
    const right = deltas(code.attributes['DeltaX'], characters.length);
    const down = deltas(code.attributes['DeltaY'], characters.length);
    const even = (room - x) / characters.length;
    return characters.map((text, i) => {
      const guess = (/[\u0021-\u02FF]/.test(text) ? size / 2 : size) * stretch;
      const usual = Math.max(guess, Math.min(even, size * stretch));
      const glyph = placed(text, x, y, right[i] ?? usual, size, matrix);
      x += right[i] ?? (down[i] === undefined ? usual : 0);
      y += down[i] ?? 0;
      return glyph;
    });
  });
}

/** In the object's own space. */
function widthOf({ attributes }: OfdDrawn['element']): number {
  const [, , width = 0] = numbers(attributes['Boundary']);
  const [scale = 1] = numbers(attributes['CTM']);
  return width / (Math.abs(scale) || 1);
}

function placed(text: string, x: number, y: number, advance: number, size: number, matrix: Matrix): Glyph {
  const local = combined([1, 0, 0, 1, x, y], matrix);
  const [px, py] = moved(local, 0, 0);
  const wide = Math.max(Math.min(Math.abs(advance), size * 1.2), size * 0.2);
  return {
    text,
    x: px,
    y: py,
    box: movedBox(local, { left: 0, right: wide, bottom: -size * 0.88, top: size * 0.12 }),
    size: size * Math.hypot(matrix[2], matrix[3]),
    quarters: (Math.round(Math.atan2(matrix[1], matrix[0]) / (Math.PI / 2)) + 4) % 4,
  };
}

/** `g 3 5.64` stands for three times 5.64. Undefined beyond what is written. */
function deltas(written: string | undefined, most: number): number[] {
  const all: number[] = [];
  const words = (written ?? '')
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean);
  for (let i = 0; i < words.length && all.length < most; i++)
    if (words[i] === 'g') {
      const [count = 0, value = 0] = numbers(`${words[i + 1]} ${words[i + 2]}`);
      for (let n = 0; n < count && all.length < most; n++) all.push(value);
      i += 2;
    } else all.push(Number(words[i]) || 0);
  return all;
}
