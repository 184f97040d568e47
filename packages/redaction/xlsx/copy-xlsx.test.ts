import { openZip } from '@gongkai/reading/zip.ts';
import { describe, expect, it } from 'vitest';
import { makeWorkbook } from '../../../test/fixtures/workbook.ts';
import { grepFile } from '../../../test/support/grep-file.ts';
import { leaksIn } from '../proof/prove.ts';
import { cutBlock, nothing, RedactionRefused, type Removal } from '../removal.ts';
import { copyXlsx } from './copy-xlsx.ts';

const soon = (): number => performance.now() + 10_000;
const cut = (...texts: string[]): Removal => ({
  ...nothing,
  texts: texts.map((text) => ({ text, put: cutBlock })),
});
const copied = (file: Uint8Array, removal: Removal = nothing) => copyXlsx(file, removal, soon()).bytes;
const partOf = (file: Uint8Array, name: string) => Buffer.from(openZip(file).read(name)!).toString();
const sheetOf = (file: Uint8Array) => partOf(file, 'xl/worksheets/sheet1.xml');
const text = (value: string) => `<is><t>${value}</t></is>`;
const cells = (row: number, ...values: string[]) =>
  `<row r="${row}">${values.map((v, i) => `<c r="${'ABCDEFG'[i]}${row}" t="inlineStr">${text(v)}</c>`).join('')}</row>`;

const identity = '990101199901010014';

describe('a redacted workbook', () => {
  it.each([
    ['as a shared string', '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', `<si><t>${identity}</t></si>`],
    [
      'in two runs of a string',
      '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
      '<si><r><t>9901011999</t></r><r><t>01010014</t></r></si>',
    ],
    ['within a sentence', cells(1, `证件：９９０１０１ 19990101 0014。`), ''],
    ['split over two cells', cells(1, '9901011999', '01010014'), ''],
    [
      'as the result of a formula',
      `<row r="1"><c r="A1" t="str"><f>"990101"&amp;B1</f><v>${identity}</v></c></row>`,
      '',
    ],
  ])('does not hold a number that stood %s', (_, rows, strings) => {
    const copy = copied(makeWorkbook([{ name: '名单', rows }], { strings }), cut(identity));
    expect(grepFile(copy, [identity, '990101199901'])).toEqual([]);
    expect(leaksIn('xlsx', copy, [identity])).toEqual([]);
    expect(sheetOf(copy)).toContain(cutBlock);
  });

  it('cuts a number that lost its last digits, as people read it', () => {
    const rows = '<row r="1"><c r="A1"><v>9.9010119990101E+17</v></c></row>';
    const copy = copied(makeWorkbook([{ name: '名单', rows }]), cut('990101199901010000'));
    expect(sheetOf(copy)).toContain(`<c r="A1" t="inlineStr"><is><t xml:space="preserve">${cutBlock}`);
    expect(grepFile(copy, ['9.9010119990101E+17', '990101199901010000', '990101199901010048'])).toEqual([]);
  });

  it('holds nothing that was hidden, and closes the gaps', () => {
    const rows = `${cells(1, '姓名', '证件', '金额')}${cells(2, '甲某某', identity, '一百')}<row r="3" hidden="1"><c r="A3" t="inlineStr">${text('乙某某')}</c></row>${cells(4, '丙某某', '990101199901010022', '二百')}<row r="5"><c r="A5" t="inlineStr">${text('合计三百')}</c></row>`;
    const file = makeWorkbook(
      [
        {
          name: '名单',
          rows,
          before:
            '<cols><col min="1" max="1" width="12"/><col min="2" max="2" width="20" hidden="1"/><col min="3" max="3" width="9"/></cols>',
          after: '<mergeCells><mergeCell ref="A5:C5"/><mergeCell ref="B2:B4"/></mergeCells>',
        },
        { name: '底表', rows: cells(1, '丁某某'), state: 'veryHidden' },
      ],
      {
        parts: {
          'docProps/core.xml': '<x><creator>戊某某</creator></x>',
          'xl/comments1.xml': '<comments><t>己某某</t></comments>',
          'xl/pivotCache/pivotCacheRecords1.xml': '<r><s v="庚某某"/></r>',
        },
        workbook: '<definedNames><definedName name="辛某某">1</definedName></definedNames>',
      },
    );
    const secrets = [
      '乙某某',
      '丁某某',
      '戊某某',
      '己某某',
      '庚某某',
      '辛某某',
      identity,
      '990101199901010022',
    ];
    expect(grepFile(file, secrets)).toEqual(secrets);
    const copy = copied(file);
    expect(grepFile(copy, [...secrets, '底表', 'hidden'])).toEqual([]);
    const sheet = sheetOf(copy);
    expect(sheet).toContain('<c r="B1" t="inlineStr"><is><t xml:space="preserve">金额');
    expect(sheet).toContain('<row r="3"><c r="A3" t="inlineStr"><is><t xml:space="preserve">丙某某');
    expect(sheet).toContain(
      '<col min="1" max="1" width="12" customWidth="1"/><col min="2" max="2" width="9"',
    );
    expect(sheet).toContain('<mergeCells count="1"><mergeCell ref="A4:B4"/></mergeCells>');
  });

  it('shows nothing that white letters or an empty format hid', () => {
    const styles =
      '<numFmts><numFmt numFmtId="200" formatCode=";;;"/><numFmt numFmtId="201" formatCode="&quot;张三&quot;0"/></numFmts><fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill><patternFill patternType="none"/></fill></fills><cellXfs><xf/><xf fontId="1" fillId="0"/><xf numFmtId="200"/><xf numFmtId="201"/></cellXfs>';
    const rows = `<row r="1"><c r="A1" s="1" t="inlineStr">${text('藏着一')}</c><c r="B1" s="2" t="inlineStr">${text('藏着二')}</c><c r="C1" s="3"><v>7</v></c></row>`;
    const copy = copied(makeWorkbook([{ name: '名单', rows }], { styles }));
    expect(grepFile(copy, ['藏着一', '藏着二', '张三'])).toEqual([]);
    expect(sheetOf(copy)).toContain('<c r="C1" s="3"><v>7</v></c>');
  });

  it('keeps numbers, dates and the look of cells', () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts><font><b/><sz val="14"/><name val="宋体"/></font></fonts><cellXfs><xf/><xf numFmtId="164" fontId="0" applyFont="1"><alignment horizontal="center"/></xf></cellXfs>';
    const rows =
      '<row r="1" ht="30"><c r="A1" s="1"><v>44014</v></c><c r="B1"><v>638.89</v></c><c r="C1" t="b"><v>1</v></c></row>';
    const copy = copied(makeWorkbook([{ name: '名单', rows }], { styles }));
    expect(sheetOf(copy)).toContain(
      '<row r="1" ht="30" customHeight="1"><c r="A1" s="1"><v>44014</v></c><c r="B1"><v>638.89</v></c><c r="C1" t="b"><v>1</v></c></row>',
    );
    expect(partOf(copy, 'xl/styles.xml')).toContain(
      '<font><b></b><sz val="14"></sz><name val="宋体"></name></font>',
    );
    const birth = copied(makeWorkbook([{ name: '名单', rows }], { styles }), cut('2020-07-02'));
    expect(grepFile(birth, ['44014'])).toEqual([]);
  });

  it('cuts columns, and the name of a sheet', () => {
    const rows = cells(1, '姓名', '住址') + cells(2, '甲', '东街12号') + cells(3, '乙', '西街8号');
    const removal: Removal = {
      ...cut('城关村'),
      cells: [
        { row: ['甲', '东街12号'], column: 1, put: cutBlock },
        { row: ['乙', '西街8号'], column: 1, put: '西街' },
      ],
    };
    const { bytes, removed } = copyXlsx(
      makeWorkbook([
        { name: '城关村名单', rows },
        { name: '说明', rows: cells(1, '无') },
      ]),
      removal,
      soon(),
    );
    expect(removed).toBe(3);
    expect(grepFile(bytes, ['东街12号', '西街8号', '城关村'])).toEqual([]);
    expect(partOf(bytes, 'xl/workbook.xml')).toContain(`name="${cutBlock}名单"`);
    const single = makeWorkbook([{ name: '张三的表', rows }]);
    expect(grepFile(copied(single), ['张三'])).toEqual([]);
    const missing = { ...nothing, cells: [{ row: ['丙', '北街'], column: 1, put: cutBlock }] };
    expect(() => copied(makeWorkbook([{ name: '名单', rows }]), missing)).toThrow(RedactionRefused);
  });
});
