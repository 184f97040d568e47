import { describe, expect, it } from 'vitest';
import { markLine } from './disclosure-mark.ts';

describe('a disclosure mark is known in all its wordings', () => {
  it.each([
    ['（此件公开发布）', 'public'],
    ['(此件公开发布)', 'public'],
    ['（ 此 件 公 开 发 布 ）', 'public'],
    ['（此件主动公开）', 'public'],
    ['（此文件公开发布）', 'public'],
    ['此件公开', 'public'],
    ['【此件公开发布】', 'public'],
    ['公开方式：主动公开', 'public'],
    ['公开属性:主动公开', 'public'],
    ['信息公开选项：主动公开', 'public'],
    ['（主动公开）', 'public'],
    ['（此件删减后公开）', 'redacted'],
    ['（此件删减后公开发布）', 'redacted'],
    ['公开属性：删减后公开', 'redacted'],
    ['（此件依申请公开）', 'on-request'],
    ['公开方式：依申请公开', 'on-request'],
    ['（此件依申请公开）（联系人：某某，电话：略）', 'on-request'],
    ['（此件不公开）', 'withheld'],
    ['（此件不予公开）', 'withheld'],
    ['公开属性：不予公开', 'withheld'],
    ['（此件不公开）。', 'withheld'],
  ])('%s', (line, attribute) => {
    expect(markLine(line)).toBe(attribute);
  });

  it.each([
    '应当界定为“此件公开发布”“此件不公开”等类型并作规范标识。',
    '主动公开',
    '公开方式',
    '（一）主动公开的范围',
    '（公开选拔办法）',
    '政府信息公开',
    '',
  ])('but “%s” is none', (line) => {
    expect(markLine(line)).toBeUndefined();
  });

  it('takes the bare wording where nothing else can stand', () => {
    expect(markLine('主动公开', true)).toBe('public');
    expect(markLine('公开', true)).toBe('public');
    expect(markLine('抄送：县委办公室', true)).toBeUndefined();
  });
});
