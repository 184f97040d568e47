/** The straight lines of a page that run along or across it: stroked, or filled rectangles as thin as a line. */
import { boxOf, combined, type Matrix, moved } from './page-box.ts';
import { addRuling, isFull, noRulings, type Rulings } from './page-rulings.ts';
import { type Drawn, matrixOf } from './pdf-objects.ts';
import { floats, type Pdfium } from './pdfium.ts';

const maxSegments = 6_000;

/** fpdfview.h */
const lineTo = 0;

/** `frame` turns the page so that its text reads from left to right. */
export function rulingsOf(pdfium: Pdfium, drawn: readonly Drawn[], frame: Matrix): Rulings {
  const rulings = noRulings();
  for (const { object, kind, matrix } of drawn) {
    if (kind !== 'path' || isFull(rulings)) continue;
    const toFrame = combined(combined(matrixOf(pdfium, object), matrix), frame);
    const stroked = isStroked(pdfium, object);
    for (const points of strokesOf(pdfium, object, toFrame))
      if (!stroked) addRuling(rulings, boxOf(points));
      else
        for (const [i, point] of points.entries())
          if (i > 0) addRuling(rulings, boxOf([points[i - 1]!, point]));
  }
  return rulings;
}

/** The points that are joined by straight lines; a curve begins anew. */
function strokesOf(pdfium: Pdfium, path: number, matrix: Matrix): [number, number][][] {
  const strokes: [number, number][][] = [];
  const count = Math.min(pdfium.FPDFPath_CountSegments(path), maxSegments);
  for (let i = 0; i < count; i++) {
    const segment = pdfium.FPDFPath_GetPathSegment(path, i);
    pdfium.FPDFPathSegment_GetPoint(segment, pdfium.scratch, pdfium.scratch + 4);
    const [x, y] = floats(pdfium);
    const point = moved(matrix, x, y);
    const stroke = strokes.at(-1);
    if (stroke && pdfium.FPDFPathSegment_GetType(segment) === lineTo) stroke.push(point);
    else strokes.push([point]);
    if (stroke && pdfium.FPDFPathSegment_GetClose(segment)) stroke.push(stroke[0]!);
  }
  return strokes;
}

function isStroked(pdfium: Pdfium, path: number): boolean {
  const { scratch, memory } = pdfium;
  pdfium.FPDFPath_GetDrawMode(path, scratch, scratch + 4);
  return memory.getValue(scratch + 4, 'i32') !== 0;
}
