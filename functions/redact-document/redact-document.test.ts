import { settingsSchema } from '@gongkai/domain/settings.ts';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../shared/findings-file.ts';
import type { TextFile } from '../shared/text-file.ts';
import { whatToRemove } from './what-to-remove.ts';

const settings = settingsSchema.parse({ siteUrl: 'http://a.test', portalUrl: 'http://a.test/portal' });
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
const row = (...cells: string[]) => ({ kind: 'row' as const, text: cells.join('\t'), cells });
const file: TextFile = {
  slot: 0,
  name: '名单.docx',
  type: 'docx',
  blocks: [
    { kind: 'paragraph', text: '名单如下：' },
    row('姓名', '家庭住址', '手机'),
    row('甲某某', '城关镇东街村12号', '13800138000'),
    row('乙某某', '', '13900139000'),
    { kind: 'paragraph', text: '家庭住址另行核实。' },
    row('丙某某', '西街8号', ''),
  ],
  hidden: [],
};
const removal = (cuts: string[], findings: Finding[] = [], dismissed: string[] = []) =>
  whatToRemove(
    { cuts, dismissed: dismissed.map((id) => ({ finding: id, reason: '样例' })) },
    findings,
    settings,
  );

describe('what is taken out of the public copy', () => {
  it('is every blocking finding nobody dismissed, what reviewers chose, and the texts they wrote', () => {
    const findings = [
      finding('f1'),
      finding('f2'),
      finding('f3', { severity: 'review' }),
      finding('f4', { severity: 'review' }),
    ];
    const { of, kinds } = removal(['f3', '=城关镇东街12号'], findings, ['f2']);
    expect(of(file).texts.map((t) => t.text)).toEqual(['match of f1', 'match of f3', '城关镇东街12号']);
    expect(kinds).toEqual({ 'identity-number': 2, text: 1 });
  });

  it('is masked as the county masks this kind, and cut where it has no pattern', () => {
    const findings = [
      finding('f1', { kind: 'mobile-phone', match: '13800138000' }),
      finding('f2', { kind: 'email', match: 'a@b.cn' }),
    ];
    expect(removal(['*f1', '*f2'], findings).of(file).texts).toEqual([
      { text: '13800138000', put: '138****8000' },
      { text: 'a@b.cn', put: '［已删减］' },
    ]);
  });

  it('is the cells below a heading that was chosen, not its words, and not those of another table', () => {
    const heading = finding('f1', {
      kind: 'sensitive-column',
      severity: 'review',
      line: 1,
      start: 4,
      match: '家庭住址',
    });
    const { texts, cells } = removal(['f1'], [heading]).of(file);
    expect(texts).toEqual([]);
    expect(cells).toEqual([
      { row: ['甲某某', '城关镇东街村12号', '13800138000'], column: 1, put: '［已删减］' },
    ]);
  });

  it('is a column the reviewer chose, masked by what its heading says', () => {
    const puts = (cut: string) =>
      removal([cut])
        .of(file)
        .cells.map((c) => c.put);
    expect(puts('*#0.1.0')).toEqual(['甲*', '乙*']);
    expect(puts('*#0.1.1')).toEqual(['城关镇东街村']);
    expect(puts('*#0.1.2')).toEqual(['138****8000', '139****9000']);
    expect(puts('#0.1.2')).toEqual(['［已删减］', '［已删减］']);
    expect(puts('#1.1.2')).toEqual([]);
  });

  it('is a box marked on a page', () => {
    expect(removal(['@0.2.100.200.350.240']).of(file).boxes).toEqual([
      { page: 2, left: 0.1, top: 0.2, right: 0.35, bottom: 0.24 },
    ]);
  });
});
