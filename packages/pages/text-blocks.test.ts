import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf, blocksOfLines } from './text-blocks.ts';
import type { TextBlock } from './views.ts';

const facts = { title: '示范县民政局关于做好冬春救助工作的通知', documentNumber: '示民发〔2026〕7号' };
const kindsOf = (...paragraphs: string[]): string[] =>
  blocksOf(blocksOfLines(paragraphs), facts).map((b) => b.kind);

test('the layout of an official document is recognised from number to mark', () => {
  expect(
    kindsOf(
      '示民发〔2026〕7号',
      '示范县民政局关于做好',
      '冬春救助工作的通知',
      '各乡、镇人民政府：',
      '现将有关事项通知如下：',
      '一、救助对象',
      '（一）最低生活保障对象',
      '以在册人员为准。',
      '示范县民政局',
      '2026年1月1日',
      '（此件公开发布）',
    ),
  ).toEqual([
    'number',
    'title',
    'title',
    'addressee',
    'paragraph',
    'heading-2',
    'heading-3',
    'paragraph',
    'closing',
    'closing',
    'mark',
  ]);
});

test.each([
  '（一）加强领导。各乡镇要把救助摆在突出位置。',
  '一、为切实保障困难群众基本生活并按照上级有关文件的要求结合我县实际情况现就有关事项通知如下请认真贯彻执行',
  '一、联系人：张某某',
  '一是统一思想',
])('%s is a paragraph: a heading is short and has no sentence in it', (text) => {
  expect(kindsOf(text)).toEqual(['paragraph']);
});

test.each(['第三章 监督管理', '十二、附则'])('%s is a heading', (text) => {
  expect(kindsOf(text)).toEqual(['heading-2']);
});

test('lines with tabs become one table', () => {
  expect(blocksOf(blocksOfLines(['类别\t户数', '特困人员\t204', '完']), facts)).toEqual([
    { kind: 'table', caption: null, headings: ['类别', '户数'], rows: [['特困人员', '204']] },
    { kind: 'paragraph', text: '完' },
  ]);
});

test('no character that is not white space is ever lost, and order is kept', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 50 }),
    fc.constantFrom(
      '一、总则',
      '（一）范围',
      '甲\t乙',
      facts.title,
      facts.documentNumber,
      '2026年1月1日',
      '各部门：',
    ),
  );
  const bare = (text: string): string => text.replace(/\s+/g, '');
  fc.assert(
    fc.property(fc.array(line), (paragraphs) => {
      const shown = blocksOf(blocksOfLines(paragraphs), facts).map((b) =>
        b.kind === 'table' ? [b.caption ?? '', ...b.headings, ...b.rows.flat()].join('') : b.text,
      );
      expect(bare(shown.join(''))).toBe(bare(paragraphs.join('')));
    }),
  );
});

test('red head, annex with its title, and imprint are told from the text', () => {
  expect(
    kindsOf(
      '示范县民政局文件',
      '示民发〔2026〕7号',
      facts.title,
      '各乡镇：',
      '请遵照执行。',
      '附件1',
      '救助标准一览表',
      '抄送：县财政局。',
      '示范县民政局办公室  2026年1月2日印发',
    ),
  ).toEqual([
    'head',
    'number',
    'title',
    'addressee',
    'paragraph',
    'annex',
    'annex-title',
    'imprint',
    'imprint',
  ]);
});

test('page headers and footers are left out, notes are kept', () => {
  const text: TextBlock[] = [
    { text: '— 1 —', part: 'footer' },
    { text: '正文如下。' },
    { text: '注：含代发。', part: 'note' },
  ];
  expect(blocksOf(text, facts).map((b) => b.kind)).toEqual(['paragraph', 'note']);
});

test('two tables that touch stay two', () => {
  const row = (table: number, ...cells: string[]): TextBlock => ({ text: cells.join('\t'), cells, table });
  const tables = blocksOf(
    [row(1, '甲', '乙'), row(1, '1', '2'), row(2, '丙', '丁'), row(2, '3', '4')],
    facts,
  );
  expect(tables).toMatchObject([{ headings: ['甲', '乙'] }, { headings: ['丙', '丁'] }]);
});
