import { describe, expect, it } from 'vitest';
import type { Finding } from '../shared/findings-file.ts';
import { cutColumns } from './cut-columns.ts';
import { textsToCut } from './redact-document.ts';

const finding = (id: string, changes: Partial<Finding> = {}): Finding => ({
  id,
  slot: 0,
  kind: 'identity-number',
  severity: 'block',
  line: 0,
  start: 0,
  end: 0,
  match: `match of ${id}`,
  excerpt: '',
  rule: '',
  ...changes,
});

describe('what is cut from the public copy', () => {
  it('is every blocking finding nobody dismissed, what reviewers chose, and the texts they wrote', () => {
    const findings = [
      finding('f1'),
      finding('f2'),
      finding('f3', { severity: 'review' }),
      finding('f4', { severity: 'review' }),
    ];
    const document = { cuts: ['f3', '=城关镇东街12号'], dismissed: [{ finding: 'f2', reason: '样例' }] };
    expect(textsToCut(document, findings)).toEqual(['match of f1', 'match of f3', '城关镇东街12号']);
  });

  it('is never the word of a column heading: that stands for the cells below', () => {
    const heading = finding('f1', { kind: 'sensitive-column', severity: 'review', match: '家庭住址' });
    expect(textsToCut({ cuts: ['f1'], dismissed: [] }, [heading])).toEqual([]);
  });
});

describe('cutting a column', () => {
  const row = (...cells: string[]) => ({ kind: 'row' as const, text: cells.join('\t'), cells });
  const blocks = [
    { kind: 'paragraph' as const, text: '名单如下：' },
    row('姓名', '家庭住址', '金额'),
    row('甲', '东街12号', '100'),
    row('乙', '', '200'),
    { kind: 'paragraph' as const, text: '家庭住址另行核实。' },
    row('丙', '西街8号', '300'),
  ];

  it('empties the cells of that table only, and keeps heading, other columns and empty cells', () => {
    expect(cutColumns(blocks, [{ line: 1, start: 3 }])).toEqual({
      lines: [
        '名单如下：',
        '姓名\t家庭住址\t金额',
        '甲\t［已删减］\t100',
        '乙\t\t200',
        '家庭住址另行核实。',
        '丙\t西街8号\t300',
      ],
      removed: 1,
    });
  });

  it('takes several columns at once', () => {
    const { lines, removed } = cutColumns(blocks, [
      { line: 1, start: 0 },
      { line: 1, start: 3 },
    ]);
    expect(lines[2]).toBe('［已删减］\t［已删减］\t100');
    expect(removed).toBe(3);
  });
});
