/** Makes paragraphs and rows of the positioned text of a PDF. */
import { lineBlocks, rowBlock } from './blocks.ts';
import { lines, oneLine } from './clean.ts';
import type { PdfAnswer, PdfPage, Run } from './pdf-messages.ts';
import { Refusal } from './refusal.ts';
import type { Block, Content } from './types.ts';
import { looksLikeText } from './usable-text.ts';

type Good = Extract<PdfAnswer, { ok: true }>;

/** A line of the page: its runs from left to right. */
type PageLine = Run[];

const pageNumber = /^[—–\-\s]*\d{1,4}[—–\-\s]*$/;

/** Throws {@link Refusal} (`no-text`) when what is there is a picture or makes no sense. */
export function pdfContent({ pages, characters, unmapped, annotations, attachments }: Good): Content {
  const all = pages.map(linesOf);
  const blocks = paragraphs(all);
  if (characters === 0 || !looksLikeText(blocks, unmapped / characters)) throw new Refusal('no-text');
  const empty = all.flatMap((page, i) => (page.length === 0 ? [i + 1] : []));
  const images = pages.reduce((sum, p) => sum + p.images, 0);
  return {
    blocks,
    hidden: annotations
      .flatMap(lines)
      .map((text) => ({ kind: 'annotation', text: oneLine(text), place: '注释或表单' }) as const),
    problems: [
      ...(empty.length > 0
        ? [`第 ${empty.slice(0, 10).join('、')} 页没有文字，可能是图片，请人工查看。`]
        : []),
      ...(images > 0 ? [`文件中有 ${images} 张图片，图片中的文字没有检查，请人工查看。`] : []),
      ...(attachments > 0 ? [`PDF 中夹带了 ${attachments} 个附件，没有检查，请删除后重新上传。`] : []),
    ],
  };
}

/** Runs on the same baseline, next to each other in the file's order, are cells of one line. */
function linesOf({ runs }: PdfPage): PageLine[] {
  const found: PageLine[] = [];
  for (const run of runs) {
    const line = found.at(-1);
    const last = line?.at(-1);
    const follows =
      last && Math.abs(last.y - run.y) < Math.min(last.size, run.size) * 0.5 && run.left > last.left;
    if (line && follows) line.push(run);
    else found.push([run]);
  }
  const filled = found.filter((line) => textOfLine(line).trim() !== '');
  return filled.filter((line, i) => !(i === filled.length - 1 && pageNumber.test(textOfLine(line))));
}

const textOfLine = (line: PageLine): string => line.map((r) => r.text).join(' ');

/** Joins the lines of a paragraph: the one before reaches the right margin, the next begins at the left one. */
function paragraphs(pages: readonly PageLine[][]): Block[] {
  const blocks: Block[] = [];
  const all = pages.flat();
  const margins = marginsOf(all);
  let open: { text: string; last: Run } | undefined;
  const close = (): void => {
    if (open) blocks.push(...lineBlocks(open.text.replaceAll('\t', ' ')));
    open = undefined;
  };
  for (const line of all) {
    const [run] = line;
    if (line.length > 1 || !run) {
      close();
      blocks.push(...rowOf(line));
      continue;
    }
    if (open && continues(open.last, run, margins)) {
      open = { text: joined(open.text, run.text), last: run };
      continue;
    }
    close();
    open = { text: run.text, last: run };
  }
  close();
  return blocks;
}

function rowOf(line: PageLine): Block[] {
  const cells = line.map((r) => oneLine(r.text)).filter((c) => c !== '');
  if (cells.length > 1) return [rowBlock(cells)];
  return lineBlocks(cells.join(''));
}

interface Margins {
  left: number;
  right: number;
}

/** Of the text area: the places where most lines begin and where the longest end. */
function marginsOf(all: readonly PageLine[]): Margins {
  const lefts = new Map<number, number>();
  let right = 0;
  for (const [run] of all.filter((l) => l.length === 1)) {
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
    Math.abs(before.size - next.size) < 1 &&
    short < allowed &&
    Math.abs(next.left - left) < next.size * 0.6
  );
}

const joined = (before: string, next: string): string =>
  /[A-Za-z0-9,.;]$/.test(before) && /^[A-Za-z]/.test(next) ? `${before} ${next}` : before + next;
