/**
 * The drawing of an OFD page (GB/T 33190-2016, 7.7, 8 to 11) as a flat list in the order of drawing. Places are points
 * with y upwards; the file counts millimetres downwards.
 */
import { type Box, boxOf, combined, type Matrix, movedBox, unchanged } from './page-box.ts';
import type { OfdResources } from './ofd-resources.ts';
import { Refusal } from './refusal.ts';
import { child, type Element } from './xml-tree.ts';

export interface OfdDrawn {
  kind: 'text' | 'path' | 'picture';
  element: Element;
  /** From the object's own space to the page. */
  matrix: Matrix;
  boundary: Box;
  visible: boolean;
  /** Of its draw parameters, and of those of its layer. */
  parameters: Element[];
}

const pointsOfMillimetre = 72 / 25.4;
/** Composite objects that contain each other multiply. */
const maxDepth = 12;
const maxSteps = 200_000;

/** Millimetres of a page of this height to points. */
export const pageMatrix = (height: number): Matrix => [
  pointsOfMillimetre,
  0,
  0,
  -pointsOfMillimetre,
  0,
  height * pointsOfMillimetre,
];

export const numbers = (text: string | undefined): number[] =>
  (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
    .filter(Number.isFinite);

interface Outer {
  matrix: Matrix;
  visible: boolean;
  parameters: Element[];
  depth: number;
}

/** What is drawn by parts of one page, one after the other. Throws {@link Refusal} when it is without measure. */
export function graphicsOf(resources: OfdResources) {
  const drawn: OfdDrawn[] = [];
  let steps = 0;
  const composite = (element: Element, outer: Outer): void => {
    const unit = child(resources.unit(element.attributes['ResourceID']), 'Content');
    for (const content of [unit, child(element, 'Content')]) if (content) add(content, outer);
  };
  /** What a layer, a page block or a unit of graphics draws. */
  const add = (container: Element, outer: Outer): void => {
    if (outer.depth > maxDepth) return;
    for (const element of container.children) {
      if (++steps > maxSteps) throw new Refusal('too-large');
      if (containers.has(element.name)) add(element, { ...outer, depth: outer.depth + 1 });
      const kind = kinds[element.name];
      if (!kind) continue;
      const { Boundary, CTM, Visible, DrawParam } = element.attributes;
      const [left = 0, top = 0, width = 0, height = 0] = numbers(Boundary);
      const matrix = combined(combined(matrixOf(CTM), [1, 0, 0, 1, left, top]), outer.matrix);
      const visible = outer.visible && Visible !== 'false' && Visible !== '0';
      const parameters = [...resources.drawParameters(DrawParam), ...outer.parameters];
      const boundary = movedBox(outer.matrix, { left, right: left + width, bottom: top, top: top + height });
      if (kind === 'composite') composite(element, { matrix, visible, parameters, depth: outer.depth + 1 });
      else drawn.push({ kind, element, matrix, boundary, visible, parameters });
    }
  };
  return {
    drawn,
    addLayer: (layer: Element, matrix: Matrix): void =>
      add(layer, {
        matrix,
        visible: true,
        parameters: resources.drawParameters(layer.attributes['DrawParam']),
        depth: 0,
      }),
  };
}

const containers = new Set(['PageBlock', 'Layer', 'Content']);

const kinds: Record<string, OfdDrawn['kind'] | 'composite'> = {
  TextObject: 'text',
  PathObject: 'path',
  ImageObject: 'picture',
  CompositeObject: 'composite',
};

function matrixOf(ctm: string | undefined): Matrix {
  const values = numbers(ctm);
  return values.length === 6 ? (values as unknown as Matrix) : unchanged;
}

/** Red, green, blue and opacity, each 0 to 255; undefined when nothing is filled. */
export interface Fill {
  colour: readonly [number, number, number];
  opacity: number;
}

/** The colour that fills an object; black unless told. */
export function fillOf({ element, parameters }: OfdDrawn): Fill {
  const own = [element, ...parameters].map((e) => child(e, 'FillColor')).find((c) => c !== undefined);
  const opacity =
    Number(element.attributes['Alpha'] ?? 255) * (Number(own?.attributes['Alpha'] ?? 255) / 255);
  const values = (own?.attributes['Value'] ?? '').trim().split(/\s+/).filter(Boolean).map(channel);
  const [first = 0, second, third] = values;
  if (values.length === 4) return { colour: ofCmyk(values), opacity };
  return { colour: [first, second ?? first, third ?? first], opacity };
}

/** Also written in hexadecimal: `#FF`. */
const channel = (text: string): number =>
  (text.startsWith('#') ? Number.parseInt(text.slice(1), 16) : Number(text)) || 0;

const ofCmyk = ([c = 0, m = 0, y = 0, k = 0]: number[]): [number, number, number] => {
  const part = (ink: number): number => ((255 - ink) * (255 - k)) / 255;
  return [part(c), part(m), part(y)];
};

/** Points of a path (9.1), line by line; a curve is taken by its ends and handles. */
export function strokesOf({ element, matrix }: OfdDrawn): [number, number][][] {
  const data =
    child(element, 'AbbreviatedData')
      ?.text.trim()
      .split(/[\s,]+/) ?? [];
  const strokes: [number, number][][] = [];
  const at = (x: number, y: number): [number, number] => [
    matrix[0] * x + matrix[2] * y + matrix[4],
    matrix[1] * x + matrix[3] * y + matrix[5],
  ];
  let values: number[] = [];
  let operator = '';
  const finish = (): void => {
    const points: [number, number][] = [];
    const from = operator === 'A' ? values.length - 2 : 0;
    for (let i = Math.max(0, from); i + 1 < values.length; i += 2)
      points.push(at(values[i]!, values[i + 1]!));
    if (operator === 'S' || operator === 'M' || strokes.length === 0) strokes.push([]);
    if (operator === 'C' && strokes.at(-1)!.length > 0) points.push(strokes.at(-1)![0]!);
    strokes.at(-1)!.push(...points);
    values = [];
  };
  for (const word of data)
    if (/^[A-Za-z]$/.test(word)) {
      if (operator !== '') finish();
      operator = word;
    } else values.push(Number(word) || 0);
  if (operator !== '') finish();
  return strokes.filter((points) => points.length > 0);
}

/** Rectangle around all points. */
export const boundsOf = (strokes: readonly [number, number][][]): Box => boxOf(strokes.flat());
