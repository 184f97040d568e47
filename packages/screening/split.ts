/** Numbers that run over a line end, in a text or within a cell of a table drawn in lines. */
import { judgeIdentityNumber } from './identity-check.ts';
import { passesLuhn } from './bank-card.ts';
import { labelBefore } from './labels.ts';
import { cellText, type Row } from './tables.ts';
import type { FindingKind, Hit } from './types.ts';

const lastDigits = /(?<![\d.])[1-9][\d -]{0,24}-?$/;
const firstDigits = /^[\d -]{1,24}[\dXx]?(?![\d.])/;

export interface Split {
  line: number;
  hit: Hit;
}

/** The first part is the find; the rest stands at the beginning of the next line. */
export function findSplit(rows: readonly Row[], today: string): Split[] {
  return rows.flatMap((row, i) => {
    const next = rows[i + 1];
    if (!next) return [];
    return row.cells.length > 0 ? inCells(row, next, today) : overLines(row, next, today);
  });
}

function overLines(row: Row, next: Row, today: string): Split[] {
  const text = row.plain.text.trimEnd();
  const head = lastDigits.exec(text);
  const tail = next.cells.length === 0 && head && firstDigits.exec(next.plain.text);
  if (!head || !tail) return [];
  const number = digitsOf(head[0]) + digitsOf(tail[0]);
  const label = labelBefore(text, 0, head.index)?.label;
  const kind = kindOf(number, label, today);
  if (!kind) return [];
  const hit = { ...hitOf(kind, head.index, text.length), over: tail[0].trimEnd().length };
  return [{ line: row.index, hit }];
}

/** A cell whose line was too short goes on below, in a row that is empty where the row above is not. */
function inCells(row: Row, next: Row, today: string): Split[] {
  if (next.cells.length !== row.cells.length || row.heads) return [];
  const filled = (r: Row): number => r.cells.filter((_, c) => cellText(r, c).trim() !== '').length;
  if (filled(next) * 2 > filled(row)) return [];
  return row.cells.flatMap((cell, c) => {
    const [above, below] = [cellText(row, c).trim(), cellText(next, c).trim()];
    if (!/^\d{6,17}$/.test(above) || !/^\d{1,12}[\dXx]?$/.test(below)) return [];
    const labels = row.table?.columns[c]?.labels ?? [];
    const label = labels.find((l) => l === 'identity' || l === 'account' || l === 'phone');
    const kind = kindOf(above + below.toUpperCase(), label, today);
    if (!kind) return [];
    const span = next.cells[c]!;
    return [
      { line: row.index, hit: hitOf(kind, cell.start, cell.end) },
      { line: next.index, hit: hitOf(kind, span.start, span.end) },
    ];
  });
}

const digitsOf = (text: string): string => text.replaceAll(/[ -]/g, '').toUpperCase();

function kindOf(number: string, label: string | undefined, today: string): FindingKind | undefined {
  const judgement = number.length === 18 ? judgeIdentityNumber(number, today) : 'impossible';
  if (judgement === 'valid' || (judgement === 'wrong-check' && label === 'identity'))
    return 'identity-number';
  if (label === 'account' && /^\d{16,19}$/.test(number))
    return passesLuhn(number) ? 'bank-card' : 'account-number';
  return label === 'phone' && /^1[3-9]\d{9}$/.test(number) ? 'mobile-phone' : undefined;
}

const hitOf = (kind: FindingKind, start: number, end: number): Hit => ({
  kind,
  severity: kind === 'mobile-phone' || kind === 'account-number' ? 'review' : 'block',
  start,
  end,
  why: '号码在行末断开，接到下一行，连起来符合规则。',
});
