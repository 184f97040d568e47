import { describe, expect, it } from 'vitest';
import {
  makeOfd,
  ofdBox,
  ofdColour,
  ofdLine,
  ofdPage,
  ofdPart,
  ofdPicture,
  ofdText,
} from '../../test/fixtures/ofd.ts';
import { makeZip } from '../../test/fixtures/zip.ts';
import { reading } from '../../test/fixtures/reading.ts';
import { readOfd } from './ofd.ts';
import type { Content } from './types.ts';

const read = async (bytes: Uint8Array): Promise<Content> => readOfd(bytes, reading());
const textOf = ({ blocks }: Content): string => blocks.map((b) => b.text).join('\n');
const pageOf = (...drawn: string[]): Uint8Array => makeOfd({ pages: [drawn.join('')] });
const idNumber = '990101199901010014';

describe('the text of an OFD file', () => {
  it('reads in lines from top to bottom, whatever the order of drawing, over all pages', async () => {
    const first = ofdText('第二行', 30, 60) + ofdText('第一行', 30, 40);
    const content = await read(makeOfd({ pages: [first, ofdText('第三行', 30, 40)] }));
    expect(content.blocks.map((b) => [b.page, b.text])).toEqual([
      [1, '第一行'],
      [1, '第二行'],
      [2, '第三行'],
    ]);
  });

  it('joins characters that are objects of their own', async () => {
    const drawn = Array.from('示政办发〔2026〕31号', (c, i) => ofdText(c, 30 + i * 5, 40));
    expect(textOf(await read(pageOf(...drawn)))).toBe('示政办发〔2026〕31号');
  });

  it('makes rows of cells between lines, and of columns without', async () => {
    const lines =
      [30, 80, 150].map((x) => ofdLine(x, 40, x, 60)).join('') +
      [40, 50, 60].map((y) => ofdLine(30, y, 150, y)).join('');
    const cells =
      ofdText('姓名', 32, 42) + ofdText('证件号', 82, 42) + ofdText('张三', 32, 52) + ofdText('99', 82, 52);
    const rows = [
      ['姓名', '证件号'],
      ['张三', '99'],
    ];
    expect((await read(pageOf(lines, cells))).blocks.map((b) => b.cells)).toEqual(rows);
    expect((await read(pageOf(cells))).blocks.map((b) => [b.table, b.cells])).toEqual(
      rows.map((row) => [1, row]),
    );
  });

  it('follows composite objects, page blocks, matrices and glyph transforms', async () => {
    const unit = `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="7" Width="50" Height="50"><ofd:Content>${ofdText('复合', 0, 0)}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`;
    const glyphs =
      '<ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="1"><ofd:Glyphs>5</ofd:Glyphs></ofd:CGTransform>';
    const drawn = [
      '<ofd:CompositeObject ID="5" ResourceID="7" Boundary="30 40 50 50" CTM="2 0 0 2 0 0"/>',
      `<ofd:PageBlock ID="6">${ofdText('块中', 30, 80)}</ofd:PageBlock>`,
      ofdText('字形', 30, 120, '', glyphs),
    ];
    const file = makeOfd({
      pages: [drawn.join('')],
      common: '<ofd:DocumentRes>Res.xml</ofd:DocumentRes>',
      parts: { 'Doc_0/Res.xml': ofdPart('Res', unit) },
    });
    expect(textOf(await read(file))).toBe('复合\n块中\n字形');
  });

  it('puts templates under and over the page', async () => {
    const file = makeOfd({
      pages: [ofdText('正文', 30, 60)],
      page: '<ofd:Template TemplateID="8"/>',
      common: '<ofd:TemplatePage ID="8" BaseLoc="Tpls/Tpl_0/Content.xml" ZOrder="Background"/>',
      parts: { 'Doc_0/Tpls/Tpl_0/Content.xml': ofdPage(ofdText('示范县人民政府文件', 30, 40)) },
    });
    expect(textOf(await read(file))).toBe('示范县人民政府文件\n正文');
  });

  const locations: [what: string, location: (path: string) => string][] = [
    ['absolute', (path) => `/Doc_0/${path}`],
    ['relative to the archive', (path) => `Doc_0/${path}`],
    ['in another case', (path) => path.toUpperCase()],
    ['with dots', (path) => `./../Doc_0/./${path}`],
    ['with backslashes', (path) => path.replaceAll('/', '\\')],
  ];
  it.each(locations)('finds pages whose path is %s', async (_, location) => {
    expect(textOf(await read(makeOfd({ pages: [ofdText('正文', 30, 40)], location })))).toBe('正文');
  });

  it('tells of a page that is missing', async () => {
    const file = makeOfd({
      pages: [ofdText('正文', 30, 40)],
      document: '',
      location: (path) => path.replace('Page_0', 'Page_9'),
    });
    expect((await read(file)).problems).toEqual(['第 1 页在文件中缺失或损坏，没有读取。']);
  });
});

describe('text that an OFD page does not show', () => {
  const cases: [what: string, drawn: string, place: string][] = [
    ['not visible', ofdText(idNumber, 30, 60, 'Visible="false"'), '第 1 页不显示的文字'],
    ['under a black box', ofdText(idNumber, 30, 60) + ofdBox(28, 58, 100, 12), '第 1 页被遮盖的文字'],
    [
      'under a white box',
      ofdText(idNumber, 30, 60) + ofdBox(28, 58, 100, 12, '255 255 255'),
      '第 1 页被遮盖的文字',
    ],
    [
      'under a thick line',
      `${ofdText(idNumber, 30, 60)}<ofd:PathObject ID="9" Boundary="0 0 210 297" LineWidth="9"><ofd:AbbreviatedData>M 28 64 L 140 64</ofd:AbbreviatedData></ofd:PathObject>`,
      '第 1 页被遮盖的文字',
    ],
    [
      'under a photograph',
      ofdText(idNumber, 30, 60) + ofdPicture(21, 28, 58, 100, 12),
      '第 1 页被遮盖的文字',
    ],
    ['white', ofdText(idNumber, 30, 60, '', ofdColour('255 255 255')), '第 1 页与底色相同的文字'],
    ['black on black', ofdBox(28, 58, 100, 12) + ofdText(idNumber, 30, 60), '第 1 页与底色相同的文字'],
    ['transparent', ofdText(idNumber, 30, 60, 'Alpha="0"'), '第 1 页与底色相同的文字'],
    ['beside the page', ofdText(idNumber, 300, 60), '第 1 页页面之外的文字'],
    ['without size', ofdText(idNumber, 30, 60, 'CTM="0.01 0 0 0.01 0 0"'), '第 1 页过小的文字'],
  ];
  const resources = {
    common: '<ofd:DocumentRes>Res.xml</ofd:DocumentRes>',
    parts: {
      'Doc_0/Res.xml': ofdPart(
        'Res',
        '<ofd:MultiMedias><ofd:MultiMedia ID="21" Type="Image"><ofd:MediaFile>a.jpg</ofd:MediaFile></ofd:MultiMedia><ofd:MultiMedia ID="22" Type="Image"><ofd:MediaFile>b.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>',
      ).replace('<ofd:Res', '<ofd:Res BaseLoc="Res"'),
      'Doc_0/Res/a.jpg': Buffer.from('ffd8ffe000104a464946', 'hex'),
      // Colour type 6: red, green, blue and alpha.
      'Doc_0/Res/b.png': Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000', 'hex'),
    },
  };
  it.each(cases)('%s', async (_, drawn, place) => {
    const content = await read(makeOfd({ pages: [ofdText('看得见的文字', 30, 40) + drawn], ...resources }));
    expect(textOf(content)).toBe('看得见的文字');
    expect(content.hidden).toEqual([{ kind: 'invisible', text: idNumber, place }]);
    expect(content.problems.join()).toMatch(
      place.includes('遮盖') ? /第 1 页的黑框或图片下面仍有文字/ : /第 1 页有看不见的文字/,
    );
  });

  const shown: [what: string, drawn: string][] = [
    [
      'white on a red bar',
      ofdBox(28, 38, 100, 12, '255 0 0') + ofdText('看得见的文字', 30, 40, '', ofdColour('255 255 255')),
    ],
    ['in a shaded cell', ofdBox(28, 38, 100, 12, '230 230 230') + ofdText('看得见的文字', 30, 40)],
    [
      'in a frame',
      `${ofdText('看得见的文字', 30, 40)}<ofd:PathObject ID="9" Boundary="28 38 100 12"><ofd:AbbreviatedData>M 0 0 L 100 0 L 100 12 L 0 12 C</ofd:AbbreviatedData></ofd:PathObject>`,
    ],
    ['under a transparent seal', ofdText('看得见的文字', 30, 40) + ofdPicture(22, 20, 30, 50, 50)],
  ];
  it.each(shown)('but not text %s', async (_, drawn) => {
    expect(await read(makeOfd({ pages: [drawn], ...resources }))).toMatchObject({
      blocks: [{ text: '看得见的文字' }],
      hidden: [],
    });
  });

  it('takes text under the picture of the whole page for that of a scan', async () => {
    const content = await read(
      makeOfd({ pages: [ofdText('识别的文字', 30, 40) + ofdPicture(21, 0, 0, 210, 297)], ...resources }),
    );
    expect(content).toMatchObject({ blocks: [{ text: '识别的文字' }], hidden: [] });
    expect(content.problems.join()).toContain('第 1 页为扫描图片，文字由扫描软件识别');
    expect(content.scanned).toBe(true);
  });
});

describe('what an OFD file carries beside its pages', () => {
  it('annotations: what they say, and what they draw', async () => {
    const annotation = `<ofd:Annot ID="31" Type="Stamp" Creator="李四" Visible="true"><ofd:Remark>批注内容</ofd:Remark><ofd:Appearance Boundary="0 0 210 297">${ofdText('注释所画', 30, 80)}</ofd:Appearance></ofd:Annot>`;
    const file = makeOfd({
      pages: [ofdText('正文', 30, 40)],
      document: '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>',
      parts: {
        'Doc_0/Annots/Annotations.xml': ofdPart(
          'Annotations',
          '<ofd:Page PageID="1"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page>',
        ),
        'Doc_0/Annots/Page_0/Annotation.xml': ofdPart('PageAnnot', annotation),
      },
    });
    const content = await read(file);
    expect(textOf(content)).toBe('正文\n注释所画');
    expect(content.hidden).toEqual([
      { kind: 'annotation', text: '李四', place: '第 1 页的注释' },
      { kind: 'annotation', text: '批注内容', place: '第 1 页的注释' },
    ]);
  });

  it('properties, outline, custom tags and parts that nothing names', async () => {
    const file = makeOfd({
      pages: [ofdText('正文', 30, 40)],
      info: '<ofd:Author>张三</ofd:Author><ofd:CreationDate>2026-01-01</ofd:CreationDate><ofd:CustomDatas><ofd:CustomData Name="k">自定数据</ofd:CustomData></ofd:CustomDatas>',
      document:
        '<ofd:Outlines><ofd:OutlineElem Title="删去的标题"/><ofd:OutlineElem Title="正文"/></ofd:Outlines>',
      parts: {
        'Doc_0/Tags/CustomTag.xml': `<t><name>标引内容</name></t>`,
        'Doc_0/Pages/Old/Content.xml': ofdPage(ofdText(idNumber, 30, 40)),
      },
    });
    expect((await read(file)).hidden.map(({ kind, text }) => [kind, text])).toEqual([
      ['property', '张三'],
      ['property', '自定数据'],
      ['other-part', '删去的标题'],
      ['other-part', '标引内容'],
      ['other-part', idNumber],
    ]);
  });

  it('attachments', async () => {
    const file = makeOfd({
      pages: [ofdText('正文', 30, 40)],
      document: '<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>',
      parts: {
        'Doc_0/Attachs/Attachments.xml': ofdPart(
          'Attachments',
          '<ofd:Attachment ID="1" Name="名单.txt"><ofd:FileLoc>a.txt</ofd:FileLoc></ofd:Attachment>',
        ),
        'Doc_0/Attachs/a.txt': idNumber,
      },
    });
    expect((await read(file)).problems).toEqual(['嵌入的文件“名单.txt”没有读取：没有读取']);
  });
});

describe('refuses OFD files that are broken or hostile', () => {
  const nested = Array.from(
    { length: 20 },
    (_, i) =>
      `<ofd:CompositeGraphicUnit ID="${i}"><ofd:Content>${`<ofd:CompositeObject ResourceID="${i + 1}" Boundary="0 0 9 9"/>`.repeat(10)}</ofd:Content></ofd:CompositeGraphicUnit>`,
  ).join('');
  const cases: [what: string, file: () => Uint8Array, code: string][] = [
    ['without a document', () => makeZip([{ name: 'OFD.xml', content: ofdPart('OFD', '') }]), 'damaged'],
    [
      'whose document is missing',
      () =>
        makeZip([
          {
            name: 'OFD.xml',
            content: ofdPart('OFD', '<ofd:DocBody><ofd:DocRoot>x.xml</ofd:DocRoot></ofd:DocBody>'),
          },
        ]),
      'damaged',
    ],
    ['cut off', () => pageOf(ofdText('正文', 30, 40)).subarray(0, 600), 'damaged'],
    ['of too many pages', () => makeOfd({ pages: Array.from({ length: 2_001 }, () => '') }), 'too-large'],
    [
      'with a part that inflates to very much',
      () => makeOfd({ pages: [' '.repeat(60_000_000)] }),
      'too-large',
    ],
  ];
  it.each(cases)('%s', async (_, file, code) => {
    await expect(read(file())).rejects.toEqual(expect.objectContaining({ name: 'Refusal', code }));
  });

  it('whose units of graphics multiply', async () => {
    const file = makeOfd({
      pages: ['<ofd:CompositeObject ResourceID="0" Boundary="0 0 9 9"/>' + ofdText('正文', 30, 40)],
      common: '<ofd:DocumentRes>Res.xml</ofd:DocumentRes>',
      parts: { 'Doc_0/Res.xml': ofdPart('Res', nested) },
    });
    await expect(read(file)).rejects.toEqual(expect.objectContaining({ code: 'too-large' }));
  });

  it('but takes as many characters from a run-length as the text has', async () => {
    const drawn = ofdText('正文', 30, 40).replace('g 1 5', 'g 999999999 5');
    expect(textOf(await read(pageOf(drawn)))).toBe('正文');
  });
});
