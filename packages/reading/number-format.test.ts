import { expect, it } from 'vitest';
import { showNumber } from './number-format.ts';

it.each([
  ['General', 100.5, '100.5'],
  [0, 13800138000, '13800138000'],
  [0, 0.1 + 0.2, '0.3'],
  ['000000', 42, '000042'],
  ['#,##0.00', 1234.5, '1,234.50'],
  ['0.00%', 0.1234, '12.34%'],
  ['¥#,##0', 1200, '¥1,200'],
  ['yyyy"年"m"月"d"日"', 46266, '2026年9月1日'],
  ['[$-804]yyyy"年"m"月"', 46266, '2026年9月'],
  [14, 46266, '2026/9/1'],
  [31, 46266, '2026年9月1日'],
  ['yyyy-mm-dd hh:mm', 46266.5, '2026-09-01 12:00'],
  [';;;', 5, ''],
  ['nonsense [', 5, '5'],
])('format %s shows %d as %s', (format, value, text) => {
  expect(showNumber(value, format, false)).toEqual({ text, lost: false });
});

it('shows all digits of a long number, and tells that some were lost', () => {
  expect(showNumber(Number('990101199901010014'), 'General', false)).toEqual({
    text: '990101199901010000',
    lost: true,
  });
  expect(showNumber(6217000000000012, '0.00E+00', false)).toMatchObject({
    text: '6217000000000010',
    lost: true,
  });
});

it('counts dates from 1904 where the workbook says so', () => {
  expect(showNumber(44804, 'yyyy-m-d', true).text).toBe('2026-9-1');
});
