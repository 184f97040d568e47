/** What a file is, by its bytes: names lie. */
import { fileTypeFromBuffer } from 'file-type';
import { decodeText } from './encoding.ts';
import { openCompound } from './ole.ts';
import { delimiterOf } from './read-txt.ts';
import { openZip } from './zip.ts';

export interface Sniffed {
  /** `cfb` is an old Office container of another kind; null: nothing known, and no text. */
  type: string | null;
  /** Chinese, when the bytes are two things at once. */
  problem?: string;
}

/** Throws Refusal for containers that are damaged, encrypted or too large. */
export async function sniff(bytes: Uint8Array): Promise<Sniffed> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = file.toString('latin1', 0, 1024);
  if (head.startsWith('PK')) return { type: zipKind(bytes) };
  if (head.includes('%PDF-')) return { type: 'pdf', ...appended(file) };
  if (head.startsWith('\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1'))
    return { type: compoundKind(bytes) };
  if (head.startsWith('{\\rtf')) return { type: 'rtf' };
  return { type: markup(head) ?? (await known(bytes, head)) ?? textKind(bytes) };
}

/** Behind a PDF some programs find an archive: what is in it nobody would see here. */
function appended(file: Buffer): { problem?: string } {
  const end = file.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  return end > 0 && end > file.lastIndexOf('%%EOF', undefined, 'latin1')
    ? { problem: 'PDF 的后面还接着一个压缩包，其中的内容没有读取。请用原软件另存为新的 PDF 后重新上传。' }
    : {};
}

/** By the part that makes a package what it is; a folder named `word` in an archive makes no Word file. */
function zipKind(bytes: Uint8Array): string {
  const names = openZip(bytes).names.map((name) => name.toLowerCase());
  const isPackage = names.includes('[content_types].xml');
  const has = (main: string, folder: string): boolean =>
    names.includes(main) || (isPackage && names.some((name) => name.startsWith(folder)));
  if (has('word/document.xml', 'word/')) return 'docx';
  if (names.includes('xl/workbook.bin')) return 'xlsb';
  if (has('xl/workbook.xml', 'xl/')) return 'xlsx';
  if (has('ppt/presentation.xml', 'ppt/')) return 'pptx';
  if (names.includes('ofd.xml')) return 'ofd';
  if (names.includes('content.xml') && names.includes('mimetype')) return 'odt';
  return 'zip';
}

/** By the streams at the root: what is embedded lies deeper. */
function compoundKind(bytes: Uint8Array): string {
  const { names } = openCompound(bytes);
  const kinds = {
    EncryptedPackage: 'encrypted',
    WordDocument: 'doc',
    Workbook: 'xls',
    Book: 'xls',
    'PowerPoint Document': 'ppt',
  };
  const found = Object.entries(kinds).find(([name]) =>
    names.some((n) => n.toLowerCase() === name.toLowerCase()),
  );
  return found?.[1] ?? 'cfb';
}

function markup(head: string): string | undefined {
  const plain = head
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .replaceAll('\u0000', '')
    .trimStart();
  if (
    /^(\u00FF\u00FE|\u00FE\u00FF)?(<!--[^]*?-->\s*)?<(!doctype html|html|head|body|table|meta)\b/i.test(plain)
  )
    return 'html';
  if (plain.startsWith('<?xml')) return /<html\b/i.test(plain) ? 'html' : 'xml';
  if (/^(MIME-Version:|From:|Content-Type:)/i.test(plain) && /multipart\/related/i.test(plain)) return 'mht';
  return undefined;
}

/** A byte order mark makes it text, which file-type takes for MPEG audio. */
const known = async (bytes: Uint8Array, head: string): Promise<string | undefined> =>
  /^(\u00FF\u00FE|\u00FE\u00FF|\u00EF\u00BB\u00BF)/.test(head)
    ? undefined
    : (await fileTypeFromBuffer(bytes))?.ext;

function textKind(bytes: Uint8Array): string | null {
  const text = decodeText(bytes);
  if (text === undefined) return null;
  return delimiterOf(text) === undefined ? 'txt' : 'csv';
}
