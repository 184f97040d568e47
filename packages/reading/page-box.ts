/** Rectangles and matrices of a page. Lengths in points; y grows upwards. */
export interface Box {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** ISO 32000-1, 8.3.3: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const unchanged: Matrix = [1, 0, 0, 1, 0, 0];

export const moved = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** First `inner`, then `outer`. */
export function combined(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [p, q, r, s] = outer;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, ...moved(outer, e, f)];
}

export function movedBox(matrix: Matrix, { left, right, bottom, top }: Box): Box {
  return boxOf([
    moved(matrix, left, bottom),
    moved(matrix, right, bottom),
    moved(matrix, left, top),
    moved(matrix, right, top),
  ]);
}

/** Around the points. */
export function boxOf(points: readonly (readonly [number, number])[]): Box {
  const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (const [x, y] of points) {
    if (x < box.left) box.left = x;
    if (x > box.right) box.right = x;
    if (y < box.bottom) box.bottom = y;
    if (y > box.top) box.top = y;
  }
  return box;
}

/** Of `inner`'s area, how much lies in `outer`: 0 to 1. */
export function shareInside(inner: Box, outer: Box): number {
  const width = Math.min(inner.right, outer.right) - Math.max(inner.left, outer.left);
  const height = Math.min(inner.top, outer.top) - Math.max(inner.bottom, outer.bottom);
  return width <= 0 || height <= 0 ? 0 : (width * height) / (areaOf(inner) || 1);
}

export const areaOf = ({ left, right, bottom, top }: Box): number => (right - left) * (top - bottom);

/** The turn by quarters (counter-clockwise) taken back, so that text set at that angle reads from left to right. */
export function turnedBack(quarters: number): Matrix {
  return [unchanged, [0, -1, 1, 0, 0, 0], [-1, 0, 0, -1, 0, 0], [0, 1, -1, 0, 0, 0]][quarters] as Matrix;
}

/** The middle of a character's box, where its strokes are. */
export const coreOf = ({ left, right, bottom, top }: Box): Box => ({
  left: left + (right - left) * 0.15,
  right: right - (right - left) * 0.15,
  bottom: bottom + (top - bottom) * 0.25,
  top: top - (top - bottom) * 0.2,
});
