/** Why a file was not read, and what its owner can do about it. */
import type { RefusalCode, Unread } from './types.ts';

export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: RefusalCode;
  constructor(code: RefusalCode, message = standardMessage[code]) {
    super(message);
    this.code = code;
  }
}

const standardMessage: Record<RefusalCode, string> = {
  empty: '文件是空的。请检查后重新选择文件上传。',
  'too-large': '文件太大，或展开后的内容太多。请拆分或删去不需要的内容后重新上传。',
  encrypted: '文件设有密码，无法读取。请取消密码后另存，再重新上传。',
  damaged: '文件已损坏或不完整，无法读取。请在原软件中打开检查，另存为 .docx 或 .pdf 后重新上传。',
  unsupported: '不支持这种文件。请另存为 .docx 或 .pdf 后重新上传。',
  'no-text': '没有读出文字：文件可能是空白的，或者其中的图片不清楚。请上传 .docx 原件，或重新扫描得清楚些。',
  failed:
    '读取文件时系统出错。请在原软件中打开，另存为 .docx 或 .pdf 后重新上传；仍然不行，请告知系统管理员。',
  'too-slow': '读取文件用时过长，已停止。请另存为 .docx 或拆分后重新上传。',
};

/** Throws when `deadline` (of `performance.now()`, milliseconds) has passed. */
export function assertInTime(deadline: number): void {
  if (performance.now() > deadline) throw new Refusal('too-slow');
}

/** What any error of a reader says to the owner of the file. */
export function refusalOf(error: unknown): Pick<Unread, 'code' | 'message' | 'fault'> {
  if (error instanceof Refusal) return { code: error.code, message: error.message };
  if (error instanceof RangeError) {
    // A length in the file points outside of it; other ranges are those of the machine: strings, arrays, the stack.
    const code = 'code' in error ? 'damaged' : 'too-large';
    return { code, message: standardMessage[code] };
  }
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  return { code: 'failed', message: standardMessage.failed, fault: frames.slice(0, 6).join('\n') };
}
