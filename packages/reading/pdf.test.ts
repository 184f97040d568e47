import { describe, expect, it } from 'vitest';
import { makePdf } from '../../test/fixtures/documents.ts';
import {
  hex,
  line,
  pageNumber,
  rawPdf,
  savedAgain,
  stream,
  textString,
} from '../../test/fixtures/raw-pdf.ts';
import { reading } from '../../test/fixtures/reading.ts';
import { readPdf } from './pdf.ts';
import { lineBlocks } from './blocks.ts';
import type { Content, Inner } from './types.ts';

const read = (bytes: Uint8Array): Promise<Content> => readPdf(bytes, reading());
const textOf = ({ blocks }: Content): string => blocks.map((b) => b.text).join('\n');
const idNumber = '990101199901010014';
const box = (x: number, y: number, width: number, height: number): string =>
  `q 0 0 0 rg ${x} ${y} ${width} ${height} re f Q\n`;
const onePage = (content: string, more: Partial<Parameters<typeof rawPdf>[0]> = {}): Uint8Array =>
  rawPdf({ pages: [{ content: line('Open text of the page', 50, 780) + content }], ...more });

describe('text that a page does not show', () => {
  const cases: [what: string, file: Uint8Array, place: string][] = [
    ['under a black box', onePage(line(idNumber, 50, 700) + box(45, 690, 200, 30)), '第 1 页被遮盖的文字'],
    [
      'under a white box',
      onePage(`${line(idNumber, 50, 700)}q 1 1 1 rg 45 690 200 30 re f Q`),
      '第 1 页被遮盖的文字',
    ],
    [
      'under a thick line',
      onePage(`${line(idNumber, 50, 700)}q 24 w 45 705 m 245 705 l S Q`),
      '第 1 页被遮盖的文字',
    ],
    [
      'under a box that carries a label',
      onePage(line(idNumber, 50, 700) + box(45, 690, 200, 30) + line('REMOVED', 60, 700, 14, '1 g')),
      '第 1 页被遮盖的文字',
    ],
    ['black on black', onePage(box(45, 690, 200, 30) + line(idNumber, 50, 700)), '第 1 页与底色相同的文字'],
    ['white on white', onePage(line(idNumber, 50, 700, 14, '1 1 1 rg')), '第 1 页与底色相同的文字'],
    ['almost white', onePage(line(idNumber, 50, 700, 14, '0.97 g')), '第 1 页与底色相同的文字'],
    ['in the mode that paints nothing', onePage(line(idNumber, 50, 700, 14, '3 Tr')), '第 1 页不显示的文字'],
    ['beside the page', onePage(line(idNumber, 700, 700)), '第 1 页页面之外的文字'],
    ['below a point', onePage(line(idNumber, 50, 700, 0.5)), '第 1 页过小的文字'],
    ['cut off', onePage(`q 300 300 50 50 re W n ${line(idNumber, 50, 700)} Q`), '第 1 页不显示的文字'],
    [
      'Chinese, of a font that is not in the file, under a box',
      onePage(line('张三', 50, 700) + box(45, 690, 200, 30)),
      '第 1 页被遮盖的文字',
    ],
  ];
  it.each(cases)('%s', async (_, file, place) => {
    const content = await read(file);
    expect(textOf(content)).toMatch(/^Open text of the page(\nREMOVED)?$/);
    expect(content.hidden).toEqual([
      { kind: 'invisible', text: expect.stringMatching(/^(990101199901010014|张三)$/), place },
    ]);
    expect(content.problems.join()).toMatch(
      place.includes('遮盖') ? /第 1 页的黑框或图片下面仍有文字/ : /第 1 页有看不见的文字/,
    );
  });

  it('outside the part that is shown, of a page that is cropped', async () => {
    const entries = '/CropBox [0 750 595 842]';
    const content = await read(
      rawPdf({ pages: [{ content: line('Shown', 50, 780) + line(idNumber, 50, 700), entries }] }),
    );
    expect(content).toMatchObject({
      blocks: [{ text: 'Shown' }],
      hidden: [{ text: idNumber, place: '第 1 页页面之外的文字' }],
    });
  });

  it('in a layer that is off, and not one that is on', async () => {
    const layer = (name: string, text: string, y: number): string =>
      `/OC /${name} BDC ${line(text, 50, y)} EMC\n`;
    const file = rawPdf({
      pages: [
        {
          content: layer('off', idNumber, 700) + layer('on', 'Shown', 600),
          resources: '/Properties << /off 100 0 R /on 101 0 R >>',
        },
      ],
      catalog: '/OCProperties << /OCGs [100 0 R 101 0 R] /D << /OFF [100 0 R] >> >>',
      objects: { 100: '<< /Type /OCG /Name (a) >>', 101: '<< /Type /OCG /Name (b) >>' },
    });
    expect(await read(file)).toMatchObject({
      blocks: [{ text: 'Shown' }],
      hidden: [{ kind: 'invisible', text: idNumber }],
    });
  });

  it('under a box in a form that the page draws', async () => {
    const form = stream(
      line(idNumber, 10, 10) + box(0, 0, 200, 40),
      '/Type /XObject /Subtype /Form /BBox [0 0 300 100] /Resources << /Font << /F1 3 0 R >> >>',
    );
    const file = rawPdf({
      pages: [
        {
          content: `${line('Shown', 50, 780)} q 1 0 0 1 50 600 cm /X Do Q`,
          resources: '/XObject << /X 100 0 R >>',
        },
      ],
      objects: { 100: form },
    });
    expect(await read(file)).toMatchObject({
      blocks: [{ text: 'Shown' }],
      hidden: [{ text: idNumber, place: '第 1 页被遮盖的文字' }],
    });
  });

  it('under an annotation that draws a box', async () => {
    const file = rawPdf({
      pages: [{ content: line('Shown', 50, 780) + line(idNumber, 50, 700), entries: '/Annots [100 0 R]' }],
      objects: {
        100: '<< /Type /Annot /Subtype /Square /Rect [45 690 245 720] /IC [0 0 0] /C [0 0 0] /F 4 /AP << /N 101 0 R >> >>',
        101: stream('0 g 0 0 200 30 re f', '/Type /XObject /Subtype /Form /BBox [0 0 200 30]'),
      },
    });
    expect(await read(file)).toMatchObject({
      blocks: [{ text: 'Shown' }],
      hidden: [{ text: idNumber, place: '第 1 页被遮盖的文字' }],
    });
  });
});

const image = stream(
  Buffer.alloc(64 * 64, 255),
  '/Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 8 /SMask 101 0 R',
);

describe('text that a page does show', () => {
  const seal = {
    objects: {
      100: image,
      101: stream(
        Buffer.alloc(64 * 64, 0),
        '/Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 8',
      ),
    },
  };
  const cases: [what: string, content: string][] = [
    ['white on a red bar', `q 1 0 0 rg 45 690 300 30 re f Q ${line('Shown', 50, 700, 14, '1 g')}`],
    ['in a shaded cell', `q 0.9 g 45 690 300 30 re f Q ${line('Shown', 50, 700)}`],
    ['in a frame drawn later', `${line('Shown', 50, 700)} q 2 w 45 690 300 30 re S Q`],
    ['under a transparent seal', `${line('Shown', 50, 700)} q 100 0 0 100 40 680 cm /Seal Do Q`],
    ['beside a box', line('Shown', 50, 700) + box(150, 690, 100, 30)],
  ];
  it.each(cases)('%s', async (_, content) => {
    const file = rawPdf({ pages: [{ content, resources: '/XObject << /Seal 100 0 R >>' }], ...seal });
    expect(await read(file)).toMatchObject({ blocks: [{ text: 'Shown' }], hidden: [] });
  });

  it('of a font that is not in the file', async () => {
    expect(textOf(await read(rawPdf({ pages: [{ content: line('示范县人民政府文件', 50, 700) }] })))).toBe(
      '示范县人民政府文件',
    );
  });

  it('turned by a quarter, with the page or without it', async () => {
    const content = `q 0 1 -1 0 300 100 cm ${line('First line', 0, 0)} ${line('second', 0, -40)} Q`;
    for (const entries of ['', '/Rotate 90'])
      expect(textOf(await read(rawPdf({ pages: [{ content, entries }] })))).toBe('First line\nsecond');
  });
});

describe('what a PDF carries beside its pages', () => {
  it('annotations and form fields, also values that a field inherits', async () => {
    const file = rawPdf({
      pages: [{ content: line('Shown', 50, 780), entries: '/Annots [100 0 R 101 0 R]' }],
      catalog: '/AcroForm << /Fields [102 0 R] >>',
      objects: {
        100: `<< /Type /Annot /Subtype /Text /Rect [0 0 20 20] /Contents ${textString('批注内容')} /T ${textString('李四')} >>`,
        101: '<< /Type /Annot /Subtype /Widget /Rect [50 50 200 80] /Parent 102 0 R >>',
        102: `<< /FT /Tx /T (field) /V (${idNumber}) /Kids [101 0 R] >>`,
      },
    });
    expect((await read(file)).hidden).toEqual([
      { kind: 'annotation', text: '批注内容', place: '第 1 页的注释' },
      { kind: 'annotation', text: '李四', place: '第 1 页的注释' },
      { kind: 'annotation', text: idNumber, place: '第 1 页的表单' },
    ]);
  });

  it('properties, also ones of its own and XMP, and titles of the outline', async () => {
    const xmp = `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><r xmlns="u"><creator>王五</creator><date>2026-01-01T00:00:00</date></r></x:xmpmeta>`;
    const file = onePage('', {
      catalog: '/Metadata 100 0 R /Outlines 101 0 R',
      info: `/Author ${textString('张三')} /Custom (${idNumber}) /Producer (x)`,
      objects: {
        100: stream(Buffer.from(xmp), '/Type /Metadata /Subtype /XML'),
        101: '<< /Type /Outlines /First 102 0 R /Last 102 0 R >>',
        102: `<< /Title ${textString('删去的标题')} /Parent 101 0 R >>`,
      },
    });
    const { hidden } = await read(file);
    expect(hidden.map(({ place, text }) => [place, text])).toEqual([
      ['文档属性', '张三'],
      ['文档属性', idNumber],
      ['文档属性', '王五'],
      ['书签目录', '删去的标题'],
    ]);
  });

  it('attached files', async () => {
    const file = onePage('', {
      catalog: '/Names << /EmbeddedFiles << /Names [(a) 100 0 R] >> >>',
      objects: {
        100: `<< /Type /Filespec /F (list.txt) /UF ${textString('名单.txt')} /EF << /F 101 0 R >> >>`,
        101: stream(idNumber, '/Type /EmbeddedFile'),
      },
    });
    const inner = (bytes: Uint8Array): Promise<Inner> =>
      Promise.resolve({
        ok: true,
        type: 'txt',
        content: { blocks: lineBlocks(Buffer.from(bytes).toString()), hidden: [], problems: [] },
      });
    expect((await readPdf(file, reading(undefined, inner))).hidden).toEqual([
      { kind: 'embedded', text: idNumber, place: '嵌入的文件“名单.txt”' },
    ]);
  });

  it('what earlier saves said and the file no longer says', async () => {
    const before = onePage(line(idNumber, 50, 700));
    const after = savedAgain(before, { [pageNumber(0) + 1]: stream(line('Open text of the page', 50, 780)) });
    const content = await read(after);
    expect(textOf(content)).toBe('Open text of the page');
    expect(content.hidden).toEqual([{ kind: 'earlier-save', text: idNumber, place: '较早保存的内容' }]);
    expect(content.problems.join()).toContain('较早保存');
    expect((await read(savedAgain(before, { 200: '<< >>' }))).hidden).toEqual([]);
  });
});

describe('what a PDF cannot say', () => {
  it('names the pages of pictures whose text nobody read, but not empty pages', async () => {
    const drawn = 'q 400 0 0 400 50 50 cm /Picture Do Q';
    const resources = '/XObject << /Picture 100 0 R >>';
    const file = rawPdf({
      pages: [
        { content: line('Shown', 50, 780) },
        { content: '' },
        { content: drawn, resources },
        { content: line('Shown', 50, 780) + drawn, resources },
      ],
      objects: { 100: image },
    });
    expect((await read(file)).pictures).toEqual([
      { place: '第 3 页', count: 1, scan: true },
      { place: '第 4 页', count: 1 },
    ]);
  });

  it('takes characters without meaning for none', async () => {
    const noise = Array.from(
      { length: 20 },
      (_, i) =>
        `BT /F2 14 Tf 50 ${750 - i * 20} Td ${hex(Array.from({ length: 20 }, (__, k) => String.fromCodePoint(0x8000 + i * 40 + k)).join(''))} Tj ET`,
    ).join('\n');
    const content = await read(rawPdf({ pages: [{ content: noise }] }));
    expect(content.blocks).toEqual([]);
    expect(content.problems.join()).toContain('第 1 页的文字是乱码');
  });

  it('refuses too many pages at once', async () => {
    const pages = Array.from({ length: 2_001 }, () => ({ content: '' }));
    await expect(read(rawPdf({ pages }))).rejects.toMatchObject({
      code: 'too-large',
      message: expect.stringContaining('2001 页'),
    });
  });

  it('refuses a password, but opens what only forbids changes', async () => {
    await expect(read(await makePdf('secret', { password: 'p' }))).rejects.toMatchObject({
      code: 'encrypted',
    });
    expect(textOf(await read(await makePdf('open', { ownerPassword: 'p' })))).toBe('open');
  });
});
