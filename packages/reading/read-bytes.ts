/** Bytes of unknown origin to text, metadata and what they hide; in the process that is made for it. */
import { assertHasText, textOf } from './blocks.ts';
import { readDocx } from './docx.ts';
import { findMetadata } from './metadata.ts';
import { readPdf } from './pdf.ts';
import { readTxt } from './read-txt.ts';
import { Refusal } from './refusal.ts';
import { findSecrecyMark } from './secrecy.ts';
import { sniff } from './sniff.ts';
import type { Content, Read, ReadResult, ReadType } from './types.ts';
import { refuseUnsupported } from './unsupported.ts';

/** `deadline` on the clock of `performance.now()`. */
export async function readBytes(bytes: Uint8Array, deadline: number): Promise<ReadResult> {
  let type: string | null = null;
  try {
    type = (await sniff(bytes)) ?? 'txt';
    const content = await readContent(type, bytes, deadline);
    assertHasText(content);
    return understood(type as ReadType, content);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, type, code: error.code, message: error.message };
  }
}

async function readContent(type: string, bytes: Uint8Array, deadline: number): Promise<Content> {
  if (type === 'txt') return readTxt(bytes);
  if (type === 'docx') return readDocx(bytes, deadline);
  if (type === 'pdf') return readPdf(bytes, deadline);
  return refuseUnsupported(type);
}

function understood(type: ReadType, { blocks, hidden, problems }: Content): Read {
  const { metadata, found, particulars, problems: doubts } = findMetadata(blocks);
  const secrecy = findSecrecyMark(blocks);
  return {
    ok: true,
    type,
    text: textOf(blocks),
    blocks,
    metadata,
    found,
    particulars,
    hidden,
    problems: [...problems, ...doubts],
    ...(secrecy ? { secrecy } : {}),
  };
}
