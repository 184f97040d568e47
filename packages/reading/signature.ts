/** 发文机关署名 and 成文日期: the body's name above the date, at the end of the main document. */
import { compact } from './clean.ts';
import type { Outline, Line } from './outline.ts';
import { isOrganName } from './organ-name.ts';
import type { Found } from './types.ts';
import { dateLine } from './written-date.ts';

export interface Place<T> extends Found {
  value: T;
}

interface Candidate extends Place<string> {
  before: string;
  signed: boolean;
  bracketed: boolean;
}

/**
 * The date of the first signature: a forwarded document follows the one that forwards it and has a signature of
 * its own. Without a signature the last date that stands alone; `…印发` never is one.
 */
export function findDate(main: readonly Line[]): Place<string> | undefined {
  const candidates = main.flatMap(({ text, line }, i): Candidate[] => {
    const dated = text.length <= 80 ? dateLine(text) : undefined;
    if (!dated || (dated.before !== '' && !isOrganName(dated.before))) return [];
    const signed = dated.before !== '' || isOrganName(main[i - 1]?.text ?? '');
    const bracketed = /^[（(]/.test(text);
    return [{ value: dated.date, where: text, line, certainty: 'certain', ...dated, signed, bracketed }];
  });
  const plain = candidates.filter((c) => !c.bracketed);
  const best = plain.find((c) => c.signed && c.line > 2) ?? plain.at(-1) ?? candidates[0];
  return best && { ...best, certainty: best.signed ? 'certain' : 'likely' };
}

/** The signature; where there is none, the red head, then the body named by the title. */
export function signedBy(
  { main, header }: Outline,
  date: Place<string> | undefined,
  title: Place<string> | undefined,
): Place<string> | undefined {
  return (date && signature(main, date)) ?? redHead(header, title) ?? titled(title);
}

function signature(main: readonly Line[], date: Place<string>): Place<string> | undefined {
  const same = dateLine(date.where)?.before ?? '';
  if (same !== '') return { value: same, where: date.where, line: date.line, certainty: 'certain' };
  const at = main.findIndex((l) => l.line === date.line);
  const names: Line[] = [];
  // Joint documents: every body on a line of its own.
  for (let i = at - 1; i >= 0 && at - i <= 6 && isOrganName(main[i]!.text); i--) names.unshift(main[i]!);
  if (names.length === 0) return undefined;
  const where = names.map((n) => n.text).join('\n');
  const value = names.flatMap((n) => n.text.split('\t').map(compact)).join('、');
  return { value, where, line: names[0]!.line, certainty: 'certain' };
}

function redHead(header: readonly Line[], title: Place<string> | undefined): Place<string> | undefined {
  for (const { text, line } of header.filter((l) => title === undefined || l.line < title.line)) {
    const value = compact(text).replace(/文件$/, '');
    if (isOrganName(value)) return { value, where: text, line, certainty: 'likely' };
  }
  return undefined;
}

function titled(title: Place<string> | undefined): Place<string> | undefined {
  const value = title?.value.split('关于')[0] ?? '';
  return title && isOrganName(value) ? { ...title, value, certainty: 'likely' } : undefined;
}
