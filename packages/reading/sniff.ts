/** What a file is, by its bytes: names lie. */
import { fileTypeFromBuffer } from 'file-type';
import { openZip } from './zip.ts';

/** `cfb` is the old Office container that could not be told apart further; null: perhaps plain text. */
export async function sniff(bytes: Uint8Array): Promise<string | null> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = file.toString('latin1', 0, 1024);
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK')) return zipKind(bytes);
  if (head.startsWith('\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1')) return cfbKind(file);
  if (head.startsWith('{\\rtf')) return 'rtf';
  const plain = head.replace(/^\u00EF\u00BB\u00BF/, '').trimStart();
  if (/^(<!doctype html|<html|<head|<body)/i.test(plain)) return 'html';
  if (plain.startsWith('<?xml')) return 'xml';
  // A byte order mark: text, which file-type takes for MPEG audio.
  if (/^(\u00FF\u00FE|\u00FE\u00FF|\u00EF\u00BB\u00BF)/.test(head)) return null;
  return (await fileTypeFromBuffer(bytes))?.ext ?? null;
}

function zipKind(bytes: Uint8Array): string {
  const names = openZip(bytes).names;
  const has = (pattern: RegExp): boolean => names.some((n) => pattern.test(n));
  if (has(/^word\//i)) return 'docx';
  if (has(/^xl\//i)) return 'xlsx';
  if (has(/^ppt\//i)) return 'pptx';
  if (has(/^OFD\.xml$/i)) return 'ofd';
  if (names.includes('content.xml') && names.includes('mimetype')) return 'odt';
  return 'zip';
}

/** Directory entries of a compound file are 128 bytes long and begin with their name in UTF-16. */
function cfbKind(file: Buffer): string {
  const holds = (name: string): boolean => {
    const wanted = Buffer.from(`${name}\0`, 'utf16le');
    for (let at = file.indexOf(wanted); at >= 0; at = file.indexOf(wanted, at + 1))
      if (at % 128 === 0) return true;
    return false;
  };
  if (holds('EncryptedPackage')) return 'encrypted';
  if (holds('WordDocument')) return 'doc';
  if (holds('Workbook') || holds('Book')) return 'xls';
  if (holds('PowerPoint Document')) return 'ppt';
  return 'cfb';
}
