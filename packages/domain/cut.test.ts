import { describe, expect, it } from 'vitest';
import { mergeCuts, parseCut } from './cut.ts';

describe('a cut as text', () => {
  it.each([
    ['f12', { what: 'finding', id: 'f12', masked: false }],
    ['*f12', { what: 'finding', id: 'f12', masked: true }],
    ['=城关镇', { what: 'text', text: '城关镇' }],
    ['#0.12.3', { what: 'column', slot: 0, line: 12, column: 3, masked: false }],
    ['*#1.0.2', { what: 'column', slot: 1, line: 0, column: 2, masked: true }],
    ['@0.2.100.200.350.240', { what: 'box', slot: 0, page: 2, left: 100, top: 200, right: 350, bottom: 240 }],
  ])('%s is understood', (text, cut) => {
    expect(parseCut(text)).toEqual(cut);
  });

  it.each(['', 'f', '**f1', '#0.1', '@0.0.1.1.2.2', '@0.1.500.1.400.2', '@0.1.1.1.2.1001', '张三'])(
    '%j is none',
    (text) => {
      expect(parseCut(text)).toBeUndefined();
    },
  );
});

describe('the later decision about the same thing', () => {
  it('stands', () => {
    expect(mergeCuts(['f1', 'f2', '=甲', '#0.1.1'], ['*f1', '*#0.1.1', '=甲'], ['f2'])).toEqual([
      '*f1',
      '*#0.1.1',
      '=甲',
    ]);
  });
});
