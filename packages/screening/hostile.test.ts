import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { screen } from './screen.ts';

/** What recognisers look for, in pieces: repeated, these make patterns try again and again. */
const pieces = fc.constantFrom(
  '1',
  '62',
  '990101199901010014',
  '13800138000',
  '0990-',
  '138 0013 8000 ',
  '5309 ',
  '1.2E+1',
  ' ',
  '\t',
  '-',
  '.',
  ',',
  '，',
  '。',
  '\n',
  '\u200B',
  '*',
  '××',
  'X',
  '@',
  'a',
  'a.b@c.',
  'A1',
  '云S',
  '(',
  '（0990）',
  '住',
  '住上坝村',
  '三组',
  '12号',
  '身份证号',
  '账号：',
  '电话',
  '姓名',
  '序号',
  '户名',
  '患',
  '病',
  '年',
  '1990年1月',
  '出生',
  '张某，男，',
  '12岁',
  '本材料',
  '不得外传',
  '内部资料',
  '★',
  '零一二',
  'O0I1',
  '地图',
  '中国',
  '香港',
  '审图号',
);

describe('screening ends', () => {
  it('on long texts of any odd make', () => {
    const unit = fc.array(pieces, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(unit, fc.constantFrom(2_000, 30_000), (repeated, length) => {
        const text = repeated.repeat(Math.ceil(length / repeated.length));
        const findings = screen({ text, today: '2026-11-25' });
        expect(findings.every((f) => f.place.start < f.place.end)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['digits', '9'.repeat(1_000_000)],
    ['digits and spaces', '6 2'.repeat(300_000)],
    ['cells', '62\t'.repeat(300_000)],
    ['words of people', '住上坝村'.repeat(200_000)],
    ['letters', 'A'.repeat(1_000_000)],
    ['a table of many columns', `${'姓名\t'.repeat(2_000)}\n`.repeat(50)],
  ])('on a megabyte of %s', (_, text) => {
    expect(() => screen({ text, today: '2026-11-25' })).not.toThrow();
  });

  it('and says where in the text as it was given, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const lines = parts.join('').split('\n');
        for (const { place, match } of screen({ text: lines.join('\n'), today: '2026-11-25' }))
          expect(lines[place.line]!.slice(place.start, place.end)).toBe(match.split('\n')[0]);
      }),
      { numRuns: 500 },
    );
  });
});
