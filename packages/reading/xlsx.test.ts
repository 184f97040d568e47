import { describe, expect, it } from 'vitest';
import { reading } from '../../test/fixtures/reading.ts';
import { makeWorkbook } from '../../test/fixtures/workbook.ts';
import { Refusal } from './refusal.ts';
import { readXlsx } from './xlsx.ts';

const text = (at: string, value: string): string => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (at: string, value: string | number, style = 0): string =>
  `<c r="${at}" s="${style}"><v>${value}</v></c>`;
const row = (r: number, cells: string, attributes = ''): string =>
  `<row r="${r}" ${attributes}>${cells}</row>`;
const heading = row(1, text('A1', '姓名') + text('B1', '身份证号') + text('C1', '金额'));
const person = row(2, text('A2', '李某甲') + text('B2', '990101199901010014') + number('C2', 100));
const read = (...args: Parameters<typeof makeWorkbook>) => readXlsx(makeWorkbook(...args), reading());
const relation = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="x/${type}" Target="${target}" ${mode}/>`;
const relations = (...all: string[]): string => `<Relationships>${all.join('')}</Relationships>`;

describe('a workbook', () => {
  it('gives rows with their cells, sheet by sheet, its name and the title above apart', async () => {
    const title = row(1, text('A1', '发放名单'));
    const below =
      row(2, text('A2', '姓名') + text('C2', '金额')) + row(3, text('A3', '甲') + number('C3', 5));
    const { blocks } = await read([
      { name: '名单', rows: title + below, after: '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>' },
      { name: 'Sheet2', rows: row(1, text('A1', '乙') + text('B1', '丙')) },
    ]);
    expect(blocks).toEqual([
      { text: '名单', kind: 'heading', part: 'header', page: 1 },
      { text: '发放名单', kind: 'paragraph', page: 1 },
      { text: '姓名\t金额', kind: 'row', cells: ['姓名', '金额'], table: 1, page: 1 },
      { text: '甲\t5', kind: 'row', cells: ['甲', '5'], table: 1, page: 1 },
      { text: '乙\t丙', kind: 'row', cells: ['乙', '丙'], table: 2, page: 2 },
    ]);
  });

  it('shows cells as Excel does: shared and rich strings, dates, cached results, truth', async () => {
    const strings = '<si><r><t>分</t></r><r><t>段</t></r><rPh><t>fen</t></rPh></si>';
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>';
    const cells =
      '<c r="A1" t="s"><v>0</v></c>' +
      number('B1', 46266, 1) +
      '<c r="C1"><f>A1*2</f><v>7</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="d"><v>2026-09-01T00:00:00</v></c>';
    const { blocks } = await read([{ name: 'Sheet1', rows: row(1, cells) }], { strings, styles });
    expect(blocks[0]?.cells).toEqual(['分段', '2026年9月', '7', 'TRUE', '#N/A', '2026-09-01']);
  });

  it('keeps hidden columns with their headings, hidden rows and hidden sheets apart', async () => {
    const { blocks, hidden } = await read([
      {
        name: 'Sheet1',
        before: '<cols><col min="2" max="2" hidden="1"/><col min="4" max="4" width="0"/></cols>',
        rows:
          heading +
          person +
          row(3, text('A3', '陈某乙') + text('D3', '窄'), 'hidden="1"') +
          row(4, text('A4', '平'), 'ht="0"'),
      },
      { name: '底稿', rows: row(1, text('A1', '电话') + text('B1', '姓名')), state: 'veryHidden' },
    ]);
    expect(blocks.map((b) => b.text)).toEqual(['姓名\t金额', '李某甲\t100']);
    expect(hidden).toEqual([
      {
        kind: 'hidden-column',
        text: '身份证号',
        cells: ['身份证号'],
        headings: ['身份证号'],
        place: '工作表“Sheet1”第 1 行隐藏的B列',
      },
      {
        kind: 'hidden-column',
        text: '990101199901010014',
        cells: ['990101199901010014'],
        headings: ['身份证号'],
        place: '工作表“Sheet1”第 2 行隐藏的B列',
      },
      {
        kind: 'hidden-row',
        text: '陈某乙\t窄',
        cells: ['陈某乙', '窄'],
        headings: ['姓名', ''],
        place: '工作表“Sheet1”隐藏的第 3 行',
      },
      {
        kind: 'hidden-row',
        text: '平',
        cells: ['平'],
        headings: ['姓名'],
        place: '工作表“Sheet1”隐藏的第 4 行',
      },
      { kind: 'hidden-sheet', text: '底稿', place: '隐藏的工作表的名称' },
      {
        kind: 'hidden-sheet',
        text: '电话\t姓名',
        cells: ['电话', '姓名'],
        headings: ['电话', '姓名'],
        place: '隐藏的工作表“底稿”第 1 行',
      },
    ]);
  });

  it('tells what is there but not to be seen: white, formatted away, under a merged cell', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode=";;;"/></numFmts><fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FF1F4E79"/></patternFill></fill></fills><cellXfs><xf/><xf fontId="1" fillId="0"/><xf fontId="1" fillId="1"/><xf numFmtId="170"/></cellXfs>';
    const cells = (r: number): string =>
      number(`A${r}`, 1, 1) + number(`B${r}`, 2, 2) + number(`C${r}`, 13800138000, 3);
    const { blocks, hidden } = await read(
      [
        {
          name: 'Sheet1',
          rows: row(1, cells(1)) + row(2, text('A2', '上') + text('B2', '遮')),
          after: '<mergeCells><mergeCell ref="A2:B2"/></mergeCells>',
        },
      ],
      { styles },
    );
    expect(blocks.map((b) => b.text)).toEqual(['2', '上\t\t']);
    expect(hidden.map((h) => [h.kind, h.text, h.place])).toEqual([
      ['invisible', '1', '工作表“Sheet1”单元格 A1（白色文字）'],
      ['invisible', '13800138000', '工作表“Sheet1”单元格 C1（数字格式不显示）'],
      ['invisible', '遮', '工作表“Sheet1”单元格 B2（被合并的单元格遮住）'],
    ]);
  });

  it('warns of numbers that lost digits, and keeps those that the file still has', async () => {
    const { blocks, problems } = await read([
      {
        name: 'Sheet1',
        rows: row(1, number('A1', '990101199901010014') + number('B1', '9.9010119990101005E+17')),
      },
    ]);
    expect(blocks[0]?.cells).toEqual(['990101199901010014', '990101199901010000']);
    expect(problems.join()).toMatch(/A1、工作表“Sheet1”B1把超过 15 位/);
  });

  it('reads comments, page headers, text boxes, names, formulas, caches and links', async () => {
    const parts = {
      'xl/worksheets/_rels/sheet1.xml.rels': relations(
        relation('1', 'comments', '../comments1.xml'),
        relation('2', 'threadedComment', '../threadedComments/threadedComment1.xml'),
        relation('3', 'drawing', '../drawings/drawing1.xml'),
        relation('4', 'hyperlink', 'mailto:a@example.cn', 'TargetMode="External"'),
        relation('5', 'image', '../media/i.png'),
      ),
      'xl/media/i.png': 'x',
      'xl/comments1.xml':
        '<comments><authors><author>王某</author></authors><commentList><comment ref="A2"><text><r><t>批</t></r><r><t>注</t></r></text></comment></commentList></comments>',
      'xl/threadedComments/threadedComment1.xml':
        '<c><threadedComment ref="B2"><text>答复</text></threadedComment></c>',
      'xl/drawings/drawing1.xml':
        '<d><sp><cNvPr descr="替代"/><txBody><p><r><t>框</t></r></p></txBody></sp><sp><cNvPr hidden="1"/><txBody><p><r><t>藏框</t></r></p></txBody></sp></d>',
      'xl/pivotCache/pivotCacheRecords1.xml': '<p><r><s v="缓存某"/></r></p>',
      'xl/externalLinks/externalLink1.xml': '<e><cell r="A1"><v>外部值</v></cell></e>',
      'docProps/core.xml': '<c><creator>起草某</creator></c>',
    };
    const content = await read(
      [
        {
          name: 'Sheet1',
          rows:
            heading +
            row(
              2,
              '<c r="A2" t="str"><f>IF(B2,"藏名某","乙")</f><v>乙</v></c><c r="B2" t="str"><f>IF(C2,"13900139000","")</f><v></v></c>',
            ),
          after:
            '<headerFooter><oddHeader>&amp;L&amp;"宋体"&amp;10内部名单&amp;R第 &amp;P 页</oddHeader></headerFooter>',
        },
      ],
      {
        parts,
        workbook:
          '<definedNames><definedName name="某某电话">"13800138000"</definedName><definedName name="_xlnm.Print_Area">A1</definedName></definedNames>',
      },
    );
    expect(content.blocks.map((b) => [b.text, b.part])).toEqual([
      ['内部名单', 'header'],
      ['姓名\t身份证号\t金额', undefined],
      ['乙\t\t', undefined],
      ['框', 'box'],
    ]);
    expect(content.hidden.map((h) => [h.kind, h.text])).toEqual([
      ['property', '王某'],
      ['comment', '批注'],
      ['comment', '答复'],
      ['alternative', '替代'],
      ['invisible', '藏框'],
      ['field', '藏名某'],
      ['field', '13900139000'],
      ['other-part', '某某电话："13800138000"'],
      ['field', 'mailto:a@example.cn'],
      ['other-part', '缓存某'],
      ['other-part', '外部值'],
      ['property', '起草某'],
    ]);
    expect(content.pictures).toEqual([{ place: '工作表“Sheet1”', count: 1 }]);
  });

  it('takes one value in the last corner for what it is', async () => {
    const { blocks } = await read([
      { name: 'Sheet1', rows: row(1, text('A1', '甲')) + row(1_048_576, text('XFD1048576', '乙')) },
    ]);
    expect(blocks.map((b) => b.text)).toEqual(['甲', '乙']);
  });

  it('is refused when every row has a column of its own', async () => {
    const rows = Array.from({ length: 5_000 }, (_, i) =>
      row(i + 1, `<c r="${columnOf(i)}${i + 1}"><v>1</v></c>`),
    ).join('');
    await expect(read([{ name: 'Sheet1', rows }])).rejects.toThrow(Refusal);
  });
});

const columnOf = (i: number): string =>
  String.fromCharCode(65 + Math.floor(i / 676), 65 + (Math.floor(i / 26) % 26), 65 + (i % 26));
