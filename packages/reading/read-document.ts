/** Reads a file of unknown origin into text, metadata and what it hides. */
import { wrongEnding } from './file-name.ts';
import type { OcrLimits } from './ocr.ts';
import type { Reading } from './reading-messages.ts';
import { createPool } from './reading-pool.ts';
import { workerFile } from './reading-process.ts';
import { Refusal } from './refusal.ts';
import type { ReadResult } from './types.ts';

export interface ReadOptions {
  /** Milliseconds for one file, without what pictures take; 20,000 unless told. */
  timeoutMs?: number;
  /** Pictures whose text is recognised, and how long; 40 in a minute unless told. Others are named in `pictures`. */
  ocr?: OcrLimits;
  /** 20 MiB unless told. */
  maxBytes?: number;
  /** As its owner calls it: never decides, but may contradict the bytes. */
  name?: string;
}

const usualOcr: OcrLimits = { pictures: 40, timeoutMs: 60_000 };

/** More than one, so that a file which uses up its time holds up nobody. */
const readInPool = createPool<Reading>(() => workerFile(), 2);

/** Never throws for what a file contains: a file that cannot be read gives `ok: false` and says what to do. */
export async function readDocument(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  const { timeoutMs = 20_000, maxBytes = 20 * 1024 * 1024, ocr = usualOcr, name = '' } = options;
  try {
    if (bytes.byteLength === 0) throw new Refusal('empty');
    if (bytes.byteLength > maxBytes)
      throw new Refusal(
        'too-large',
        `文件超过 ${Math.floor(maxBytes / 1024 / 1024)} MB 的上限。请压缩图片或拆分后重新上传。`,
      );
    const result = await readInPool({ bytes, timeoutMs, ocr });
    const doubt = result.ok ? wrongEnding(name, result.type) : undefined;
    return result.ok && doubt !== undefined ? { ...result, problems: [doubt, ...result.problems] } : result;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ok: false, type: null, code: error.code, message: error.message };
  }
}
