/** Finds the tables in the lines of a document: which rows name the columns, and what the columns hold. */
import { judgeIdentityNumber } from './identity-check.ts';
import { isHeadingCell, type Label, labelsOfHeading, saysNothing } from './labels.ts';
import { plain, type Plain } from './plain.ts';
import type { Line } from './types.ts';

export interface Span {
  start: number;
  end: number;
}

/** A line with its place in a table, if it stands in one. Offsets are those of the plain text. */
export interface Row {
  index: number;
  plain: Plain;
  /** One for each column; a line outside tables has none. */
  cells: readonly Span[];
  table: Table | undefined;
  /** Names the columns. */
  heads: boolean;
}

export interface Column {
  labels: readonly Label[];
  /** The words of the heading, for people. */
  heading: string;
  /** Where the last word of it stands. */
  place: { row: Row; cell: number } | undefined;
  /** Cells that say something. */
  values: number;
  /** What most of its 18-digit numbers are, when there are enough to tell. */
  shape?: 'identity' | 'serial' | undefined;
}

export interface Table {
  rows: Row[];
  columns: Column[];
  /** It lists people, and not offices or things. */
  persons: boolean;
  /** The people are listed for their office: whom the public may call. */
  officials: boolean;
}

export const cellText = ({ plain: { text }, cells }: Row, cell: number): string => {
  const span = cells[cell];
  return span ? text.slice(span.start, span.end) : '';
};

/** Characters; a longer line is no row of a table, and counting its cells would take its time. */
const longestRow = 20_000;

export function layOut(lines: readonly Line[], today: string): Row[] {
  const rows = lines.map((line, index) => rowOf(line, index));
  splitLooseTables(rows, lines);
  const tables = new Set<Table>();
  let last: Table | undefined;
  let gap = 0;
  for (const row of rows) {
    if (row.cells.length === 0) gap++;
    else {
      last = place(row, tableFor(row, lines, last, gap));
      tables.add(last);
      gap = 0;
    }
  }
  for (const table of tables) judge(table, today);
  return rows;
}

/** The table that a row goes on with, or one that it begins; `gap` counts the lines between. */
function tableFor(row: Row, lines: readonly Line[], last: Table | undefined, gap: number): Table {
  const { table, headings } = lines[row.index]!;
  if (headings) return headed(headings, last);
  const before = last && lines[last.rows.at(-1)!.index]!;
  if (last && !before?.headings && (table === undefined ? gap === 0 : table === before?.table)) return last;
  return { ...emptyTable(), columns: last && continues(row, last, gap) ? bare(last) : [] };
}

function rowOf(line: Line, index: number): Row {
  const text = plain(line.text);
  const isRow = (line.kind === 'row' || text.text.includes('\t')) && text.text.length <= longestRow;
  return { index, plain: text, cells: isRow ? spansOf(text.text, '\t') : [], table: undefined, heads: false };
}

function spansOf(text: string, separator: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const part of text.split(separator)) {
    spans.push({ start, end: start + part.length });
    start += part.length + separator.length;
  }
  return spans;
}

const emptyTable = (): Table => ({ rows: [], columns: [], persons: false, officials: false });

const columnOf = (heading: string, place: Column['place']): Column => ({
  labels: labelsOfHeading(heading),
  heading,
  place,
  values: 0,
});

/** Hidden rows bring their headings along; those that follow each other under the same ones are one table. */
function headed(headings: readonly string[], last: Table | undefined): Table {
  const columns = headings.map((heading) => columnOf(plain(heading).text, undefined));
  const same =
    last?.columns.length === columns.length &&
    last.columns.every((c, i) => c.heading === columns[i]!.heading);
  return same ? last : { ...emptyTable(), columns };
}

/** A table that goes on behind the foot of a page has its headings on the page before. */
const continues = (row: Row, last: Table, gap: number): boolean =>
  gap <= 3 && last.columns.length > 2 && last.columns.length === row.cells.length;
const bare = (table: Table): Column[] => table.columns.map((c) => ({ ...c, values: 0 }));

/** Puts a row into the table, or into a new one that it begins. */
function place(row: Row, table: Table): Table {
  row.heads = isHeading(row, table);
  // Headings of the table before are for rows without any.
  if (row.heads && table.rows.length === 0) table.columns = [];
  const again = row.heads && sameHeading(row, table);
  const last = table.rows.at(-1);
  // A heading that is no repetition, below data that had one already.
  const begins = row.heads && !again && last !== undefined && !last.heads && table.rows.some((r) => r.heads);
  const into = begins ? emptyTable() : table;
  row.table = into;
  into.rows.push(row);
  if (row.heads && !again) name(row, into);
  return into;
}

const sameHeading = (row: Row, { columns }: Table): boolean =>
  columns.length > 0 &&
  row.cells.every((_, c) => (columns[c]?.heading ?? '').endsWith(cellText(row, c).trim()));

function name(row: Row, table: Table): void {
  const known = table.columns;
  table.columns = row.cells.map((_, cell) => {
    const text = cellText(row, cell).trim();
    const above = known[cell];
    if (text === '') return above ?? columnOf('', undefined);
    return columnOf(`${above?.heading ?? ''}${text}`, { row, cell });
  });
}

function isHeading(row: Row, table: Table): boolean {
  const cells = row.cells.map((_, c) => cellText(row, c).trim()).filter((text) => text !== '');
  if (cells.length < 2 || /^\d/.test(cells[0]!)) return false;
  const known = cells.map(isHeadingCell);
  const count = known.filter(Boolean).length;
  if (count === 0 || cells.some((text) => /\d{5}/.test(text))) return false;
  // A second row of headings, below merged ones.
  if (table.rows.at(-1)?.heads) return count === cells.length;
  if (/^(?:序号|序|编号)$/.test(cells[0]!) && count >= 2) return true;
  // Label and value side by side, as in forms, is about one half.
  const sides = known.filter((is, i) => is && i + 1 < known.length && !known[i + 1]).length;
  return count / cells.length >= 0.6 && !(sides * 2 >= cells.length && cells.length > 2);
}

const personal: readonly Label[] = [
  'identity',
  'account',
  'address',
  'group',
  'birth',
  'health',
  'disability',
  'hardship',
];
const office =
  /职务|职位|岗位|值班|办公|网格|河长|林长|包保|驻村|成员单位|责任区|工作单位|科室|单位名称|学校名称|机构名称|企业名称|部门/;

function judge(table: Table, today: string): void {
  const { columns } = table;
  shapeColumns(table, today);
  const names = new Set<Row>();
  for (const row of table.rows) {
    if (row.heads) continue;
    for (const [c, column] of columns.entries()) {
      const value = cellText(row, c);
      if (column.labels.includes('name') && isPersonName(value)) names.add(row);
      if (!saysNothing(value)) column.values++;
    }
  }
  const has = (label: Label): boolean => columns.some((c) => c.labels.includes(label) && c.values > 0);
  table.persons =
    names.size > 0 ||
    has('identity') ||
    columns.some((c) => c.shape === 'identity') ||
    (has('named-role') && personal.slice(2).some(has));
  const forOffice = columns.some((c) => office.test(c.heading));
  table.officials = (forOffice || has('named-role')) && !personal.some(has);
}

/** From how many numbers on a column tells by itself what they are. */
const enough = 3;

function shapeColumns(table: Table, today: string): void {
  const width = table.rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  while (table.columns.length < width) table.columns.push(columnOf('', undefined));
  for (const [c, column] of table.columns.entries()) {
    let [valid, all] = [0, 0];
    for (const row of table.rows) {
      const span = row.cells[c];
      if (row.heads || !span || span.end - span.start < 18 || span.end - span.start > 30) continue;
      const number = cellText(row, c).replaceAll(/[\s-]/g, '').toUpperCase();
      if (!/^\d{17}[\dX]$/.test(number)) continue;
      all++;
      if (judgeIdentityNumber(number, today) === 'valid') valid++;
    }
    if (all >= enough)
      column.shape = valid / all >= 0.6 ? 'identity' : valid / all <= 0.34 ? 'serial' : undefined;
  }
}

/** As it stands in a column of names, masked or not; an enterprise is none. */
const isPersonName = (value: string): boolean =>
  /^(?=.*[\p{L}*])[\p{L}\d·.* ×○]{1,30}$/u.test(value.trim()) && !isOrganisation(value.trim());
const organisation =
  /(?:公司|企业|合作社|中心|局|学校|小学|中学|医院|委员会|政府|办公室|协会|商店|商行|超市|经营部|饭店|厂|店|站|所|院|村|社区|农场|集团|支队|大队|财政|专户|银行)$/;
export const isOrganisation = (value: string): boolean => value.length >= 3 && organisation.test(value);

/** Columns parted by spaces, bars or commas, as tables come out of plain text and of some Word files. */
function splitLooseTables(rows: Row[], lines: readonly Line[]): void {
  let columns = 0;
  for (const [i, row] of rows.entries()) {
    if (row.cells.length > 0 || lines[i]!.part !== undefined) {
      columns = 0;
      continue;
    }
    const { text } = row.plain;
    // A sentence is neither heading nor row.
    const spans = text.length > 1000 || /[。;]/.test(text) ? [] : piecesOf(text);
    if (spans.length >= 3 && areHeadings(spans.map(({ start, end }) => text.slice(start, end))))
      columns = spans.length;
    else if (spans.length < 2 || spans.length > columns + 2) columns = 0;
    if (columns > 0) row.cells = spans;
  }
}

const areHeadings = (words: readonly string[]): boolean =>
  words.filter(isHeadingCell).length / words.length >= 0.6 &&
  words.some((w) => labelsOfHeading(w).length > 0);

function piecesOf(text: string): Span[] {
  const separator = text.includes('|') ? /[|\s]+/g : text.includes(',') ? /,/g : /\s+/g;
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    if (match.index > start) spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}
