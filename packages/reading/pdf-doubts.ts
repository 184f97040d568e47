/** Which characters of a page might not be seen, judged by numbers alone: what is in no doubt need not be drawn. */
import { type Box, boxOf, coreOf, movedBox, shareInside } from './page-box.ts';
import type { Why } from './page-unseen.ts';
import type { Character } from './pdf-characters.ts';
import { type Drawn, maxObjects } from './pdf-objects.ts';
import { floats, type Pdfium } from './pdfium.ts';

/** What can cover text, and how well it covers when it cannot be tried by drawing. */
interface Cover {
  box: Box;
  order: number;
  opaque: boolean;
  colour: readonly [number, number, number] | undefined;
}

interface TextObject {
  unpainted: boolean;
  transparent: boolean;
  optional: boolean;
  clip: Box | undefined;
  above: Cover[];
  beneath: Cover[];
}

/** Lengths in points; colours and opacity from 0 to 255. */
const thinnest = 3;
const lightest = 200;
const leastOpacity = 80;
const near = 60;
/** A page of more is drawn and looked at as a whole. */
const maxCovers = 3_000;

export interface Doubted {
  doubt: Why;
  /** Also when drawing it cannot tell, because its font is not in the file. */
  certain: boolean;
}

export function doubtsOf(
  pdfium: Pdfium,
  page: number,
  visible: Box,
  characters: readonly Character[],
  drawn: readonly Drawn[],
): (Doubted | undefined)[] {
  const covers = coversOf(pdfium, page, drawn);
  const orders = new Map(drawn.map(({ object }, order) => [object, order]));
  const known = new Map<number, TextObject>();
  const about = (object: number): TextObject => {
    const found = known.get(object) ?? textObject(pdfium, object, orders.get(object), drawn, covers);
    known.set(object, found);
    return found;
  };
  return characters.map((character) => {
    const core = coreOf(character.box);
    if (shareInside(core, visible) < 0.5) return { doubt: 'outside', certain: true };
    if (character.size < 1 && character.box.top - character.box.bottom < 1.5)
      return { doubt: 'tiny', certain: true };
    return doubtOf(character, core, about(character.object));
  });
}

function doubtOf({ colour }: Character, core: Box, object: TextObject): Doubted | undefined {
  if (object.unpainted) return { doubt: 'unpainted', certain: true };
  const cover = object.above.filter(({ box }) => shareInside(core, box) > 0.5);
  if (cover.length > 0) return { doubt: 'covered', certain: cover.some(({ opaque }) => opaque) };
  const ground = object.beneath.findLast(({ box }) => shareInside(core, box) > 0.5);
  const onGround = ground?.colour ? isNear(colour, ground.colour) : ground !== undefined;
  const onPaper = Math.min(...colour) > lightest;
  if (object.transparent || onGround || (onPaper && !ground?.colour))
    return { doubt: 'pale', certain: ground ? onGround && ground.colour !== undefined : true };
  if (onPaper && ground) return { doubt: 'pale', certain: false };
  const cut = object.clip !== undefined && shareInside(core, object.clip) < 0.5;
  if (cut || object.optional) return { doubt: 'optional', certain: cut };
  return undefined;
}

const isNear = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((value, i) => Math.abs(value - b[i]!) < near);

function textObject(
  pdfium: Pdfium,
  object: number,
  order: number | undefined,
  drawn: readonly Drawn[],
  covers: readonly Cover[],
): TextObject {
  const self = order === undefined ? undefined : drawn[order];
  const touching = self ? covers.filter(({ box }) => touch(self.box, box)) : [];
  const mode = object === 0 ? 0 : pdfium.FPDFTextObj_GetTextRenderMode(object);
  return {
    unpainted: mode === 3 || mode === 7,
    transparent: object !== 0 && mode === 0 && fillOf(pdfium, object).opacity < leastOpacity,
    optional: !self || self.optional || covers.length > maxCovers || drawn.length >= maxObjects,
    clip: self && clipOf(pdfium, self),
    above: touching.filter((cover) => cover.order > order!),
    beneath: touching.filter((cover) => cover.order < order!),
  };
}

/** The box of an object whose font is not in the file has no height. */
const touch = (a: Box, b: Box): boolean =>
  a.left <= b.right && b.left <= a.right && a.bottom <= b.top && b.bottom <= a.top;

/** Bounds of what the object may not leave. */
function clipOf(pdfium: Pdfium, { object, matrix }: Drawn): Box | undefined {
  const clip = pdfium.FPDFPageObj_GetClipPath(object);
  const paths = clip === 0 ? 0 : Math.min(pdfium.FPDFClipPath_CountPaths(clip), 20);
  let bounds: Box | undefined;
  for (let path = 0; path < paths; path++) {
    const points: [number, number][] = [];
    const count = Math.min(pdfium.FPDFClipPath_CountPathSegments(clip, path), 1_000);
    for (let i = 0; i < count; i++) {
      const segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, i);
      pdfium.FPDFPathSegment_GetPoint(segment, pdfium.scratch, pdfium.scratch + 4);
      points.push(floats(pdfium).slice(0, 2) as [number, number]);
    }
    if (points.length > 0) bounds = bounds ? common(bounds, boxOf(points)) : boxOf(points);
  }
  return bounds && movedBox(matrix, bounds);
}

const common = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  right: Math.min(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
  top: Math.min(a.top, b.top),
});

/** Pictures, fills and strokes as thick as a line of text, then the annotations. */
function coversOf(pdfium: Pdfium, page: number, drawn: readonly Drawn[]): Cover[] {
  const covers = drawn.flatMap(({ object, kind, box }, order): Cover[] => {
    if (kind === 'text' || box.right - box.left < thinnest || box.top - box.bottom < thinnest) return [];
    if (kind !== 'path') return [{ box, order, opaque: true, colour: undefined }];
    const { filled, stroke } = paintOf(pdfium, object);
    if (!filled && stroke < thinnest) return [];
    const { colour, opacity } = fillOf(pdfium, object);
    return [{ box, order, opaque: filled && opacity > lightest, colour: filled ? colour : undefined }];
  });
  const annotations = annotationBoxes(pdfium, page);
  return [
    ...covers,
    ...annotations.map((box) => ({ box, order: drawn.length, opaque: false, colour: undefined })),
  ];
}

function paintOf(pdfium: Pdfium, path: number): { filled: boolean; stroke: number } {
  const { memory, scratch } = pdfium;
  pdfium.FPDFPath_GetDrawMode(path, scratch, scratch + 4);
  const [fill, stroked] = [memory.getValue(scratch, 'i32'), memory.getValue(scratch + 4, 'i32')];
  pdfium.FPDFPageObj_GetStrokeWidth(path, scratch);
  return { filled: fill !== 0, stroke: stroked === 0 ? 0 : memory.getValue(scratch, 'float') };
}

function fillOf(pdfium: Pdfium, object: number) {
  const { memory, scratch } = pdfium;
  pdfium.FPDFPageObj_GetFillColor(object, scratch, scratch + 4, scratch + 8, scratch + 12);
  const [red, green, blue, opacity] = [0, 4, 8, 12].map((at) => memory.getValue(scratch + at, 'i32'));
  return { colour: [red!, green!, blue!] as const, opacity: opacity! };
}

/** fpdf_annot.h: text (a note's sign), link, popup, widget */
const drawNothing = new Set([1, 2, 16, 20]);

function annotationBoxes(pdfium: Pdfium, page: number): Box[] {
  const boxes: Box[] = [];
  const count = Math.min(pdfium.FPDFPage_GetAnnotCount(page), maxCovers);
  for (let i = 0; i < count; i++) {
    const annotation = pdfium.FPDFPage_GetAnnot(page, i);
    if (!drawNothing.has(pdfium.FPDFAnnot_GetSubtype(annotation))) {
      pdfium.FPDFAnnot_GetRect(annotation, pdfium.scratch);
      const [left, top, right, bottom] = floats(pdfium);
      boxes.push(
        boxOf([
          [left, bottom],
          [right, top],
        ]),
      );
    }
    pdfium.FPDFPage_CloseAnnot(annotation);
  }
  return boxes;
}
