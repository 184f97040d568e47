/** Old formats give the right edge of each cell, not how many columns it covers: a wide cell covers those of others. */
import { type PlacedRow, withoutSeams } from './placed-row.ts';

export interface EdgedRow {
  cells: string[];
  /** Right edges in any unit, ascending; may be fewer than the cells. */
  edges: number[];
}

/** Edges nearer than this (twentieths of a point) are one. */
const near = 30;
/** More is no table of a document; aligning takes the product. */
const most = 200;

/** The cells of each row, a wide one followed by empty ones. */
export function alignRows(rows: readonly EdgedRow[]): string[][] {
  const columns: number[] = [];
  for (const edge of rows.flatMap((r) => r.edges).toSorted((a, b) => a - b))
    if (columns.length === 0 || edge - columns.at(-1)! > near) columns.push(edge);
  if (columns.length > most) return rows.map((r) => r.cells);
  return withoutSeams(rows.map((row) => placed(row, columns)));
}

function placed({ cells, edges }: EdgedRow, columns: readonly number[]): PlacedRow {
  const row: PlacedRow = { cells: [], starts: [] };
  for (const [i, cell] of cells.entries()) {
    row.starts.push(row.cells.length);
    row.cells.push(cell);
    const reach = (edges[i] ?? Number.NEGATIVE_INFINITY) + near;
    row.cells.push(
      ...columns
        .slice(row.cells.length)
        .filter((edge) => edge <= reach)
        .map(() => ''),
    );
  }
  return row;
}
