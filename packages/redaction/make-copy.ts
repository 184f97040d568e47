/** Makes the redacted copy of a file: in its own format where that can be proved clean, made anew elsewhere. */
import { type Block, cutBlocks } from './cut-blocks.ts';
import { copyDocx } from './docx/copy-docx.ts';
import { makeDocx } from './docx/make-docx.ts';
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
}

/** Spreadsheets of older kinds. */
const sheets = new Set(['xls', 'et', 'ods']);
const inPlace: Record<string, (source: Source, removal: Removal, deadline: number) => TypedCopy> = {
  docx: ({ bytes }, removal, deadline) => ({ type: 'docx', ...copyDocx(bytes, removal, deadline) }),
  xlsx: ({ bytes }, removal, deadline) => ({ type: 'xlsx', ...copyXlsx(bytes, removal, deadline) }),
  txt: asText,
  csv: asText,
};

/** `deadline` on the clock of `performance.now()`. Throws `RedactionRefused` when a part to be cut cannot be found. */
export function makeCopy(source: Source, removal: Removal, deadline: number): TypedCopy {
  const own = inPlace[source.type];
  if (own) return own(source, removal, deadline);
  const { blocks, removed } = cutBlocks(source.blocks, removal);
  return sheets.has(source.type)
    ? { type: 'xlsx', bytes: makeXlsx(blocks), removed }
    : { type: 'docx', bytes: makeDocx(blocks), removed };
}

/** Old editors on Windows recognise UTF-8 by its byte order mark only. */
function asText({ blocks }: Source, removal: Removal): TypedCopy {
  const cut = cutBlocks(blocks, removal);
  const text = cut.blocks.map((b) => b.text).join('\n');
  return { type: 'txt', bytes: Buffer.from(`\uFEFF${text}\n`), removed: cut.removed };
}
