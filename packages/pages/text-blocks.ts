/** What each paragraph of a document is, as far as GB/T 9704 layout tells: only looks change, never a character. */

export interface Line {
  kind: 'heading-2' | 'heading-3' | 'number' | 'title' | 'addressee' | 'closing' | 'mark' | 'paragraph';
  text: string;
}
export type Block = Line | { kind: 'table'; rows: readonly (readonly string[])[] };

/** Longer ones are run-in headings: the sentence goes on in the same paragraph. */
const longestHeading = 40;

const numeral = '[一二三四五六七八九十百零〇]+';
const firstLevel = new RegExp(`^(${numeral}、|第${numeral}[章编]|附件\\s*\\d{0,2}\\s*$)`);
const secondLevel = new RegExp(`^([（(]${numeral}[）)]|第${numeral}节)`);
const date =
  /^([12]\d{3}年\d{1,2}月\d{1,2}日|[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]+月[一二三四五六七八九十]+日)$/;
const mark = /^[（(]此(文)?件.{2,8}[）)]$/;

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

function headingLevel(text: string): 2 | 3 | undefined {
  if (text.length > longestHeading || /[。；;：:！!？?]/.test(text)) return undefined;
  if (firstLevel.test(text)) return 2;
  return secondLevel.test(text) ? 3 : undefined;
}

/** Lines above the addressee: the number, and the title set over one or more lines. */
function frontKind(
  text: string,
  title: string,
  documentNumber: string | null,
): 'number' | 'title' | undefined {
  const bare = withoutSpace(text);
  if (documentNumber !== null && bare === withoutSpace(documentNumber)) return 'number';
  return bare.length >= 3 && withoutSpace(title).includes(bare) ? 'title' : undefined;
}

const isAddressee = (text: string): boolean =>
  /[：:]$/.test(text) && text.length <= 120 && !/[。；]/.test(text);

/** Groups of paragraphs with tabs are the rows of a table. */
function tableAt(paragraphs: readonly string[], start: number): string[][] {
  const rows: string[][] = [];
  for (let i = start; paragraphs[i]?.includes('\t'); i++)
    rows.push(paragraphs[i]!.split('\t').map((cell) => cell.trim()));
  return rows;
}

const isClosing = (line: string, next: string): boolean =>
  date.test(withoutSpace(line)) || (date.test(withoutSpace(next)) && line.length <= 30);

/** Below the front: headings, the closing lines and the mark, or plain text. */
function bodyKind(line: string, next: string): Line['kind'] {
  if (mark.test(line)) return 'mark';
  const level = headingLevel(line);
  if (level) return `heading-${level}`;
  return isClosing(line, next) ? 'closing' : 'paragraph';
}

export function blocksOf(
  text: readonly string[],
  facts: { title: string; documentNumber: string | null },
): Block[] {
  const paragraphs = text.flatMap((p) => p.split('\n')).filter((p) => p.trim() !== '');
  const blocks: Block[] = [];
  let inFront = true;
  for (let i = 0; i < paragraphs.length; i++) {
    const rows = tableAt(paragraphs, i);
    const line = paragraphs[i]!.trim();
    const front: Line['kind'] | undefined = inFront
      ? frontKind(line, facts.title, facts.documentNumber)
      : undefined;
    if (rows.length > 0) {
      blocks.push({ kind: 'table', rows });
      i += rows.length - 1;
    } else if (front) blocks.push({ kind: front, text: line });
    else if (inFront && isAddressee(line)) blocks.push({ kind: 'addressee', text: line });
    else blocks.push({ kind: bodyKind(line, paragraphs[i + 1]?.trim() ?? ''), text: line });
    inFront &&= front !== undefined;
  }
  return blocks;
}
