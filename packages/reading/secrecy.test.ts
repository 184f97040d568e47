import { describe, expect, it } from 'vitest';
import { findSecrecyMark, secrecyLevel } from './secrecy.ts';
import type { Block } from './types.ts';

const paragraphs = (...texts: string[]): Block[] => texts.map((text) => ({ text, kind: 'paragraph' }));

describe('a secrecy mark', () => {
  it.each([
    ['机密★5年', '机密'],
    ['秘密★1年', '秘密'],
    ['绝密★30年', '绝密'],
    ['绝密', '绝密'],
    ['机 密', '机密'],
    ['机　密 ★ 20 年', '机密'],
    ['秘密☆6个月', '秘密'],
    ['机密★长期', '机密'],
    ['机密★', '机密'],
    ['密级：秘密', '秘密'],
    ['000012 机密★10年', '机密'],
    ['机密★１０年　特急', '机密'],
    ['特急\t机密', '机密'],
    ['示范县人民政府文件　　机密★5年', '机密'],
  ])('%s', (line, level) => {
    expect(secrecyLevel(line)).toBe(level);
  });

  it.each([
    '国家秘密',
    '商业秘密',
    '中华人民共和国保守国家秘密法',
    '涉及国家秘密、商业秘密的，不予公开。',
    '机密文件管理办法',
    '工作秘密',
    '密级',
    '内部资料 注意保存',
  ])('is not in “%s”', (line) => {
    expect(secrecyLevel(line)).toBeUndefined();
  });

  it('counts only in the header area', () => {
    const body = Array.from({ length: 20 }, (_, i) => `第${i}段正文。`);
    expect(findSecrecyMark(paragraphs('示范县人民政府文件', '机密★5年', ...body))).toMatchObject({
      level: '机密',
      line: 1,
    });
    expect(findSecrecyMark(paragraphs(...body, '机密'))).toBeUndefined();
    const header: Block = { text: '秘密★1年', kind: 'paragraph', part: 'header' };
    expect(findSecrecyMark([...paragraphs(...body), header])).toMatchObject({ level: '秘密' });
  });

  it('is reported without quoting the document', () => {
    const found = findSecrecyMark(paragraphs('机密★5年', '某某重要设施报告'));
    expect(found?.reason).not.toContain('某某');
    expect(found?.reason).toContain('保密工作机构');
  });
});
