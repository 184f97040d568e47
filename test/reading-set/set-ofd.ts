/** A labelled document as OFD pages, set in lines of 28 characters as GB/T 9704-2012 sets them. */
import { makeOfd, ofdLine, ofdText } from '../fixtures/ofd.ts';
import type { SetLine } from './labelled.ts';

/** Millimetres. */
const [left, right, top, bottom, size, lead] = [28, 184, 37, 262, 5, 10];
const perLine = Math.floor((right - left) / size);
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function wrapped(text: string, first: number): string[] {
  const characters = Array.from(text);
  const made = [characters.splice(0, first).join('')];
  while (characters.length > 0) made.push(characters.splice(0, perLine).join(''));
  return made;
}

export function setOfd(lines: readonly SetLine[]): Uint8Array {
  const pages: string[] = [''];
  let y = top;
  const draw = (text: string, x: number): void => {
    if (text.trim() !== '') pages[pages.length - 1] += ofdText(escaped(text), x, y);
    y += lead;
    if (y > bottom) {
      pages.push('');
      y = top;
    }
  };
  let header = 15;
  for (const line of lines) {
    if (line.as === 'page-header') pages[0] += ofdText(escaped(line.text), left, (header += 6));
    else if (line.cells) {
      const each = (right - left) / line.cells.length;
      for (const [i, cell] of line.cells.entries()) {
        pages[pages.length - 1] +=
          (cell === ''
            ? ''
            : ofdText(escaped(cell).slice(0, Math.floor(each / size)), left + i * each + 1, y + 1)) +
          ofdLine(left + i * each, y, left + i * each, y + lead);
      }
      pages[pages.length - 1] +=
        ofdLine(left, y, right, y) +
        ofdLine(right, y, right, y + lead) +
        ofdLine(left, y + lead, right, y + lead);
      draw('', left);
    } else {
      const indent = line.as === 'body' && /[。；]/.test(line.text) ? 2 : 0;
      for (const [i, part] of wrapped(line.text, perLine - indent).entries()) {
        const length = Array.from(part).length * size;
        const x =
          line.as === 'right'
            ? Math.max(left, right - 20 - length)
            : line.as === 'head' || line.as === 'title'
              ? left + (right - left - length) / 2
              : left + (i === 0 ? indent * size : 0);
        draw(part, x);
      }
    }
  }
  return makeOfd({ pages: pages.filter((page) => page !== '') });
}
