import { describe, expect, it } from 'vitest';
import { makeDocx, makePdf, officialDocuments } from '../../test/fixtures/documents.ts';
import { makeCompound } from '../../test/fixtures/compound.ts';
import { makeZip } from '../../test/fixtures/zip.ts';
import { readDocument } from './read-document.ts';
import type { ReadResult } from './types.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const codeOf = (result: ReadResult): string => (result.ok ? 'read' : result.code);

const formats = {
  txt: async (text: string) => utf8(text),
  docx: makeDocx,
  pdf: (text: string) => makePdf(text),
};

describe('reads what official documents say about themselves', () => {
  for (const [type, make] of Object.entries(formats))
    it.each(officialDocuments)(`$id as ${type}`, async ({ text, expected }) => {
      const { secret, ...metadata } = expected;
      const result = await readDocument(await make(text));
      expect(result).toMatchObject({ ok: true, type, metadata });
      expect(result.ok && result.secrecy !== undefined).toBe(secret);
    });
});

it('tells where each piece of metadata was found', async () => {
  const result = await readDocument(utf8(officialDocuments[0]!.text));
  expect(result).toMatchObject({
    found: {
      title: { line: 2, certainty: 'certain' },
      documentNumber: { line: 1, where: '示政办发〔2026〕31号' },
      issuer: { where: '示范县人民政府办公室' },
      writtenDate: { where: '2026年9月14日' },
      mark: { where: '（此件公开发布）', certainty: 'certain' },
    },
  });
});

it('gives the text as blocks joined with line feeds and rows as cells joined with tabs', async () => {
  const result = await readDocument(await makeDocx('表一\n甲\t乙\t丙\n1\t\t3\n'));
  expect(result).toMatchObject({
    text: '表一\n甲\t乙\t丙\n1\t\t3',
    blocks: [
      { text: '表一', kind: 'paragraph' },
      { kind: 'row', cells: ['甲', '乙', '丙'] },
      { kind: 'row', cells: ['1', '', '3'] },
    ],
  });
});

it('removes control and zero-width characters', async () => {
  const result = await readDocument(utf8('关于\u000B印发\u0000\u0007方案\u200B的\u202E通知'));
  expect(result).toMatchObject({ text: '关于\n印发方案的通知' });
});

describe('refuses what it cannot read and says what to do', () => {
  const cases: [what: string, bytes: Uint8Array, code: string, says: RegExp][] = [
    ['nothing', new Uint8Array(), 'empty', /重新选择/],
    ['white space', utf8(' \n\t '), 'empty', /空/],
    ['a .doc without its text', makeCompound({ WordDocument: 'x' }), 'damaged', /损坏/],
    ['an .xls without its cells', makeCompound({ Workbook: 'x' }), 'damaged', /损坏/],
    ['an encrypted .docx', makeCompound({ EncryptedPackage: 'x' }), 'encrypted', /取消密码/],
    ['a .ppt', makeCompound({ 'PowerPoint Document': 'x' }), 'unsupported', /另存为 .pptx/],
    ['another compound file', makeCompound({ CONTENTS: 'x' }), 'unsupported', /原软件/],
    ['an .ofd without pages', makeZip([{ name: 'OFD.xml', content: '' }]), 'damaged', /损坏/],
    ['an .xlsx without sheets', makeZip([{ name: 'xl/workbook.xml', content: '' }]), 'damaged', /损坏/],
    ['an .xlsb', makeZip([{ name: 'xl/workbook.bin', content: '' }]), 'unsupported', /另存为 .xlsx/],
    ['an archive of nothing', makeZip([{ name: 'a/', content: '' }]), 'empty', /没有文件/],
    ['another archive', utf8('Rar!\u001a\u0007\u0000 and so on'), 'unsupported', /.zip/],
    ['a web page without text', utf8('<!DOCTYPE html><p> </p>'), 'no-text', /没有读出文字/],
    [
      'a picture of nothing',
      Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64'),
      'no-text',
      /图片/,
    ],
    ['noise', Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256), 'unsupported', /UTF-8/],
    ['half a PDF', utf8('%PDF-1.7\n1 0 obj'), 'damaged', /损坏/],
    ['half a zip', utf8('PK\u0003\u0004nothing'), 'damaged', /损坏/],
    [
      'a Word file without text',
      makeZip([{ name: 'word/document.xml', content: '<w/>' }]),
      'no-text',
      /扫描/,
    ],
  ];
  it.each(cases)('%s', async (_, bytes, code, says) => {
    const result = await readDocument(bytes);
    expect(codeOf(result)).toBe(code);
    expect(result.ok ? '' : result.message).toMatch(says);
  });

  it('a file above the limit, naming it', async () => {
    const result = await readDocument(new Uint8Array(2 * 1024 * 1024), { maxBytes: 1024 * 1024 });
    expect(result).toMatchObject({ ok: false, code: 'too-large' });
    expect(result.ok ? '' : result.message).toContain('1 MB');
  });

  it('a PDF with a password', async () => {
    const result = await readDocument(await makePdf('secret', { password: 'p' }));
    expect(result).toMatchObject({ ok: false, type: 'pdf', code: 'encrypted' });
  });

  it('a PDF without text', async () => {
    const result = await readDocument(await makePdf(' '));
    expect(result).toMatchObject({ ok: false, type: 'pdf', code: 'no-text' });
  });
});
