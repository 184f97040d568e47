import { describe, expect, it } from 'vitest';
import { lineBlocks } from '../blocks.ts';
import { findMetadata } from '../metadata.ts';
import { contradictionsOf, type Known } from './contradictions.ts';

const understood = (changes: Record<string, string> = {}) => {
  const lines = {
    head: '示范县民政局文件',
    number: '示民发〔2026〕12号',
    title: '示范县民政局关于做好养老服务工作的通知',
    to: '各乡镇人民政府：',
    body: '现将有关事项通知如下。',
    annexes: '附件：1.养老机构名单\n2.补贴标准',
    by: '示范县民政局',
    date: '2026年9月1日',
    mark: '（此件公开发布）',
    pages: '附件1\n养老机构名单\n附件2\n补贴标准',
    printed: '示范县民政局办公室　2026年9月2日印发',
    ...changes,
  };
  return findMetadata(lineBlocks(Object.values(lines).join('\n')));
};
const codes = (changes: Record<string, string>, known: Known = {}) =>
  contradictionsOf(understood(changes), known).map((c) => c.code);

describe('a document that agrees with itself', () => {
  it('has no contradictions', () =>
    expect(codes({}, { today: '2026-09-02', declared: 'public', handedIn: [] })).toEqual([]));
});

describe('a document contradicts', () => {
  it.each<[string, Record<string, string>, Known]>([
    ['number-against-issuer', { number: '示财发〔2026〕12号' }, {}],
    ['number-against-date', { number: '示民发〔2025〕12号' }, {}],
    ['title-against-issuer', { title: '示范县教育局关于做好养老服务工作的通知' }, {}],
    ['printed-before-written', { printed: '示范县民政局办公室　2026年8月30日印发' }, {}],
    ['mark-against-mark', { printed: '公开属性：不予公开\n示范县民政局办公室　2026年9月2日印发' }, {}],
    [
      'kind-against-layout',
      { title: '示范县民政局关于解决经费的请示', to: '县人民政府：', mark: '（此件不公开）' },
      {},
    ],
    ['date-in-future', {}, { today: '2026-08-31' }],
    ['mark-against-declaration', {}, { declared: 'withheld' }],
    ['attachment-missing', { pages: '附件1\n养老机构名单' }, {}],
  ])('%s', (code, changes, known) => expect(codes(changes, known)).toEqual([code]));

  it.each([
    ['附件2 补贴标准.xlsx', []],
    ['补贴标准（定稿）.pdf', []],
    ['别的表.xlsx', ['attachment-missing']],
  ])('and an annex handed in as %s leaves %j', (name, left) =>
    expect(codes({ pages: '附件1\n养老机构名单' }, { handedIn: [name] })).toEqual(left),
  );

  it('in sentences that a reviewer understands', () => {
    const [found] = contradictionsOf(understood({ number: '示财发〔2026〕12号' }), {});
    expect(found!.sentence).toBe('发文字号“示财发〔2026〕12号”的机关代字与发文机关“示范县民政局”不一致。');
  });
});

describe('a number', () => {
  it.each([
    ['示政办发〔2026〕1号', '示范县人民政府办公室'],
    ['示民发〔2026〕1号', '示范县民政局、示范县财政局'],
    ['示发改〔2026〕1号', '示范县发展和改革局'],
    ['民乐教〔2026〕1号', '民乐县教育局'],
    ['示汛〔2026〕1号', '示范县防汛抗旱指挥部'],
    ['示统字〔2026〕1号', '示范县统计局'],
  ])('%s is taken for one of %s', (number, by) =>
    expect(
      codes({ number, by, title: '关于做好工作的通知', head: '' }).filter(
        (c) => c === 'number-against-issuer',
      ),
    ).toEqual([]),
  );
});
