/** What each paragraph of a document is, as far as GB/T 9704 layout tells: only looks change, never a character. */

export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'number' | 'title' | 'addressee' | 'closing' | 'mark' | 'paragraph'; text: string }
  | { kind: 'table'; rows: readonly (readonly string[])[] };

/** Longer ones are run-in headings: the sentence goes on in the same paragraph. */
const longestHeading = 40;

const numeral = '[一二三四五六七八九十百零〇]+';
const firstLevel = new RegExp(`^(${numeral}、|第${numeral}[章编]|附件\\s*\\d{0,2}\\s*$)`);
const secondLevel = new RegExp(`^([（(]${numeral}[）)]|第${numeral}节)`);
const date = /^([12]\d{3}年\d{1,2}月\d{1,2}日|[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]+月[一二三四五六七八九十]+日)$/;
const mark = /^[（(]此(文)?件.{2,8}[）)]$/;

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');
const length = (text: string): number => [...text].length;

function headingLevel(text: string): 2 | 3 | undefined {
  if (length(text) > longestHeading || /[。；;：:！!？?]/.test(text)) return undefined;
  if (firstLevel.test(text)) return 2;
  return secondLevel.test(text) ? 3 : undefined;
}

/** Lines above the addressee: the number, and the title set over one or more lines. */
function frontKind(text: string, title: string, documentNumber: string | null): 'number' | 'title' | undefined {
  const bare = withoutSpace(text);
  if (documentNumber !== null && bare === withoutSpace(documentNumber)) return 'number';
  return length(bare) >= 3 && withoutSpace(title).includes(bare) ? 'title' : undefined;
}

const isAddressee = (text: string): boolean => /[：:]$/.test(text) && length(text) <= 120 && !/[。；]/.test(text);

/** Groups of paragraphs with tabs are the rows of a table. */
function tableAt(paragraphs: readonly string[], start: number): string[][] {
  const rows: string[][] = [];
  for (let i = start; paragraphs[i]?.includes('\t'); i++)
    rows.push(paragraphs[i]!.split('\t').map((cell) => cell.trim()));
  return rows;
}

export function blocksOf(
  text: readonly string[],
  facts: { title: string; documentNumber: string | null },
): Block[] {
  const paragraphs = text.flatMap((p) => p.split('\n')).filter((p) => p.trim() !== '');
  const trimmed = paragraphs.map((p) => p.trim());
  const blocks: Block[] = [];
  let inFront = true;
  let hasSecondLevel = false;
  for (let i = 0; i < paragraphs.length; i++) {
    const line = trimmed[i]!;
    if (paragraphs[i]!.includes('\t')) {
      const rows = tableAt(paragraphs, i);
      blocks.push({ kind: 'table', rows });
      i += rows.length - 1;
      continue;
    }
    const front = inFront ? frontKind(line, facts.title, facts.documentNumber) : undefined;
    const level = headingLevel(line);
    if (front) blocks.push({ kind: front, text: line });
    else if (mark.test(line)) blocks.push({ kind: 'mark', text: line });
    else if (level) {
      // A third-level heading with no second level above it would skip a level.
      hasSecondLevel ||= level === 2;
      blocks.push({ kind: 'heading', level: hasSecondLevel ? level : 2, text: line });
    } else if (inFront && isAddressee(line)) blocks.push({ kind: 'addressee', text: line });
    else if (date.test(withoutSpace(line)) || (date.test(withoutSpace(trimmed[i + 1] ?? '')) && length(line) <= 30))
      blocks.push({ kind: 'closing', text: line });
    else blocks.push({ kind: 'paragraph', text: line });
    inFront &&= front !== undefined;
  }
  return blocks;
}
