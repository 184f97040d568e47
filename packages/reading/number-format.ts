/** Shows a number of a cell as Excel does: dates, percentages, decimals, leading zeros (ECMA-376 part 1, 18.8.31). */
import { SSF } from '@e965/xlsx';

/** What WPS and Excel show in Chinese for the numbers of built-in formats that depend on the language. */
const chinese: Record<number, string> = {
  14: 'yyyy/m/d',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};
/** Excel allows no longer format. */
const longest = 255;
const precise = 15;

export interface Shown {
  text: string;
  /** The file holds fewer digits than the number once had. */
  lost: boolean;
}

/** @param format Format code, or the number of a built-in one. */
export function showNumber(value: number, format: string | number, date1904: boolean): Shown {
  const plain = plainNumber(value);
  const lost = plain.split('.')[0]!.replaceAll(/\D/g, '').length > precise;
  const code = typeof format === 'number' ? (chinese[format] ?? format) : format;
  if (code === 0 || code === 'General') return { text: plain, lost };
  const text = formatted(code, value, date1904);
  // Scientific notation hides digits that are there.
  return { text: text === undefined || /\dE[+-]?\d/i.test(text) ? plain : text.trim(), lost };
}

/** The library gives it no types. */
const ssf = SSF as {
  format(code: string | number, value: number, how: { date1904: boolean }): string;
};

/** Undefined when the format makes no sense. */
function formatted(code: string | number, value: number, date1904: boolean): string | undefined {
  if (typeof code === 'string' && code.length > longest) return undefined;
  for (const attempt of [code, quoted(code)])
    try {
      return ssf.format(attempt, value, { date1904 });
    } catch {
      // A sign like ¥ without quotes, which Excel allows.
    }
  return undefined;
}

const quoted = (code: string | number): string =>
  String(code).replaceAll(/"[^"]*"|\\.|\P{ASCII}/gu, (piece) =>
    /^\P{ASCII}/u.test(piece) ? `"${piece}"` : piece,
  );

/** No exponent for what an identity or account number may be; like Excel, zeros after the fifteenth digit. */
function plainNumber(value: number): string {
  if (!Number.isFinite(value) || (Number.isInteger(value) && Math.abs(value) < 1e15)) return String(value);
  if (!Number.isInteger(value) || Math.abs(value) >= 1e21) return String(Number(value.toPrecision(precise)));
  const [digits = '', exponent = ''] = value.toExponential(precise - 1).split('e+');
  const [whole = '', rest = ''] = digits.split('.');
  return Number(exponent) < precise
    ? String(value)
    : whole + rest + '0'.repeat(Number(exponent) - rest.length);
}
