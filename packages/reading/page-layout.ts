/** Makes paragraphs and rows of the positioned text of pages. */
import { lineBlocks, rowBlock } from './blocks.ts';
import { oneLine } from './clean.ts';
import { alignedRows } from './page-columns.ts';
import { boxOfGrid, cellsOf, centreOf, type Grid, gridsOf } from './page-grid.ts';
import { type Line, linesOf, type Piece, type Run, textOfLine } from './page-lines.ts';
import type { Rulings } from './page-rulings.ts';
import { type Edges, isPageNumber, runningLines } from './page-running.ts';
import type { Block } from './types.ts';

export interface LayoutPage {
  /** From 1. */
  number: number;
  /** In the order of the file. */
  pieces: readonly Piece[];
  rulings: Rulings;
  edges: Edges;
}

/** What stands on a page, from top to bottom. */
type Item = { page: number; y: number } & ({ line: Line } | { grid: Grid; rows: string[][] });

/** Headers first, footers last, each once; page numbers not at all. */
export function layoutBlocks(pages: readonly LayoutPage[]): Block[] {
  const parted = pages.map(partPage);
  const { header, footer } = runningLines(parted);
  const items: Item[] = [];
  for (const { number, lines, tables, edges } of parted) {
    for (const line of lines)
      if (!header.has(line) && !footer.has(line) && !isFolio(line, edges))
        items.push({ page: number, y: line[0]!.y, line });
    for (const { grid, rows } of tables) items.push({ page: number, y: grid.rows[0]!, grid, rows });
  }
  return [
    ...runningBlocks(header, 'header'),
    ...bodyBlocks(inOrder(items)),
    ...runningBlocks(footer, 'footer'),
  ];
}

const inOrder = (items: readonly Item[]): Item[] => items.toSorted((a, b) => a.page - b.page || b.y - a.y);

function partPage({ number, pieces, rulings, edges }: LayoutPage) {
  const grids = gridsOf(rulings).map((grid) => ({ grid, box: boxOfGrid(grid), inside: [] as Piece[] }));
  const free: Piece[] = [];
  for (const piece of pieces) {
    const [x, y] = centreOf(piece);
    const home = grids.findLast(({ box }) => x > box.left && x < box.right && y > box.bottom && y < box.top);
    (home?.inside ?? free).push(piece);
  }
  const tables = grids.map(({ grid, inside }) => ({ grid, rows: cellsOf(grid, inside) }));
  return { number, edges, lines: linesOf(free), tables: tables.filter(({ rows }) => rows.length > 0) };
}

/** The number of the page, at its edge. */
function isFolio(line: Line, { top, bottom }: Edges): boolean {
  const height = (line[0]!.y - bottom) / (top - bottom);
  return (height < 0.12 || height > 0.9) && isPageNumber(line);
}

function runningBlocks(found: ReadonlySet<Line>, part: 'header' | 'footer'): Block[] {
  const texts = new Set([...found].filter((line) => !isPageNumber(line)).map(textOfLine));
  return [...texts].flatMap((text) => textBlocks(text, { part }));
}

function bodyBlocks(items: readonly Item[]): Block[] {
  const margins = marginsOf(items);
  const writer = blockWriter();
  for (const item of items)
    if ('grid' in item) writer.grid(item.page, item.grid, item.rows);
    else if (item.line.length > 1) writer.cells(item.page, item.line);
    else writer.text(item.page, item.line[0]!, margins);
  return writer.finish();
}

interface OpenText {
  page: number;
  text: string;
  last: Run;
}

/** Joins what belongs together: lines of a paragraph, rows of a table, a table that goes on on the next page. */
function blockWriter() {
  const blocks: Block[] = [];
  let tables = 0;
  let open: OpenText | undefined;
  let rows: { page: number; line: Line }[] = [];
  let columns: readonly number[] | undefined;

  const close = (): void => {
    if (open) blocks.push(...textBlocks(open.text, { page: open.page }));
    const cells = rows.length > 1 ? alignedRows(rows.map((r) => r.line)) : undefined;
    if (cells) tables++;
    for (const [i, { page, line }] of rows.entries())
      blocks.push(...(cells ? [{ ...rowBlock(cells[i]!), table: tables, page }] : rowOf(line, page)));
    [open, rows] = [undefined, []];
  };
  return {
    grid(page: number, grid: Grid, cells: string[][]): void {
      close();
      if (!columns || !areSame(columns, grid.columns)) tables++;
      columns = grid.columns;
      blocks.push(...cells.map((row) => ({ ...rowBlock(row), table: tables, page })));
    },
    cells(page: number, line: Line): void {
      if (open) close();
      columns = undefined;
      rows.push({ page, line });
    },
    text(page: number, run: Run, margins: Margins): void {
      columns = undefined;
      if (open && continues(open.last, run, margins)) {
        open = { page: open.page, text: joined(open.text, run.text), last: run };
        return;
      }
      close();
      open = { page, text: run.text, last: run };
    },
    finish(): Block[] {
      close();
      return blocks;
    },
  };
}

const areSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((at, i) => Math.abs(at - b[i]!) < 4);

/** What was parted by a wide gap only is no table of one row. */
function rowOf(line: Line, page: number): Block[] {
  const cells = line.map((r) => oneLine(r.text)).filter((c) => c !== '');
  return cells.length > 1 ? [{ ...rowBlock(cells), page }] : textBlocks(cells.join(''), { page });
}

function textBlocks(text: string, place: Pick<Block, 'part' | 'page'>): Block[] {
  return lineBlocks(text.replaceAll('\t', ' ')).map((block) => Object.assign(block, place));
}

interface Margins {
  left: number;
  right: number;
}

/** Of the text area: the places where most lines begin and where the longest end. */
function marginsOf(items: readonly Item[]): Margins {
  const lefts = new Map<number, number>();
  let right = 0;
  for (const item of items) {
    const run = 'line' in item && item.line.length === 1 ? item.line[0]! : undefined;
    if (!run || run.text.length < 15) continue;
    lefts.set(Math.round(run.left), (lefts.get(Math.round(run.left)) ?? 0) + 1);
    right = Math.max(right, run.right);
  }
  const left = [...lefts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  return { left, right };
}

/** Lines that begin something new wherever the one before ended. */
const startsAnew =
  /^(附件|抄送|（此件|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])|(人民政府|办事处|部门|单位|委员会|局|办公室|公司)：$/;

/** A full line; or, where no sentence ends, one that a long word or a bracket left short. */
function continues(before: Run, next: Run, { left, right }: Margins): boolean {
  const short = right - before.right;
  const allowed = /[。：；！？:;!?]$/.test(before.text) ? before.size * 1.6 : (right - left) * 0.25;
  return (
    !startsAnew.test(next.text) &&
    // A paragraph is indented by two characters; what begins farther right is a signature or a title.
    before.left - left < before.size * 4 &&
    Math.abs(before.size - next.size) < 1 &&
    short < allowed &&
    Math.abs(next.left - left) < next.size * 0.6
  );
}

const joined = (before: string, next: string): string =>
  /[A-Za-z0-9,.;]$/.test(before) && /^[A-Za-z]/.test(next) ? `${before} ${next}` : before + next;
