/** Tables without rulings: consecutive lines whose cells stand in the same columns. */
import { oneLine } from './clean.ts';
import type { Line } from './page-lines.ts';

/** Lines of two cells or more. Undefined when their cells do not line up. */
export function alignedRows(lines: readonly Line[]): string[][] | undefined {
  const columns = columnsOf(lines);
  if (columns.length < 2) return undefined;
  return lines.map((line) => {
    const cells = columns.map(() => [] as string[]);
    for (const run of line) {
      const middle = (run.left + run.right) / 2;
      const column = columns.findLastIndex((from) => from <= middle);
      cells[Math.max(0, column)]!.push(run.text);
    }
    return cells.map((texts) => oneLine(texts.join(' ')));
  });
}

/** Where each column begins: strips that (almost) no line has text in part them. */
function columnsOf(lines: readonly Line[]): number[] {
  const events = lines
    .flat()
    .flatMap(({ left, right }) => [
      { at: left, change: 1 },
      { at: right, change: -1 },
    ])
    .toSorted((a, b) => a.at - b.at || a.change - b.change);
  const few = Math.floor(lines.length * 0.05);
  const columns: number[] = [];
  let covered = 0;
  for (const { at, change } of events) {
    const before = covered;
    covered += change;
    if (before <= few && covered > few) columns.push(at);
  }
  return columns;
}
