import { expect, test } from 'vitest';
import { clean, cleanText, filled, fileSize, fileType } from './text.ts';

test('what would break a feed or turn text round is removed; the rest stays', () => {
  expect(cleanText('竖排\u000b\u0000制表\u202e符\uffff\u{1fffe}')).toBe('竖排制表符');
  expect(cleanText('行\r\n行\t格\u{20bb7}，＜﹥')).toBe('行\n行\t格\u{20bb7}，＜﹥');
  expect(cleanText('半个\ud842字')).toBe('半个\ufffd字');
});

test('strings are cleaned at any depth, other values stay', () => {
  expect(clean({ a: ['x\u000b', 1, null], b: { c: '\u0007y', d: true } })).toEqual({
    a: ['x', 1, null],
    b: { c: 'y', d: true },
  });
});

test('blank text falls back', () => {
  expect(filled(' \n ', '无')).toBe('无');
  expect(filled(null, '无')).toBe('无');
  expect(filled(' 甲\n 乙 ', '无')).toBe('甲 乙');
});

test('sizes and types are said as people say them', () => {
  expect([512, 34_816, 1_572_864].map(fileSize)).toEqual(['512 字节', '34 KB', '1.5 MB']);
  expect(['通知.pdf', '表.XLSX', '说明.xyz', '无后缀'].map(fileType)).toEqual([
    'PDF',
    'Excel',
    'XYZ',
    '文件',
  ]);
});
