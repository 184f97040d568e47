/** Looks at the pixels of a PDF copy, as they lie in the file: is everything that should be covered black? */
import { pdfStreams } from './pdf-streams.ts';

interface Covered {
  /** In pixels; right and bottom not included. */
  boxes: readonly { left: number; top: number; right: number; bottom: number }[];
}

/** How many boxes are not black all over, or lie outside their page. Pages in the order of the file. */
export function openBoxes(file: Uint8Array, pages: readonly Covered[]): number {
  const images = pdfStreams(file).filter(({ facts }) => facts.includes('/Image'));
  if (images.length !== pages.length) return pages.flatMap((p) => p.boxes).length + 1;
  return pages.reduce((sum, { boxes }, i) => {
    const { facts, bytes } = images[i]!;
    const [width, height] = [numberAt(facts, 'Width'), numberAt(facts, 'Height')];
    const stride = Math.ceil(width / 2);
    const black = (x: number, y: number): boolean =>
      x < width && y < height && ((bytes[y * stride + (x >> 1)]! >> (x & 1 ? 0 : 4)) & 15) === 0;
    return sum + boxes.filter((box) => !everyPixel(box, black)).length;
  }, 0);
}

const numberAt = (facts: string, name: string): number =>
  Number(new RegExp(`/${name} (\\d+)`).exec(facts)?.[1] ?? 0);

function everyPixel(
  { left, top, right, bottom }: Covered['boxes'][number],
  holds: (x: number, y: number) => boolean,
): boolean {
  if (left >= right || top >= bottom) return false;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if (!holds(x, y)) return false;
  return true;
}
