/** Cuts a block's text at the borders of its findings, so that each piece knows what lies on it. Pure. */
import type { Finding } from '../../shared/findings-file.ts';
import type { TextFile } from '../../shared/text-file.ts';

type Block = TextFile['blocks'][number];
type Span = Pick<Finding, 'id' | 'severity' | 'start' | 'end'>;

export interface Piece {
  text: string;
  /** The worst severity on it; absent for plain text. */
  severity?: Finding['severity'] | undefined;
  /** Findings that begin here. */
  begins: string[];
}

const weight = { block: 2, review: 1, note: 0 };

/** Pieces of `text.slice(from, to)`; joined they are that text again. Offsets outside are ignored. */
export function piecesOf(text: string, findings: readonly Span[], from = 0, to = text.length): Piece[] {
  const here = findings.filter((f) => f.start < to && f.end > from && f.start < f.end);
  const inside = (at: number): boolean => at > from && at < to;
  const borders = [...new Set([from, to, ...here.flatMap((f) => [f.start, f.end]).filter(inside)])].toSorted(
    (a, b) => a - b,
  );
  return borders.slice(0, -1).map((start, i) => {
    const on = here.filter((f) => f.start <= start && f.end > start);
    const worst = on.toSorted((a, b) => weight[b.severity] - weight[a.severity])[0];
    return {
      text: text.slice(start, borders[i + 1]),
      severity: worst?.severity,
      begins: on.filter((f) => f.start === start || (start === from && f.start < from)).map((f) => f.id),
    };
  });
}

/** Where each cell of a row lies in the row's text. */
export function cellRanges({ text, cells }: Block): { start: number; end: number }[] {
  const known = cells && cells.join('\t') === text ? cells : text.split('\t');
  let at = 0;
  return known.map((cell) => {
    const range = { start: at, end: at + cell.length };
    at = range.end + 1;
    return range;
  });
}

export type Part =
  | { kind: 'table'; rows: { index: number; block: Block }[] }
  | { kind: 'text'; index: number; block: Block }
  | { kind: 'gap'; blocks: number };

/**
 * Rows that follow each other are one table. Beyond `maxCharacters` only blocks with findings are shown: a browser
 * must open the page of the longest file, too.
 */
export function partsOf(
  blocks: readonly Block[],
  withFindings: ReadonlySet<number>,
  maxCharacters = 300_000,
): Part[] {
  const parts: Part[] = [];
  let shown = 0;
  for (const [index, block] of blocks.entries()) {
    const last = parts.at(-1);
    shown += block.text.length;
    if (shown > maxCharacters && !withFindings.has(index)) {
      if (last?.kind === 'gap') last.blocks++;
      else parts.push({ kind: 'gap', blocks: 1 });
    } else if (block.kind !== 'row') parts.push({ kind: 'text', index, block });
    else if (last?.kind === 'table') last.rows.push({ index, block });
    else parts.push({ kind: 'table', rows: [{ index, block }] });
  }
  return parts;
}
