/** A labelled document as OFD pages, with the sizes of GB/T 9704-2012. */
import { makeOfd, ofdLine } from '../fixtures/ofd.ts';
import type { SetLine } from './labelled.ts';

/** Millimetres: the text area, a line, and the sizes of red head, title and text (26, 22 and 16 points). */
const [left, right, top, bottom, lead] = [28, 184, 37, 262, 10];
const sizes = { head: 9.17, title: 7.76, text: 5.64, small: 3.7 };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const textObject = (text: string, x: number, y: number, size: number): string =>
  `<ofd:TextObject ID="1" Boundary="${x} ${y} ${Array.from(text).length * size} ${size * 1.4}" Font="1" Size="${size}"><ofd:TextCode X="0" Y="${size}" DeltaX="g ${Array.from(text).length - 1} ${size}">${escaped(text)}</ofd:TextCode></ofd:TextObject>`;

function wrapped(text: string, first: number, each: number): string[] {
  const characters = Array.from(text);
  const made = [characters.splice(0, first).join('')];
  while (characters.length > 0) made.push(characters.splice(0, each).join(''));
  return made;
}

class Pages {
  readonly all: string[] = [''];
  y = top;

  draw(text: string, x: number, size: number, down = 0): void {
    if (text.trim() !== '') this.all[this.all.length - 1] += textObject(text, x, this.y + down, size);
  }

  rule(fromX: number, toX: number, height: number, down: number): void {
    this.all[this.all.length - 1] += ofdLine(fromX, this.y + down, toX, this.y + down + height);
  }

  next(height = lead): void {
    this.y += height;
    if (this.y <= bottom) return;
    this.all.push('');
    this.y = top;
  }
}

export function setOfd(lines: readonly SetLine[]): Uint8Array {
  const pages = new Pages();
  let header = 10;
  for (const line of lines) {
    if (line.as === 'page-header') pages.all[0] += textObject(line.text, left, (header += 6), sizes.small);
    else if (line.cells) drawRow(pages, line.cells);
    else drawLines(pages, line);
  }
  return makeOfd({ pages: pages.all.filter((page) => page !== '') });
}

function drawLines(pages: Pages, { text, as }: SetLine): void {
  // The red head is large, the number below it is as large as the text.
  const size = as === 'title' ? sizes.title : as === 'head' && !/[号期]/.test(text) ? sizes.head : sizes.text;
  const each = Math.floor((right - left) / size);
  const indent = as === 'body' && /[。；]/.test(text) ? 2 : 0;
  for (const [i, part] of wrapped(text, each - indent, each).entries()) {
    const length = Array.from(part).length * size;
    const middle = left + (right - left - length) / 2;
    const atRight = Math.max(left, right - 20 - length);
    pages.draw(
      part,
      as === 'right'
        ? atRight
        : as === 'head' || as === 'title'
          ? middle
          : left + (i === 0 ? indent * size : 0),
      size,
    );
    pages.next(size * 1.8);
  }
}

/** Cells in columns of equal width, with rules around them. */
function drawRow(pages: Pages, cells: readonly string[]): void {
  const each = (right - left) / cells.length;
  const parts = cells.map((cell) =>
    wrapped(cell, Math.floor((each - 2) / sizes.small), Math.floor((each - 2) / sizes.small)),
  );
  const height = Math.max(...parts.map((p) => p.length)) * 6;
  for (const [i, cell] of parts.entries()) {
    for (const [n, part] of cell.entries()) pages.draw(part, left + i * each + 1, sizes.small, n * 6 + 1);
    pages.rule(left + i * each, left + i * each, height, 0);
  }
  pages.rule(right, right, height, 0);
  pages.rule(left, right, 0, 0);
  pages.rule(left, right, 0, height);
  pages.next(height);
}
