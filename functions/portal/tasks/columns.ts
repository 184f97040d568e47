/** The columns of a file's tables, for whole columns to be cut or masked at once. */
import type { Finding } from '../../shared/findings-file.ts';
import type { TextFile } from '../../shared/text-file.ts';

export interface TableColumn {
  /** Field name of its choice: `column-0.12.3`. */
  field: string;
  /** As cuts name it: `0.12.3`. */
  place: string;
  heading: string;
  /** Rows below the heading. */
  rows: number;
  /** Findings in its cells. */
  findings: number;
}

export interface FileTable {
  slot: number;
  /** Number of the heading row among the file's blocks. */
  line: number;
  columns: TableColumn[];
}

/** A table of one row has nothing below its heading; more tables than this nobody goes through. */
const maxTables = 30;
const maxColumns = 60;

export function tablesOf(file: TextFile, findings: readonly Finding[]): FileTable[] {
  const visible = findings.filter((f) => f.slot === file.slot && f.hidden === undefined);
  const headings = new Set(visible.filter((f) => f.scope === 'column').map((f) => f.line));
  const byLine = Map.groupBy(visible, (f) => f.line);
  const tables: FileTable[] = [];
  for (let i = 0; i < file.blocks.length && tables.length < maxTables;) {
    const end = endOfTable(file.blocks, i);
    if (end - i > 1) {
      // The heading is where the screening saw one; the first row otherwise.
      const line = rangeFind(i, end - 1, (row) => headings.has(row)) ?? i;
      tables.push(tableAt(file, line, end, byLine));
    }
    i = Math.max(end, i + 1);
  }
  return tables;
}

function endOfTable(blocks: TextFile['blocks'], first: number): number {
  let end = first;
  while (blocks[end]?.kind === 'row' && blocks[end]!.table === blocks[first]!.table) end++;
  return end;
}

function rangeFind(from: number, to: number, holds: (i: number) => boolean): number | undefined {
  for (let i = from; i < to; i++) if (holds(i)) return i;
  return undefined;
}

function tableAt(
  { slot, blocks }: TextFile,
  line: number,
  end: number,
  byLine: ReadonlyMap<number, readonly Finding[]>,
): FileTable {
  const cells = blocks[line]!.cells ?? [];
  const counts = cells.map(() => 0);
  for (let row = line + 1; row < end; row++)
    for (const { start } of byLine.get(row) ?? []) {
      const column = blocks[row]!.text.slice(0, start).split('\t').length - 1;
      if (column < counts.length) counts[column]!++;
    }
  const columns = cells.slice(0, maxColumns).map((heading, column) => {
    const place = `${slot}.${line}.${column}`;
    const findings = counts[column]!;
    return { field: columnField(place), place, heading, rows: end - line - 1, findings };
  });
  return { slot, line, columns };
}

export const columnField = (place: string): string => `column-${place}`;
