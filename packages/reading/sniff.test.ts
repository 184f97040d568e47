import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeCompound } from '../../test/fixtures/compound.ts';
import { makePdf } from '../../test/fixtures/documents.ts';
import { makeZip, wordParagraph, makeWord } from '../../test/fixtures/zip.ts';
import { wrongEnding } from './file-name.ts';
import { sniff } from './sniff.ts';

const text = (value: string): Uint8Array => Buffer.from(value);
const zip = (...names: string[]): Uint8Array => makeZip(names.map((name) => ({ name, content: 'x' })));
const file = (name: string): Uint8Array =>
  readFileSync(new URL(`../../test/fixtures/files/${name}`, import.meta.url));

it.each<[what: string, bytes: Uint8Array, type: string | null]>([
  ['Word', makeWord(wordParagraph('x')), 'docx'],
  ['Word without declared types', zip('word/document.xml'), 'docx'],
  ['an archive with a folder named word', zip('word/通知.docx', 'xl/表.xlsx'), 'zip'],
  ['an archive that begins with a stored PDF', makeZip([{ name: 'a.pdf', content: '%PDF-1.4' }]), 'zip'],
  ['old Word', file('list.doc'), 'doc'],
  ['old Excel', file('list.xls'), 'xls'],
  ['an encrypted package', makeCompound({ EncryptedPackage: 'x' }), 'encrypted'],
  ['a table embedded in something else', makeCompound({ 'ObjectPool/_1/Workbook': 'x' }), 'cfb'],
  ['RTF', file('list.rtf'), 'rtf'],
  ['a page without a declaration', text('\n<HTML><p>x'), 'html'],
  ['a page behind a comment', text('<!-- saved from x --><html>'), 'html'],
  ['a page in UTF-16', Buffer.from('\uFEFF<html>x', 'utf16le'), 'html'],
  ['XHTML', text('<?xml version="1.0"?><html xmlns="x">'), 'html'],
  ['a table of a web program', text('<table><tr><td>x</table>'), 'html'],
  ['an archived page', text('MIME-Version: 1.0\r\nContent-Type: multipart/related'), 'mht'],
  ['a list', text('姓名,电话\n甲,1\n'), 'csv'],
  ['text', text('通知'), 'txt'],
  ['text that speaks of PDF', text(`${'字'.repeat(600)}%PDF-1.4`), 'txt'],
  ['a picture', Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1'), 'gif'],
  ['noise', Buffer.alloc(300, Buffer.from([1, 2, 3, 0x81, 5, 6, 7, 8])), null],
])('%s is told by its bytes', async (_, bytes, type) => {
  expect(await sniff(bytes)).toEqual({ type });
});

it('a PDF with an archive behind it is read as PDF, and says so', async () => {
  const sniffed = await sniff(Buffer.concat([await makePdf('x'), zip('a.txt')]));
  expect(sniffed).toMatchObject({ type: 'pdf', problem: expect.stringContaining('接着一个压缩包') });
});

it('an ending that promises something else is told', () => {
  expect(wrongEnding('名单.docx', 'xls')).toMatch(/\.docx，内容却是旧版 Excel 表格/);
  for (const [name, type] of [
    ['a.wps', 'doc'],
    ['a.ET', 'xlsx'],
    ['a.txt', 'csv'],
    ['a', 'pdf'],
    ['a.2026', 'txt'],
  ] as const)
    expect(wrongEnding(name, type)).toBeUndefined();
});
