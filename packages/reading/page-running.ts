/** Running headers and footers: what stands at the edge of several pages in the same place. */
import { compact } from './clean.ts';
import { type Line, textOfLine } from './page-lines.ts';

export interface Edges {
  top: number;
  bottom: number;
}

/** Of the page's height: GB/T 9704 leaves 37 mm of 297 above the text and 35 below. */
const edge = 0.12;
const pageNumber = /^[—–\-\s·第]*\d{1,4}\s*页?[—–\-\s·]*((共|\/|of)\s*\d{1,4}\s*页?)?$/i;

export const isPageNumber = (line: Line): boolean =>
  pageNumber.test(textOfLine(line).normalize('NFKC').trim());

/** For each page the lines that run through the file; numbers in them may change from page to page. */
export function runningLines(pages: readonly { lines: readonly Line[]; edges: Edges }[]): {
  header: Set<Line>;
  footer: Set<Line>;
} {
  const seen = new Map<string, Line[]>();
  const header = new Set<Line>();
  const footer = new Set<Line>();
  for (const { lines, edges } of pages)
    for (const line of lines) {
      const place = placeOf(line, edges);
      if (!place || line.length > 3) continue;
      const key = `${place} ${Math.round(line[0]!.y / 4)} ${compact(textOfLine(line)).replaceAll(/\d+/g, '#')}`;
      seen.set(key, [...(seen.get(key) ?? []), line]);
    }
  for (const [key, lines] of seen)
    if (lines.length >= Math.max(2, pages.length * 0.3))
      for (const line of lines) (key.startsWith('top') ? header : footer).add(line);
  return { header, footer };
}

function placeOf(line: Line, { top, bottom }: Edges): 'top' | 'bottom' | undefined {
  const height = (line[0]!.y - bottom) / (top - bottom);
  if (height > 1 - edge) return 'top';
  return height < edge ? 'bottom' : undefined;
}
