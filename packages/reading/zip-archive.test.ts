import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../test/fixtures/encodings.ts';
import { makeDocx, officialDocuments } from '../../test/fixtures/documents.ts';
import { makeWorkbook } from '../../test/fixtures/workbook.ts';
import { makeZip, type ZipEntry } from '../../test/fixtures/zip.ts';
import { limits } from '../../test/fixtures/reading.ts';
import { readBytes } from './read-bytes.ts';

const read = (...entries: ZipEntry[]) => readBytes(makeZip(entries), limits());
const hiding = makeWorkbook([
  {
    name: 'Sheet1',
    rows: '<row r="1" hidden="1"><c r="A1" t="inlineStr"><is><t>藏某</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2" t="inlineStr"><is><t>乙</t></is></c></row>',
  },
]);
const secret = officialDocuments.find((d) => d.expected.secret)!;

describe('an archive', () => {
  it('gives its members in turn, each under its name, and says what was not read', async () => {
    const result = await read(
      { name: '材料/', content: '' },
      { name: '材料/说明.txt', content: '说明文字' },
      { name: '../../etc/表.xlsx', content: hiding },
      { name: '表二.csv', content: '姓名,电话\n甲,1\n' },
      { name: '声音.mp3', content: 'ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000' },
      { name: '__MACOSX/._x', content: 'x' },
    );
    expect(result.ok && result.blocks.map((b) => [b.kind, b.text, b.table])).toEqual([
      ['heading', '材料/说明.txt', undefined],
      ['paragraph', '说明文字', undefined],
      ['heading', '../../etc/表.xlsx', undefined],
      ['row', '甲\t乙', 1],
      ['heading', '表二.csv', undefined],
      ['row', '姓名\t电话', 2],
      ['row', '甲\t1', 2],
      ['heading', '声音.mp3', undefined],
    ]);
    expect(result.ok && result.hidden[0]).toMatchObject({
      kind: 'hidden-row',
      text: '藏某',
      place: '压缩包中的“../../etc/表.xlsx”：工作表“Sheet1”隐藏的第 1 行',
    });
    expect(result.ok && result.problems.join()).toContain('压缩包中的“声音.mp3”没有读取：');
  });

  it('reads names in GBK, which say nothing of it', async () => {
    const name = '关于印发方案的通知.txt';
    const inGbk = Buffer.from(encodeGb18030(name)).toString('latin1');
    const bytes = Buffer.from(makeZip([{ name: 'N'.repeat(inGbk.length), content: '正文' }]));
    const renamed = Buffer.from(
      bytes.toString('latin1').replaceAll('N'.repeat(inGbk.length), inGbk),
      'latin1',
    );
    const result = await readBytes(renamed, limits());
    expect(result.ok && result.text).toBe(`${name}\n正文`);
  });

  it('is secret as a whole when one member is, however deep', async () => {
    const inner = makeZip([{ name: '密件.docx', content: await makeDocx(secret.text) }]);
    const result = await read(
      { name: '公开.txt', content: '公开的文字' },
      { name: '内.zip', content: inner },
    );
    expect(result).toMatchObject({ ok: true, secrecy: { line: 2 } });
    expect(result.ok && result.secrecy?.reason).toMatch(/^文件里面的另一个文件首部标有密级/);
  });

  it('goes three archives deep and no deeper', async () => {
    const nest = (bytes: Uint8Array, depth: number): Uint8Array =>
      depth === 0 ? bytes : nest(makeZip([{ name: 'a.zip', content: bytes }]), depth - 1);
    const text = makeZip([{ name: 'a.txt', content: '文字' }]);
    expect(await readBytes(nest(text, 2), limits())).toMatchObject({ ok: true });
    const deep = await readBytes(nest(text, 3), limits());
    expect(deep.ok && deep.problems.join()).toContain('层数太多');
  });

  it.each([
    [
      '300 members',
      Array.from({ length: 300 }, (_, i) => ({ name: `${i}.txt`, content: 'x' })),
      /300 个文件/,
    ],
    ['6,000 members', Array.from({ length: 6_000 }, (_, i) => ({ name: `${i}`, content: '' })), /内容太多/],
    ['a member with a password', [{ name: 'a.txt', content: 'x', flags: 1 }], /设有密码/],
  ])('is refused with %s', async (_, entries, says) => {
    const result = await read(...entries);
    expect(result.ok ? '' : result.message).toMatch(says);
  });
});
