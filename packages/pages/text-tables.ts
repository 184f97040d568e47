/** A table of a document: what stands over it, what heads its columns, and its rows. */

export interface Table {
  kind: 'table';
  /** A first row with one single text in it is the table's name. */
  caption: string | null;
  /** Empty where no row looks like one of headings. */
  headings: readonly string[];
  rows: readonly (readonly string[])[];
}

/** Rows that belong under the headings but say nothing of columns: a number, a date, an amount. */
const value = /^[-+]?[\d０-９.,，%％年月日/：: -]+$/;

const filledCells = (row: readonly string[]): string[] => row.filter((cell) => cell !== '');

/** Headings are words, differ from each other, and stand over at least two columns and one row. */
const looksLikeHeadings = (row: readonly string[]): boolean => {
  const cells = filledCells(row);
  return (
    cells.length >= 2 &&
    cells.length >= row.length - 1 &&
    new Set(cells).size === cells.length &&
    cells.every((cell) => cell.length <= 30 && !value.test(cell) && !/[。；]/.test(cell))
  );
};

export function tableOf(all: readonly (readonly string[])[]): Table {
  const width = Math.max(...all.map((row) => row.length));
  const named = all.length > 1 && width > 1 && filledCells(all[0]!).length === 1;
  const below = named ? all.slice(1) : all;
  const headed = below.length > 1 && looksLikeHeadings(below[0]!);
  return {
    kind: 'table',
    caption: named ? filledCells(all[0]!)[0]! : null,
    headings: headed ? below[0]! : [],
    rows: (headed ? below.slice(1) : below).map((row) =>
      row.concat(Array<string>(width - row.length).fill('')),
    ),
  };
}
