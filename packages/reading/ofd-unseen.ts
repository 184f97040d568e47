/** Which characters of an OFD page are not to be seen. Nothing here draws OFD, so shapes and colours have to tell. */
import { areaOf, type Box, boxOf, coreOf, shareInside } from './page-box.ts';
import { boundsOf, type Fill, fillOf, type OfdDrawn, strokesOf } from './ofd-graphics.ts';
import type { OfdResources } from './ofd-resources.ts';
import type { Glyph } from './page-text.ts';
import type { Sight } from './page-unseen.ts';
import { child } from './xml-tree.ts';

interface Cover {
  box: Box;
  order: number;
  /** Undefined for pictures. */
  colour: Fill['colour'] | undefined;
}

/** Lengths in points; colours and opacity from 0 to 255. */
const thinnest = 3;
const lightest = 225;
const leastOpacity = 40;
const opaque = 200;
const near = 40;
/** Of the rectangle around it, what a shape must fill to count as a box. */
const leastFilled = 0.75;
const maxCovers = 5_000;

export function coversOf(drawn: readonly OfdDrawn[], resources: OfdResources): Cover[] {
  const covers: Cover[] = [];
  for (const [order, object] of drawn.entries()) {
    if (covers.length >= maxCovers || !object.visible || object.kind === 'text') continue;
    const cover = object.kind === 'path' ? boxDrawn(object) : pictureDrawn(object, resources);
    if (cover && cover.box.right - cover.box.left > thinnest && cover.box.top - cover.box.bottom > thinnest)
      covers.push({ ...cover, order });
  }
  return covers;
}

export function sightOf(
  glyph: Glyph,
  order: number,
  drawn: OfdDrawn,
  covers: readonly Cover[],
  page: Box,
): Sight {
  const core = coreOf(glyph.box);
  const fill = fillOf(drawn);
  const over = covers.filter(({ box }) => shareInside(core, box) > 0.5);
  const above = over.findLast((cover) => cover.order > order);
  const ground = over.findLast((cover) => cover.order < order);
  if (shareInside(core, withSlack(page, glyph.size)) < 0.5) return 'outside';
  if (glyph.size < 1) return 'tiny';
  if (!drawn.visible) return 'optional';
  if (above) return isScan(above, page) ? 'layer' : 'covered';
  if (fill.opacity < leastOpacity) return ground && isScan(ground, page) ? 'layer' : 'pale';
  if (ground?.colour) return isNear(fill.colour, ground.colour) ? 'pale' : 'seen';
  return !ground && Math.min(...fill.colour) > lightest ? 'pale' : 'seen';
}

/** Makers of OFD let the last line of a page hang over its edge: part of the text, not hidden on purpose. */
const withSlack = ({ left, right, bottom, top }: Box, line: number): Box => ({
  left,
  right,
  bottom: bottom - line * 1.2,
  top: top + line * 1.2,
});

const isScan = ({ box, colour }: Cover, page: Box): boolean => !colour && areaOf(box) > areaOf(page) / 2;

const isNear = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((value, i) => Math.abs(value - b[i]!) < near);

/** Undefined when the path is no filled box or thick line. */
function boxDrawn(object: OfdDrawn): Omit<Cover, 'order'> | undefined {
  const { Fill: filled, Stroke, LineWidth } = object.element.attributes;
  const strokes = strokesOf(object);
  if (strokes.length === 0) return undefined;
  const fill = fillOf(object);
  const bounds = boundsOf(strokes);
  if (filled === 'true' || filled === '1') {
    const shape = strokes.reduce((sum, points) => sum + polygonArea(points), 0);
    return fill.opacity > opaque && shape > areaOf(bounds) * leastFilled
      ? { box: bounds, colour: fill.colour }
      : undefined;
  }
  const half = (Number(LineWidth ?? 0.353) * Math.hypot(object.matrix[0], object.matrix[1])) / 2;
  if (Stroke === 'false' || half * 2 < thinnest || strokes.flat().length > 2) return undefined;
  const thick = boxOf([
    [bounds.left - half, bounds.bottom - half],
    [bounds.right + half, bounds.top + half],
  ]);
  return { box: thick, colour: strokeColour(object) };
}

function strokeColour(object: OfdDrawn): Fill['colour'] {
  const stroke = child(object.element, 'StrokeColor');
  return fillOf({
    ...object,
    element: { ...object.element, children: stroke ? [{ ...stroke, name: 'FillColor' }] : [] },
  }).colour;
}

function polygonArea(points: readonly (readonly [number, number])[]): number {
  const twice = points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** Undefined when what lies beneath may shine through. */
function pictureDrawn(
  { element, boundary }: OfdDrawn,
  resources: OfdResources,
): Omit<Cover, 'order'> | undefined {
  const { ResourceID, Alpha, ImageMask } = element.attributes;
  const picture = resources.picture(ResourceID);
  if (!picture || picture.transparent || ImageMask || Number(Alpha ?? 255) < opaque) return undefined;
  return { box: boundary, colour: undefined };
}
