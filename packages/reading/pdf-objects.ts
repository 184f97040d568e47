/** What is drawn on a page, in the order of drawing, with the contents of form XObjects in their place. */
import { type Box, combined, type Matrix, movedBox, unchanged } from './page-box.ts';
import { floats, type Pdfium } from './pdfium.ts';

export interface Drawn {
  object: number;
  kind: 'text' | 'path' | 'picture' | 'shading';
  box: Box;
  /** Of the coordinates of the object's own space. */
  matrix: Matrix;
  /** May be switched off: inside a form, or marked as belonging to a layer. */
  optional: boolean;
}

/** fpdf_edit.h */
const kinds: Record<number, Drawn['kind']> = { 1: 'text', 2: 'path', 3: 'picture', 4: 'shading' };
const form = 5;
/** Far deeper and more than any page of an office document; nested forms multiply. */
const maxDepth = 12;
export const maxObjects = 200_000;

/** At most {@link maxObjects}. */
export function drawnObjects(pdfium: Pdfium, page: number): Drawn[] {
  const drawn: Drawn[] = [];
  const add = (object: number, outer: Matrix, depth: number): void => {
    if (object === 0 || drawn.length >= maxObjects) return;
    const type = pdfium.FPDFPageObj_GetType(object);
    const kind = kinds[type];
    if (kind) {
      const optional = depth > 0 || pdfium.FPDFPageObj_CountMarks(object) > 0;
      drawn.push({ object, kind, box: boundsOf(pdfium, object, outer), matrix: outer, optional });
    }
    if (type !== form || depth >= maxDepth) return;
    const inside = combined(matrixOf(pdfium, object), outer);
    for (let i = 0; i < pdfium.FPDFFormObj_CountObjects(object) && drawn.length < maxObjects; i++)
      add(pdfium.FPDFFormObj_GetObject(object, i), inside, depth + 1);
  };
  const count = pdfium.FPDFPage_CountObjects(page);
  for (let i = 0; i < count; i++) add(pdfium.FPDFPage_GetObject(page, i), unchanged, 0);
  return drawn;
}

function boundsOf(pdfium: Pdfium, object: number, outer: Matrix): Box {
  const { scratch } = pdfium;
  pdfium.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12);
  const [left, bottom, right, top] = floats(pdfium);
  return movedBox(outer, { left, bottom, right, top });
}

export function matrixOf(pdfium: Pdfium, object: number): Matrix {
  const { memory, scratch } = pdfium;
  if (!pdfium.FPDFPageObj_GetMatrix(object, scratch)) return unchanged;
  return [0, 4, 8, 12, 16, 20].map((at) => memory.getValue(scratch + at, 'float')) as unknown as Matrix;
}
