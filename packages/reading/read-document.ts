/** Reads a file of unknown origin into text, metadata and what it hides. */
import { assertHasText, textOf } from './blocks.ts';
import { findMetadata } from './metadata.ts';
import { readPdf } from './pdf.ts';
import { readDocx } from './docx.ts';
import { readTxt } from './read-txt.ts';
import { Refusal } from './refusal.ts';
import { findSecrecyMark } from './secrecy.ts';
import { sniff } from './sniff.ts';
import type { Content, Read, ReadResult, ReadType } from './types.ts';
import { refuseUnsupported } from './unsupported.ts';

export interface ReadOptions {
  /** Milliseconds for one file; 10,000 unless told. */
  timeoutMs?: number;
  /** 20 MiB unless told. */
  maxBytes?: number;
}

/** Never throws for what a file contains: a file that cannot be read gives `ok: false` and says what to do. */
export async function readDocument(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  const { timeoutMs = 10_000, maxBytes = 20 * 1024 * 1024 } = options;
  let type: string | null = null;
  try {
    if (bytes.byteLength === 0) throw new Refusal('empty');
    if (bytes.byteLength > maxBytes)
      throw new Refusal(
        'too-large',
        `文件超过 ${Math.floor(maxBytes / 1024 / 1024)} MB 的上限。请压缩图片或拆分后重新上传。`,
      );
    type = (await sniff(bytes)) ?? 'txt';
    const content = await readContent(type, bytes, timeoutMs);
    assertHasText(content);
    return understood(type as ReadType, content);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, type, code: error.code, message: error.message };
  }
}

async function readContent(type: string, bytes: Uint8Array, timeoutMs: number): Promise<Content> {
  if (type === 'txt') return readTxt(bytes);
  if (type === 'docx') return readDocx(bytes, performance.now() + timeoutMs);
  if (type === 'pdf') return readPdf(bytes, timeoutMs);
  return refuseUnsupported(type);
}

function understood(type: ReadType, { blocks, hidden, problems }: Content): Read {
  const { metadata, found, problems: doubts } = findMetadata(blocks);
  const secrecy = findSecrecyMark(blocks);
  return {
    ok: true,
    type,
    text: textOf(blocks),
    blocks,
    metadata,
    found,
    hidden,
    problems: [...problems, ...doubts],
    ...(secrecy ? { secrecy } : {}),
  };
}
