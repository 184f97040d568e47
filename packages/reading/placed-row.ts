/** A row of a table with the columns in which its cells begin. */
export interface PlacedRow {
  /** One for each column; covered places are empty. */
  cells: string[];
  /** Columns in which a cell begins, be it empty. */
  starts: number[];
}

/**
 * Programs draw the rows of one table with edges that differ a little, and merged cells leave seams: neighbouring
 * columns in which no row begins a cell twice are one.
 */
export function withoutSeams(rows: readonly PlacedRow[]): string[][] {
  const columnOf = realColumns(rows);
  const count = Math.max(0, ...columnOf) + 1;
  return rows.map(({ cells, starts }) => {
    const made = Array<string>(count).fill('');
    for (const start of starts) made[columnOf[start]!] = cells[start]!;
    return made;
  });
}

/** For each column the number of the real one. */
function realColumns(rows: readonly PlacedRow[]): number[] {
  const beginning: Set<number>[] = [];
  for (const [row, { starts }] of rows.entries())
    for (const column of starts) (beginning[column] ??= new Set()).add(row);
  let real = 0;
  const taken = new Set<number>();
  return Array.from(beginning, (begins) => {
    const rowsHere = [...(begins ?? [])];
    if (rowsHere.some((row) => taken.has(row))) {
      real++;
      taken.clear();
    }
    for (const row of rowsHere) taken.add(row);
    return real;
  });
}
