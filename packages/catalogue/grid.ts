/** A table as an office sends it, whatever the file format: cells by row and column, before anybody knows what they mean. */
import { Refusal } from '@gongkai/reading/refusal.ts';

export interface Cell {
  text: string;
  /** The text is the last result of a formula. */
  formula?: true;
}

export interface SheetRow {
  /** As the program shows it, from 1. */
  number: number;
  hidden: boolean;
  /** By column, from 0; sparse. */
  cells: (Cell | undefined)[];
}

/** Rows by their number, columns from 0, all inclusive. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Sheet {
  name: string;
  hidden: boolean;
  rows: SheetRow[];
  merges: Merge[];
}

/** Where something stands, and what to do about it. */
export interface Problem {
  /** `error` keeps the whole file out; `warning` goes in and is shown again in review; `note` only says what happened. */
  severity: 'error' | 'warning' | 'note';
  sheet: string;
  /** Absent: about the sheet as a whole. */
  row?: number;
  /** Letter, e.g. `G`. */
  column?: string;
  /** Chinese. */
  message: string;
}

/** Beyond this nobody's catalogue goes; a merge may reach to column XFD. */
const widest = 60;

/**
 * Every cell of a merged range shows the text of its first cell. Ranges are cut to rows that exist. They never overlap
 * (ECMA-376 part 1, 18.3.1.55): a file whose ranges have more cells than its table is refused.
 */
export function fillMerges({ rows, merges }: Sheet): SheetRow[] {
  const filled = rows.map((row) => ({ ...row, cells: row.cells.slice(0, widest) }));
  const indexOf = new Map(filled.map((row, i) => [row.number, i]));
  let cells = filled.length * widest;
  for (const { top, left, bottom, right } of merges) {
    const first = indexOf.get(top);
    const value = first === undefined ? undefined : filled[first]!.cells[left];
    if (first === undefined || value === undefined) continue;
    for (let i = first; i < filled.length && filled[i]!.number <= bottom; i++)
      for (let column = left; column <= Math.min(right, widest - 1); column++) {
        if (cells-- === 0) throw new Refusal('damaged');
        filled[i]!.cells[column] = value;
      }
  }
  return filled;
}

/** Text without blanks and in half-width forms: what labels and names are compared by. */
export const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
