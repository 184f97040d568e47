/** What each block of a document is, as far as GB/T 9704 layout tells: only looks change, never a character. */
import { type Table, tableOf } from './text-tables.ts';
import type { TextBlock } from './views.ts';

export interface Line {
  kind:
    | 'heading-2'
    | 'heading-3'
    | 'head'
    | 'number'
    | 'title'
    | 'addressee'
    | 'annex'
    | 'annex-title'
    | 'closing'
    | 'mark'
    | 'imprint'
    | 'note'
    | 'paragraph';
  text: string;
}
export type Block = Line | Table;

export interface TextFacts {
  title: string;
  documentNumber: string | null;
}

/** Longer ones are run-in headings: the sentence goes on in the same paragraph. */
const longestHeading = 40;

const numeral = '[一二三四五六七八九十百零〇]+';
const annex = /^附件\s*\d{0,2}$/;
const firstLevel = new RegExp(`^(${numeral}、|第${numeral}[章编])`);
const secondLevel = new RegExp(`^([（(]${numeral}[）)]|第${numeral}节)`);
const date =
  /^([12]\d{3}年\d{1,2}月\d{1,2}日|[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]+月[一二三四五六七八九十]+日)$/;
const mark = /^[（(]此(文)?件.{2,8}[）)]$/;
const imprint = /^(抄送|分送|抄报|主题词)\s*[:：]|日印发$/;
/** 发文机关标志: the name of the organ with 文件 behind it, in red on paper. */
const redHead = /^.{4,40}文件$/;
const sentence = /[。；;：:！!？?]/;

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

/** Lines of plain text as blocks; a tab parts the cells of a row. */
export const blocksOfLines = (lines: readonly string[]): TextBlock[] =>
  lines
    .flatMap((line) => line.split('\n'))
    .map((text) => (text.includes('\t') ? { text, cells: text.split('\t') } : { text }));

function headingLevel(block: TextBlock, text: string): 2 | 3 | undefined {
  if (text.length > longestHeading || sentence.test(text)) return undefined;
  if (firstLevel.test(text)) return 2;
  if (secondLevel.test(text)) return 3;
  return block.kind === 'heading' ? 2 : undefined;
}

/** Lines above the addressee: the red head, the number, and the title set over one or more lines. */
function frontKind(text: string, { title, documentNumber }: TextFacts): Line['kind'] | undefined {
  const bare = withoutSpace(text);
  if (documentNumber !== null && bare === withoutSpace(documentNumber)) return 'number';
  if (bare.length >= 3 && withoutSpace(title).includes(bare)) return 'title';
  return redHead.test(bare) ? 'head' : undefined;
}

const isAddressee = (text: string): boolean =>
  /[：:]$/.test(text) && text.length <= 120 && !/[。；]/.test(text);

const isClosing = (line: string, next: string): boolean =>
  date.test(withoutSpace(line)) || (date.test(withoutSpace(next)) && line.length <= 30);

/** Below the front: headings, the closing lines, the mark and the imprint, or plain text. */
function bodyKind(block: TextBlock, previous: string, next: string): Line['kind'] {
  const text = block.text.trim();
  if (block.part === 'note') return 'note';
  if (mark.test(text)) return 'mark';
  if (annex.test(text)) return 'annex';
  if (imprint.test(withoutSpace(text))) return 'imprint';
  if (annex.test(previous) && text.length <= longestHeading && !sentence.test(text)) return 'annex-title';
  const level = headingLevel(block, text);
  if (level) return `heading-${level}`;
  return isClosing(text, next) ? 'closing' : 'paragraph';
}

/** Page headers and page footers repeat on paper; a web page has its own. */
const belongsToText = ({ text, part }: TextBlock): boolean =>
  text.trim() !== '' && part !== 'header' && part !== 'footer';

export function blocksOf(given: readonly TextBlock[], facts: TextFacts): Block[] {
  const text = given.filter(belongsToText);
  const blocks: Block[] = [];
  let inFront = true;
  for (let i = 0; i < text.length; i++) {
    const rows = rowsFrom(text, i);
    const line = text[i]!.text.trim();
    const front: Line['kind'] | undefined = inFront ? frontKind(line, facts) : undefined;
    if (rows.length > 0) {
      blocks.push(tableOf(rows));
      i += rows.length - 1;
    } else if (front) blocks.push({ kind: front, text: line });
    else if (inFront && isAddressee(line)) blocks.push({ kind: 'addressee', text: line });
    else
      blocks.push({
        kind: bodyKind(text[i]!, text[i - 1]?.text.trim() ?? '', text[i + 1]?.text.trim() ?? ''),
        text: line,
      });
    inFront &&= front !== undefined;
  }
  return blocks;
}

/** The rows of one table that begin here; those of two tables that touch stay apart. */
function rowsFrom(text: readonly TextBlock[], start: number): string[][] {
  const rows: string[][] = [];
  for (let i = start; text[i]?.cells && text[i]!.table === text[start]!.table; i++)
    rows.push(text[i]!.cells!.map((cell) => cell.trim()));
  return rows;
}
