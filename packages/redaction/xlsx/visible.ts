/** Moves what is left together: hidden rows and columns leave no gap, so that a copy looks as the sheet did. */
import { nameOf, type Sheet } from './sheet.ts';

/** New number of a row or column; undefined for a hidden one. Both count from 0. */
export interface Places {
  column: (source: number) => number | undefined;
  row: (source: number) => number | undefined;
}

export const placesIn = ({
  hiddenColumns,
  hiddenRows,
}: Pick<Sheet, 'hiddenColumns' | 'hiddenRows'>): Places => ({
  column: without(hiddenColumns),
  row: without(hiddenRows),
});

function without(hidden: ReadonlySet<number>): (source: number) => number | undefined {
  const sorted = Float64Array.from(hidden).toSorted();
  return (source) => (hidden.has(source) ? undefined : source - countBelow(sorted, source));
}

function countBelow(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Merged ranges of what is left, `A1:C3`; a range of one cell is none. */
export const mergesIn = ({ merges }: Sheet, places: Places): string[] =>
  merges.flatMap(({ top, left, bottom, right }) => {
    const columns = leftOf(left, right, places.column);
    const rows = leftOf(top, bottom, places.row);
    if (!columns || !rows || (columns.first === columns.last && rows.first === rows.last)) return [];
    return [`${nameOf(columns.first, rows.first)}:${nameOf(columns.last, rows.last)}`];
  });

const maxMerged = 20_000;

function leftOf(first: number, last: number, place: (source: number) => number | undefined) {
  const stay: number[] = [];
  for (let source = first; source <= Math.min(last, first + maxMerged); source++) {
    const to = place(source);
    if (to !== undefined) stay.push(to);
  }
  return stay.length === 0 ? undefined : { first: stay[0]!, last: stay.at(-1)! };
}
