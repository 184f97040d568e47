/** Plain text: a byte order mark decides; without one strict UTF-8, then GB18030 (which covers GBK and GB2312). */
import { lineBlocks } from './blocks.ts';
import { Refusal } from './refusal.ts';
import type { Content } from './types.ts';

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((b, i) => bytes[i] === b);

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** GB18030 decodes almost any bytes into something; characters that occur in no text give it away. */
function isOdd(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const odd = sample.match(/(?!\s)[\p{Cc}\p{Co}\p{Cn}]/gu) ?? [];
  return odd.length > 5 && odd.length > sample.length * 0.02;
}

/** Undefined when the bytes are not text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, 0xff, 0xfe)) return decoded(bytes, 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return decoded(bytes, 'utf-16be');
  const text = decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030');
  return text === undefined || isOdd(text) ? undefined : text;
}

export function readTxt(bytes: Uint8Array): Content {
  const text = decodeText(bytes);
  if (text === undefined)
    throw new Refusal(
      'unsupported',
      '无法识别文件内容。如果是文本文件，请以 UTF-8 编码另存；其他文件请另存为 .docx 或 .pdf 后重新上传。',
    );
  const blocks = lineBlocks(text);
  if (blocks.length === 0) throw new Refusal('empty');
  return { blocks, hidden: [], problems: [] };
}
