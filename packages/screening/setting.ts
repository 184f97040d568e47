/** What recognisers know about the line they read: the words around, the table it stands in, the day. */
import { type Label, labelBefore, labelsOfHeading, numberLabel, type NumberLabel } from './labels.ts';
import { cellText, type Column, type Row, type Span, type Table } from './tables.ts';

export interface Setting {
  /** Plain text; finds of recognisers that came before are blanked out. */
  text: string;
  row: Row;
  /** `YYYY-MM-DD`: nobody is born later. */
  today: string;
  /** This line and those around, the nearest first, for what a single line does not say. */
  around: () => string[];
}

/** Stands where a find was: no digit, no letter, no separator. */
export const blank = '\uE000';

export const cellAt = ({ row: { cells } }: Setting, at: number): number => {
  let [low, high] = [0, cells.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cells[middle]!.end < at) low = middle + 1;
    else high = middle;
  }
  return low < cells.length && cells[low]!.start <= at ? low : -1;
};

export const spanAt = (setting: Setting, at: number): Span =>
  setting.row.cells[cellAt(setting, at)] ?? { start: 0, end: setting.text.length };

export const columnAt = (setting: Setting, at: number): Column | undefined =>
  setting.row.table?.columns[cellAt(setting, at)];

/** The list of people in which the line stands. */
export const listOf = ({ row: { table } }: Setting): Table | undefined =>
  table?.persons ? table : undefined;

export interface Named {
  label: NumberLabel;
  /** The words that say so, for people. */
  word: string;
  by: 'text' | 'column' | 'neighbour';
}

/** What a number at `at` is called: by the words before it in its cell, its column, or the cell before. */
export function nameAt(setting: Setting, at: number): Named | undefined {
  const { start } = spanAt(setting, at);
  const said = labelBefore(setting.text, start, at);
  if (said) return { label: said.label as NumberLabel, word: said.word, by: 'text' };
  const column = columnAt(setting, at);
  const label = column && numberLabel(column.labels);
  if (label) return { label, word: column.heading, by: 'column' };
  if (column && column.heading !== '') return undefined;
  const neighbour = labelBeside(setting, at);
  const besideLabel = neighbour && numberLabel(neighbour.labels);
  return besideLabel ? { label: besideLabel, word: neighbour.word, by: 'neighbour' } : undefined;
}

/** In forms the name stands in the cell to the left, or a few empty or split ones before. */
const beside = 20;

export function labelBeside(setting: Setting, at: number): { labels: Label[]; word: string } | undefined {
  const own = cellAt(setting, at);
  for (let cell = own - 1; cell >= Math.max(0, own - beside); cell--) {
    const word = cellText(setting.row, cell).trim();
    if (word === '' || /^\d+$/.test(word)) continue;
    return { labels: labelsOfHeading(word), word };
  }
  return undefined;
}

/** Chinese: by which words a number was known. */
export const bySign = (name: Named): string =>
  name.by === 'column' ? `所在栏目为“${name.word}”` : `前面写着“${name.word}”`;
