/** A sheet with a filled template → its items, every problem at its cell. */
import type { ItemContent } from '@gongkai/domain/catalogue-item.ts';
import { columnName } from '@gongkai/reading/sheet.ts';
import { fillMerges, type Problem, type Sheet, type SheetRow, squeezed } from './grid.ts';
import { findHeading, type Heading, missingHeadings } from './heading.ts';
import { type Group, type Leaf, leafColumns, leafHeading } from './leaf-columns.ts';
import type { ReadPublishers } from './publisher-text.ts';
import { readRow, type RowTexts } from './read-row.ts';

export interface ReadItem {
  sheet: string;
  row: number;
  content: ItemContent;
}
export interface SheetItems {
  sheet: string;
  /** Texts above the heading: they name the field. */
  titles: string[];
  items: ReadItem[];
  problems: Problem[];
}

const same = /^(?:同上|同前|上同|〃|″|"|＂|同上栏|同上行)[。]?$/;
const belowTable = /^(?:备?注|说明|填[报表]|联系人|联系电话|审核|制表|单位负责人|本表)/;
/** Elements of a row; a title within the table has fewer. */
const leastFilled = 3;

/** Undefined: there is no template on the sheet. */
export function readSheet(
  sheet: Sheet,
  publishersOf: (text: string) => ReadPublishers,
): SheetItems | undefined {
  const rows = fillMerges(sheet);
  const heading = findHeading(rows);
  if (!heading) return undefined;
  const problems: Problem[] = [];
  const tell = (severity: Problem['severity'], message: string, row?: number, column?: number): void =>
    void problems.push({
      severity,
      sheet: sheet.name,
      message,
      ...(row === undefined ? {} : { row }),
      ...(column === undefined ? {} : { column: columnName(column) }),
    });
  const missing = missingHeadings(heading);
  for (const name of missing) tell('error', `缺少“${name}”列：请使用统一的模板，不要删除列。`);
  for (const { column, text } of heading.strange)
    tell('note', `“${text.slice(0, 30)}”列不在模板中，没有导入。`, undefined, column);

  const items: ReadItem[] = [];
  const above: RowTexts = {};
  // Without a column every row would only repeat what is said above.
  for (const row of missing.length > 0 ? [] : rows.slice(heading.end)) {
    const kind = kindOf(row, heading);
    if (kind === 'hidden')
      tell('note', '这一行是隐藏的，没有导入；需要的话请取消隐藏后重新上传。', row.number);
    if (kind !== 'item') continue;
    const { texts, broken } = textsOf(row, heading, above);
    for (const { at, message } of broken) tell('error', message, row.number, columnOf(heading, at));
    const read = readRow(texts, publishersOf);
    for (const { severity, at, message } of read.problems)
      if (!broken.some((b) => b.at === at)) tell(severity, message, row.number, columnOf(heading, at));
    if (read.content && broken.length === 0)
      items.push({ sheet: sheet.name, row: row.number, content: read.content });
  }
  return { sheet: sheet.name, titles: titlesOf(rows, heading), items, problems };
}

function kindOf(row: SheetRow, heading: Heading): 'item' | 'hidden' | 'other' {
  const cells = [...heading.leaves, ...heading.groups].flatMap(([leaf, column]) => {
    const text = squeezed(row.cells[column]?.text ?? '');
    return text === '' || leaf === 'number' ? [] : [{ text, cell: row.cells[column] }];
  });
  // A text merged over many columns is one text.
  const texts = [...new Map(cells.map(({ cell, text }) => [cell, text])).values()];
  if (texts.length === 0) return 'other';
  const opening = squeezed(row.cells.find((cell) => squeezed(cell?.text ?? '') !== '')?.text ?? '');
  if (texts.length < leastFilled && belowTable.test(opening)) return 'other';
  if (new Set(cells.map(({ cell }) => cell)).size === 1 && cells.length > leastFilled) return 'other';
  if (texts.length > leastFilled && texts.every((text) => /^\d{1,2}$/.test(text))) return 'other';
  return row.hidden ? 'hidden' : 'item';
}

interface Broken {
  at: Leaf | Group;
  message: string;
}

/** The row's texts; 同上 and an empty first level say what stands above. `above` is brought up to date. */
function textsOf(row: SheetRow, heading: Heading, above: RowTexts): { texts: RowTexts; broken: Broken[] } {
  const texts: RowTexts = {};
  const broken: Broken[] = [];
  for (const [at, column] of [...heading.leaves, ...heading.groups]) {
    const cell = row.cells[column];
    const own = cell?.text ?? '';
    const repeats = same.test(squeezed(own)) || (at === 'first' && squeezed(own) === '');
    if (repeats && squeezed(own) !== '' && above[at] === undefined)
      broken.push({ at, message: '写的是“同上”，但上面没有内容，请直接写明。' });
    if (cell?.formula && at !== 'number')
      broken.push({ at, message: '这一格是公式：请改为文字（复制后“选择性粘贴—数值”）再上传。' });
    texts[at] = repeats ? (above[at] ?? '') : own;
  }
  Object.assign(above, texts);
  return { texts, broken };
}

const columnOf = ({ leaves, groups }: Heading, at: Leaf | Group): number | undefined =>
  leaves.get(at as Leaf) ?? groups.get(at as Group);

/** Texts above the heading, each once. */
function titlesOf(rows: readonly SheetRow[], { end }: Heading): string[] {
  const headings = new Set(leafColumns.map(({ heading }) => squeezed(heading)));
  const texts = rows.slice(0, end).flatMap(({ cells }) => cells.map((cell) => squeezed(cell?.text ?? '')));
  return [...new Set(texts)].filter(
    (text) => text !== '' && !headings.has(text) && text !== leafHeading('number'),
  );
}
