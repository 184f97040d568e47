import { readDocx } from '@gongkai/reading/docx.ts';
import { openZip } from '@gongkai/reading/zip.ts';
import { describe, expect, it } from 'vitest';
import { reading } from '../../../test/fixtures/reading.ts';
import { makeWord, wordParagraph } from '../../../test/fixtures/zip.ts';
import { grepFile } from '../../../test/support/grep-file.ts';
import { leaksIn } from '../proof/prove.ts';
import { cutBlock, nothing, RedactionRefused, type Removal } from '../removal.ts';
import { copyDocx } from './copy-docx.ts';

const soon = (): number => performance.now() + 10_000;
const cut = (...texts: string[]): Removal => ({
  ...nothing,
  texts: texts.map((text) => ({ text, put: cutBlock })),
});
const copied = (file: Uint8Array, removal: Removal = nothing) => copyDocx(file, removal, soon()).bytes;
const textsOf = async (file: Uint8Array) => (await readDocx(file, reading(soon()))).blocks.map((b) => b.text);
const partOf = (file: Uint8Array, name: string) => Buffer.from(openZip(file).read(name)!).toString();

const identity = '990101199901010014';
const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const cell = (text: string, span = 1) =>
  `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${wordParagraph(text)}</w:tc>`;

describe('a redacted Word file', () => {
  it.each([
    ['in one run', wordParagraph(`证件${identity}。`)],
    ['split over runs', `<w:p>${run('证件9901')}${run('011999', '<w:b/>')}${run('01010014。')}</w:p>`],
    ['split over paragraphs', wordParagraph('证件99010119990') + wordParagraph('1010014。')],
    ['in full width and spaced', wordParagraph('证件９９０１０１　１９９９０１０１ 0014。')],
    ['in character references', wordParagraph('证件&#57;90101199901010014。')],
    [
      'in a text box',
      `<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${wordParagraph(identity)}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${wordParagraph(identity)}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    ],
    [
      'in the result of a field',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE ${identity}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(identity)}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    ],
    ['in an insertion not accepted yet', `<w:p><w:ins w:author="张三">${run(identity)}</w:ins></w:p>`],
    ['in a formula', `<w:p><m:oMath xmlns:m="urn:m"><m:r><m:t>${identity}</m:t></m:r></m:oMath></w:p>`],
    ['in a cell', `<w:tbl><w:tr>${cell('甲')}${cell(identity)}</w:tr></w:tbl>`],
    ['split over cells', `<w:tbl><w:tr>${cell('990101199')}${cell('901010014')}</w:tr></w:tbl>`],
  ])('does not hold a number that was %s', async (_, body) => {
    const copy = copied(makeWord(wordParagraph('正文留下') + body), cut(identity));
    expect(grepFile(copy, [identity])).toEqual([]);
    expect(leaksIn('docx', copy, [identity])).toEqual([]);
    const texts = await textsOf(copy);
    expect(texts[0]).toBe('正文留下');
    expect(texts.join('')).toContain(cutBlock);
  });

  it('keeps nothing of what its reader does not see', async () => {
    const secrets = Array.from({ length: 23 }, (_, i) => `藏${String(i).padStart(2, '0')}处`);
    const [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, x] = secrets as [
      string,
      ...string[],
    ];
    const file = makeWord(
      [
        wordParagraph('正文留下'),
        `<w:p><w:del w:author="${a}"><w:r><w:delText>${b}</w:delText></w:r></w:del></w:p>`,
        `<w:p><w:moveFrom>${run(c!)}</w:moveFrom></w:p>`,
        `<w:p>${run(d!, '<w:vanish/>')}${run(e!, '<w:rStyle w:val="Hidden"/>')}</w:p>`,
        `<w:p>${run(f!, '<w:color w:val="FFFFFF"/>')}${run(g!, '<w:sz w:val="2"/>')}</w:p>`,
        `<w:p><w:bookmarkStart w:id="1" w:name="${h}"/><w:hyperlink r:id="x" w:tooltip="${i}" xmlns:r="urn:r">${run('链接')}</w:hyperlink></w:p>`,
        `<w:p><w:r><w:drawing><wp:docPr descr="${j}" title="${k}"/></w:drawing></w:r></w:p>`,
        `<w:p><w:r><w:instrText>AUTHOR ${l}</w:instrText></w:r></w:p>`,
        `<w:p><w:fldSimple w:instr="QUOTE ${m}">${run('结果')}</w:fldSimple></w:p>`,
        `<w:sdt><w:sdtPr><w:alias w:val="${n}"/></w:sdtPr><w:sdtContent>${wordParagraph('控件')}</w:sdtContent></w:sdt>`,
        `<w:tbl><w:tblPr><w:tblCaption w:val="${o}"/></w:tblPr><w:tr><w:trPr><w:del/></w:trPr>${cell(p!)}</w:tr><w:tr>${cell('留')}</w:tr></w:tbl>`,
        `<w:p w:rsidR="00AB${q}"><w:pPr><w:rPr><w:rPrChange w:author="${r}"/></w:rPr></w:pPr></w:p>`,
      ].join(''),
      {
        comments: `<w:comment w:author="${s}">${wordParagraph(t!)}</w:comment>`,
        'docProps/core.xml': `<x>${u}</x>`,
        'customXml/item1.xml': `<x>${v}</x>`,
        'word/embeddings/oleObject1.bin': x!,
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="s" Type="x/styles" Target="styles.xml"/></Relationships>',
        'word/styles.xml':
          '<w:styles xmlns:w="w"><w:style w:styleId="Hidden"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>',
      },
    );
    expect(grepFile(file, secrets)).toEqual(secrets);
    const copy = copied(file);
    expect(grepFile(copy, secrets)).toEqual([]);
    expect(await textsOf(copy)).toEqual(['正文留下', '链接', '结果', '控件', '留']);
    expect((await readDocx(copy, reading(soon()))).hidden).toEqual([]);
  });

  it('keeps the layout: formatting, tables, headers, notes, page numbers, styles', () => {
    const field = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    const body = `<w:p><w:pPr><w:pStyle w:val="Head"/><w:jc w:val="center"/></w:pPr>${run('关于某事的通知', '<w:color w:val="FF0000"/><w:sz w:val="44"/>')}</w:p><w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tr>${cell('合并', 2)}</w:tr></w:tbl><w:sectPr><w:headerReference w:type="default" r:id="abc" xmlns:r="urn:r"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`;
    const copy = copied(
      makeWord(body, {
        header: wordParagraph('页眉'),
        footer: field,
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="abc" Type="x/header" Target="part-header.xml"/><Relationship Id="f" Type="x/footer" Target="part-footer.xml"/><Relationship Id="st" Type="x/styles" Target="styles.xml"/></Relationships>',
        'word/styles.xml':
          '<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="Head"><w:name w:val="标题"/><w:rsid w:val="1"/><w:rPr><w:b/></w:rPr></w:style></w:styles>',
      }),
      cut('某事'),
    );
    const document = partOf(copy, 'word/document.xml');
    for (const kept of [
      '<w:pStyle w:val="Head"/><w:jc w:val="center"/>',
      '<w:color w:val="FF0000"/><w:sz w:val="44"/>',
      `关于${cutBlock}的通知`,
      '<w:gridSpan w:val="2"/>',
      '<w:headerReference w:type="default" r:id="rId1"/>',
      '<w:pgSz w:w="11906" w:h="16838"/>',
    ])
      expect(document).toContain(kept);
    expect(partOf(copy, 'word/header1.xml')).toContain('页眉');
    expect(partOf(copy, 'word/footer2.xml')).toContain('PAGE \\* MERGEFORMAT');
    expect(partOf(copy, 'word/styles3.xml')).toMatch(/<w:name w:val="标题"\/><w:rPr><w:b\/>/);
  });

  it('names the fonts that the theme chose, and leaves the theme', () => {
    const body = `<w:p>${run('正文', '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>')}</w:p>`;
    const theme = (ea: string) =>
      `<a:theme xmlns:a="a"><a:fontScheme name="某某"><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="${ea}"/><a:font script="Hans" typeface="等线"/></a:minorFont></a:fontScheme></a:theme>`;
    const parts = (ea: string) => ({
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="t" Type="x/theme" Target="theme/theme1.xml"/></Relationships>',
      'word/theme/theme1.xml': theme(ea),
    });
    const fontsOf = (ea: string) =>
      /<w:rFonts[^>]*>/.exec(partOf(copied(makeWord(body, parts(ea))), 'word/document.xml'))?.[0];
    expect(fontsOf('')).toBe('<w:rFonts w:ascii="Calibri" w:eastAsia="等线"/>');
    expect(fontsOf('仿宋')).toBe('<w:rFonts w:ascii="Calibri" w:eastAsia="仿宋"/>');
  });

  it('cuts a column cell by cell, over merged cells too', async () => {
    const table = `<w:tbl><w:tr>${cell('姓名')}${cell('住址')}${cell('金额')}</w:tr><w:tr>${cell('甲')}${cell('东街12号')}${cell('100')}</w:tr><w:tr>${cell('合计', 2)}${cell('100')}</w:tr></w:tbl>`;
    const put = cutBlock;
    const cells = [
      { row: ['甲', '东街12号', '100'], column: 1, put },
      { row: ['合计', '', '100'], column: 2, put: '******' },
    ];
    const { bytes, removed } = copyDocx(makeWord(table), { ...nothing, cells }, soon());
    expect(await textsOf(bytes)).toEqual(['姓名\t住址\t金额', `甲\t${cutBlock}\t100`, '合计\t\t******']);
    expect(removed).toBe(2);
  });

  it('is not made when a row that should be cut is not there', () => {
    const cells = [{ row: ['乙', '西街8号'], column: 1, put: cutBlock }];
    expect(() => copied(makeWord(wordParagraph('正文')), { ...nothing, cells })).toThrow(RedactionRefused);
  });

  it('is the same bytes each time', () => {
    const file = makeWord(wordParagraph('正文'));
    expect(copied(file)).toEqual(copied(file));
  });
});
