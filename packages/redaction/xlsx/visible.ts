/** Moves what is left together: hidden rows and columns leave no gap, so that a copy looks as the sheet did. */
import { columnOf, type Sheet } from './sheet.ts';

export interface Places {
  /** New number; undefined for a hidden one. Both count from 1. */
  column: (source: number) => number | undefined;
  row: (source: number) => number | undefined;
}

export function placesIn({ hiddenColumns, hiddenRows }: Sheet): Places {
  const ranges = hiddenColumns.toSorted((a, b) => a.first - b.first);
  const sortedRows = Float64Array.from(hiddenRows).toSorted();
  return {
    column: (source) => {
      let before = 0;
      for (const { first, last } of ranges) {
        if (first > source) break;
        if (last >= source) return undefined;
        before += last - first + 1;
      }
      return source - before;
    },
    row: (source) => (hiddenRows.has(source) ? undefined : source - countBelow(sortedRows, source)),
  };
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
export function mergesIn({ merges }: Sheet, places: Places): string[] {
  return merges.flatMap((range) => {
    const [from = '', to = from] = range.split(':');
    const columns = left(columnOf(from) ?? 0, columnOf(to) ?? 0, places.column);
    const rows = left(rowOf(from), rowOf(to), places.row);
    if (!columns || !rows || (columns.first === columns.last && rows.first === rows.last)) return [];
    return [`${letters(columns.first)}${rows.first}:${letters(columns.last)}${rows.last}`];
  });
}

const maxMerged = 20_000;

function left(first: number, last: number, place: (source: number) => number | undefined) {
  const stay: number[] = [];
  for (let source = first; source <= Math.min(last, first + maxMerged); source++) {
    const to = source > 0 ? place(source) : undefined;
    if (to !== undefined) stay.push(to);
  }
  return stay.length === 0 ? undefined : { first: stay[0]!, last: stay.at(-1)! };
}

const rowOf = (reference: string): number => Number(/\d+$/.exec(reference)?.[0] ?? 0);

/** 3 → `C`. */
export function letters(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
