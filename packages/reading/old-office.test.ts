import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeCompound } from '../../test/fixtures/compound.ts';
import { reading } from '../../test/fixtures/reading.ts';
import { readDoc } from './doc.ts';
import { openCompound } from './ole.ts';
import { Refusal } from './refusal.ts';
import { readRtf } from './rtf.ts';
import type { Content, Reader, Reading } from './types.ts';
import { readXls } from './xls.ts';

/** Made by LibreOffice of list.rtf and list.fods. */
const file = (name: string): Uint8Array =>
  readFileSync(new URL(`../../test/fixtures/files/${name}`, import.meta.url));
const codeOf = async (read: Reader, bytes: Uint8Array): Promise<string> => {
  try {
    await read(bytes, reading());
    return 'read';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};
const streamsOf = (bytes: Uint8Array): Record<string, Uint8Array> => {
  const { names, ...compound } = openCompound(bytes);
  return Object.fromEntries(names.map((name) => [name, compound.stream(name)!]));
};
function changed(bytes: Uint8Array, stream: string, at: number, value: number): Uint8Array {
  const streams = streamsOf(bytes);
  streams[stream]![at]! |= value;
  if (at === 0) streams[stream]![at] = value;
  return makeCompound(streams);
}
const seen = ({ blocks }: Content): unknown[] => blocks.map((b) => [b.part ?? b.table, b.cells ?? b.text]);

describe.each([
  ['.doc', readDoc, 'list.doc'],
  ['.rtf', readRtf, 'list.rtf'],
] as const)('a %s', (_, read, name) => {
  it('gives header, text, tables with their merged cells, notes and footer', async () => {
    expect(seen(await read(file(name), reading()))).toEqual([
      ['header', '示范县民政局文件'],
      [undefined, '关于发放高龄津贴的通知'],
      [undefined, '各乡镇人民政府：'],
      [undefined, '现将名单印发给你们。'],
      [undefined, '联系我们'],
      [1, ['姓名', '身份证号', '金额']],
      [1, ['李某甲', '990101199901010014', '100']],
      [1, ['陈某乙', '990101199901010022', '200']],
      [1, ['合计', '', '300']],
      [undefined, '表后一段。'],
      [2, ['第二张表', '乙']],
      [undefined, '示范县民政局'],
      [undefined, '2026年9月1日'],
      ['note', '脚注内容'],
      ['footer', '经办人电话 13800138000'],
    ]);
  });

  it('keeps apart what is hidden, deleted, white or tiny, commented, and who wrote', async () => {
    const { hidden } = await read(file(name), reading());
    expect(hidden.map((h) => [h.kind, h.text])).toEqual(
      expect.arrayContaining([
        ['vanished', '藏在这里'],
        ['deleted', '删去的话'],
        ['invisible', '白色的字极小的字'],
        ['comment', '这里要核实'],
        ['field', 'HYPERLINK "mailto:zhao990101@example.cn"'],
        ['property', '赵起草'],
        ['property', '示范县民政局'],
        ['property', '王审核'],
      ]),
    );
  });
});

describe('an .xls', () => {
  it('gives what it shows, and what it hides with headings', async () => {
    const content = await readXls(file('list.xls'), reading());
    expect(seen(content)).toEqual([
      ['header', '示范县民政局'],
      ['header', '名单'],
      [undefined, '高龄津贴发放名单'],
      [1, ['姓名', '金额', '日期']],
      [1, ['李某甲', '100.5', '2026年9月1日']],
      [1, ['张某丙', '300', '2026年9月3日']],
      ['box', '框里的话'],
      ['footer', '制表人电话 13800138000'],
    ]);
    expect(content.hidden).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'hidden-column',
          cells: ['990101199901010014'],
          headings: ['身份证号'],
        }),
        expect.objectContaining({ kind: 'hidden-row', place: '工作表“名单”隐藏的第 4 行' }),
        expect.objectContaining({ kind: 'hidden-sheet', cells: ['赵某丁', '13800138000'] }),
        expect.objectContaining({ kind: 'comment', text: '这里要核实' }),
        expect.objectContaining({ kind: 'property', text: '赵起草' }),
      ]),
    );
    expect(content.problems.join()).toContain('B5把超过 15 位的号码存成了数字');
  });
});

describe('an old Office file', () => {
  it('shows the files inside it, wrapped as Office and as the Packager do', async () => {
    const doc = file('list.doc');
    const native = Buffer.concat([
      Buffer.alloc(6),
      Buffer.from('a.txt\0c:\\a.txt\0\0\0\u0003\0', 'latin1'),
      Buffer.from([6, 0, 0, 0]),
      Buffer.from('temp\0\0'),
      Buffer.from([4, 0, 0, 0]),
      Buffer.from('wrap'),
    ]);
    const inner: Reading['inner'] = async (bytes) => ({
      ok: true,
      type: 'txt',
      content: {
        blocks: [{ text: Buffer.from(bytes).toString(), kind: 'paragraph' }],
        hidden: [],
        problems: [],
      },
    });
    const compound = makeCompound({
      ...streamsOf(doc),
      'ObjectPool/_1/Package': 'whole',
      'ObjectPool/_2/\u0001Ole10Native': native,
      'Macros/VBA/dir': 'x',
    });
    const content = await readDoc(compound, reading(undefined, inner));
    expect(content.hidden.filter((h) => h.kind === 'embedded').map((h) => [h.text, h.place])).toEqual([
      ['whole', '嵌入的文件“_1”'],
      ['wrap', '嵌入的文件“a.txt”'],
    ]);
    expect(content.problems.join()).toContain('宏');
  });

  const doc = file('list.doc');
  it.each([
    ['an encrypted .doc', readDoc, changed(doc, 'WordDocument', 0x0b, 0x01), 'encrypted'],
    ['a Word 95 file', readDoc, changed(doc, 'WordDocument', 0, 0xdc), 'unsupported'],
    ['a .doc cut in half', readDoc, doc.subarray(0, doc.length / 2), 'damaged'],
    ['an .xls cut in half', readXls, file('list.xls').subarray(0, 4_000), 'damaged'],
    [
      'an .xls of half a record',
      readXls,
      makeCompound({ Workbook: new Uint8Array([9, 8, 16, 0, 0, 6, 5, 0]) }),
      'damaged',
    ],
    [
      'an encrypted .xls',
      readXls,
      makeCompound({ Workbook: new Uint8Array([0x2f, 0, 4, 0, 0, 0, 0, 0]) }),
      'encrypted',
    ],
  ])('is refused: %s', async (_, read, bytes, code) => {
    expect(await codeOf(read, bytes)).toBe(code);
  });
});
