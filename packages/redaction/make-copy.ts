/** Makes the redacted copy of a file: in its own format where that can be proved clean, made anew elsewhere. */
import { type Block, cutBlocks } from './cut-blocks.ts';
import { copyDocx } from './docx/copy-docx.ts';
import { makeDocx } from './docx/make-docx.ts';
import { copyPdf, type PageCopy } from './pdf/copy-pdf.ts';
import type { CopyType } from './proof/prove.ts';
import type { Copy, Removal } from './removal.ts';
import { copyXlsx } from './xlsx/copy-xlsx.ts';
import { makeXlsx } from './xlsx/make-xlsx.ts';

export interface Source {
  /** As the reader found it. */
  type: string;
  bytes: Uint8Array;
  /** As the reader gave it. */
  blocks: readonly Block[];
}

export interface TypedCopy extends Copy {
  type: CopyType;
  /** Of a file of page images. */
  pages?: PageCopy[];
}

/** Spreadsheets of older kinds. */
const sheets = new Set(['xls', 'et', 'ods']);

/** `deadline` on the clock of `performance.now()`. Throws `Refusal`, and `RedactionRefused` when a part to be cut cannot be found. */
export async function makeCopy(source: Source, removal: Removal, deadline: number): Promise<TypedCopy> {
  const { type, bytes, blocks } = source;
  if (type === 'docx') return { type, ...copyDocx(bytes, removal, deadline) };
  if (type === 'xlsx') return { type, ...copyXlsx(bytes, removal, deadline) };
  if (type === 'pdf') return { type, ...(await copyPdf(source, removal, deadline)) };
  const cut = cutBlocks(blocks, removal);
  if (type === 'txt' || type === 'csv')
    return { type: 'txt', bytes: asText(cut.blocks), removed: cut.removed };
  return sheets.has(type)
    ? { type: 'xlsx', bytes: makeXlsx(cut.blocks), removed: cut.removed }
    : { type: 'docx', bytes: makeDocx(cut.blocks), removed: cut.removed };
}

/** Old editors on Windows recognise UTF-8 by its byte order mark only. */
const asText = (blocks: readonly Block[]): Uint8Array =>
  Buffer.from(`\uFEFF${blocks.map((b) => b.text).join('\n')}\n`);
