/** Cutting whole columns: what stands below a heading like 家庭住址 is personal whatever it says. */
import { cutBlock } from '@gongkai/screening/redact.ts';
import type { Finding, TextFile } from '../shared/findings-file.ts';

/** Findings that sit on the heading of a column and speak of the cells below it; earlier ones do not say so. */
const columnKinds = new Set(['sensitive-column', 'person-list']);
export const isColumn = (finding: Pick<Finding, 'kind' | 'scope'>): boolean =>
  finding.scope === 'column' || columnKinds.has(finding.kind);

/** The file's lines with the columns below the given headings emptied; the headings tell what is missing. */
export function cutColumns(
  blocks: TextFile['blocks'],
  headings: readonly Pick<Finding, 'line' | 'start'>[],
): { lines: string[]; removed: number } {
  const cut = new Map<number, Set<number>>();
  for (const { line, start } of headings) {
    const column = blocks[line]!.text.slice(0, start).split('\t').length - 1;
    for (let row = line + 1; blocks[row]?.kind === 'row'; row++)
      cut.set(row, (cut.get(row) ?? new Set()).add(column));
  }
  let removed = 0;
  const emptied = (cell: string, column: number, columns: ReadonlySet<number>): string => {
    if (!columns.has(column) || cell.trim() === '') return cell;
    removed++;
    return cutBlock;
  };
  const lines = blocks.map((block, i) => {
    const columns = cut.get(i);
    return columns
      ? block.text
          .split('\t')
          .map((cell, column) => emptied(cell, column, columns))
          .join('\t')
      : block.text;
  });
  return { lines, removed };
}
