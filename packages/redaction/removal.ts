/** What is to be taken out of a copy, and what stands there instead. */
import { folded } from './fold.ts';

/** Always the same, so that nothing tells how long the text was. */
export const cutBlock = '［已删减］';

export interface TextRemoval {
  /** Goes wherever it occurs, however it is spaced. */
  text: string;
  /** {@link cutBlock}, or the masked form. */
  put: string;
}

export interface CellRemoval {
  /** All cells of the row, as the reader gave them: they tell which row is meant. */
  row: readonly string[];
  /** Counted from 0. */
  column: number;
  put: string;
}

/** A rectangle of a page; all lengths are fractions of its width and height from the upper left corner. */
export interface Box {
  /** Counted from 1. */
  page: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Removal {
  texts: readonly TextRemoval[];
  cells: readonly CellRemoval[];
  /** Only files with pages have them. */
  boxes: readonly Box[];
}

export const nothing: Removal = { texts: [], cells: [], boxes: [] };

/** A copy that does not hold what it promises is not made. Named, because the workflow returns the document then. */
export class RedactionRefused extends Error {
  override name = 'RedactionRefused';
}

/** Rows are told apart by what they say, not by their number: readers and makers may count differently. */
export const rowKey = (cells: readonly string[]): string => folded(cells.join(''));

/** For each row, what to put into which column. */
export function cellsByRow(cells: Removal['cells']): Map<string, Map<number, string>> {
  const rows = new Map<string, Map<number, string>>();
  for (const { row, column, put } of cells) {
    const key = rowKey(row);
    const columns = rows.get(key) ?? new Map<number, string>();
    if (!rows.has(key)) rows.set(key, columns);
    columns.set(column, put);
  }
  return rows;
}

export interface Copy {
  bytes: Uint8Array;
  /** How many places were cut. */
  removed: number;
}

/** Throws {@link RedactionRefused}: what cannot be found cannot be cut. */
export function assertAllMet(wanted: ReadonlyMap<string, unknown>, met: ReadonlySet<string>): void {
  const missed = [...wanted.keys()].filter((key) => !met.has(key));
  if (missed.length > 0)
    throw new RedactionRefused(
      `要删减的栏目中有 ${missed.length} 行在原文件中找不到，不能制作删减稿。请退回部门整理表格后重新上传。`,
    );
}
