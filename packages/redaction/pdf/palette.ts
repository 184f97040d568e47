/** Sixteen colours: what official documents are printed in, black on white with red heads and stamps. */

/** From black to white in twelve steps, then from full red to pale red in four. */
const greys = 12;
const reds = 4;

export const palette: readonly (readonly [number, number, number])[] = [
  ...Array.from({ length: greys }, (_, i) => {
    const level = Math.round((i * 255) / (greys - 1));
    return [level, level, level] as const;
  }),
  ...Array.from({ length: reds }, (_, i) => {
    const level = Math.round((i * 255) / reds);
    return [255 - Math.round(level / 8), level, level] as const;
  }),
];

/** Redder than this, of 255, is no grey. */
const redness = 40;

/** Number of the colour in the palette. */
function indexOf(red: number, green: number, blue: number): number {
  const rest = (green + blue) >> 1;
  if (red - rest > redness && red - green > redness / 2 && red - blue > redness / 2)
    return greys + Math.min(reds - 1, Math.round((rest * reds) / 255));
  return Math.round(((red * 3 + green * 6 + blue) * (greys - 1)) / 2550);
}

/** Five bits of each colour → its number: looked up two million times a page. */
const numbers = Uint8Array.from({ length: 1 << 15 }, (_, bits) =>
  indexOf(wide(bits >> 10), wide((bits >> 5) & 31), wide(bits & 31)),
);

/** Five bits to eight, black staying black and white white. */
function wide(bits: number): number {
  return (bits << 3) | (bits >> 2);
}

/** Blue, green, red, unused → two pixels a byte, each row beginning with a byte of its own. */
export function packed(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const stride = (width + 1) >> 1;
  const rows = new Uint8Array(stride * height);
  const number = (at: number): number =>
    numbers[((pixels[at + 2]! >> 3) << 10) | ((pixels[at + 1]! >> 3) << 5) | (pixels[at]! >> 3)]!;
  let to = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0, at = y * width * 4; x < width; x += 2, at += 8)
      rows[to++] = (number(at) << 4) | (x + 1 < width ? number(at + 4) : 0);
  return rows;
}
