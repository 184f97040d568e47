import { describe, expect, it } from 'vitest';
import { masked, patternFor } from './mask.ts';
import { cutBlock } from './removal.ts';

describe('masking', () => {
  it.each([
    ['all', '990101199901010014', '******'],
    ['last-4', '6217000000000000012', '****0012'],
    ['last-4', '６２１７ ００００ ００００ ００００ ０１２', '****0012'],
    ['last-4', '1234', cutBlock],
    ['first-3-last-4', '13800138000', '138****8000'],
    ['first-3-last-4', '138-0013-8000', '138****8000'],
    ['surname', '张三', '张*'],
    ['surname', '欧阳某某', '欧阳*'],
    ['surname', '张', cutBlock],
    ['village', '示范县城关镇东街村3组12号', '示范县城关镇东街村'],
    ['village', '示范县城关镇东街12号', '示范县城关镇'],
    ['village', '东街村委会3组12号', '东街村委会'],
    ['village', '某处12号', cutBlock],
    ['village', '东街村', cutBlock],
    ['year', '1999年1月1日', '1999年'],
    ['year', '不详', cutBlock],
  ] as const)('by %s makes %s into %s', (pattern, text, expected) => {
    expect(masked(text, pattern)).toBe(expected);
  });

  it('cuts what the county has no pattern for', () => {
    expect(masked('13800138000', undefined)).toBe(cutBlock);
  });

  it.each([
    ['身份证号码', 'all'],
    ['联系 电话', 'first-3-last-4'],
    ['一卡通账号', 'last-4'],
    ['户主姓名', 'surname'],
    ['家庭住址', 'village'],
    ['出生年月', 'year'],
    ['残疾等级', 'all'],
  ])('takes the pattern of a column from its heading: %s', (heading, pattern) => {
    expect(patternFor(heading)).toBe(pattern);
  });
});
