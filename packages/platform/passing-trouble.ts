/** Trouble of a machine that passes: somebody makes room on the disk, another process lets go of the database. */
import { TryLater } from '@gongkai/domain/errors.ts';

/** Result codes of SQLite: https://sqlite.org/rescode.html */
const sqliteBusy = 5;
const sqliteFull = 13;
const full = new Set(['ENOSPC', 'EDQUOT']);
const busy = new Set(['EMFILE', 'ENFILE', 'EAGAIN', 'EBUSY']);

const codesOf = (error: unknown): { code: string; errcode: unknown } => {
  const { code, errcode } = Object(error) as { code?: unknown; errcode?: unknown };
  return { code: String(code), errcode };
};

export function isDiskFull(error: unknown): boolean {
  const { code, errcode } = codesOf(error);
  return full.has(code) || errcode === sqliteFull;
}

/** {@link TryLater} in its place when the error is such trouble: workflows wait and repeat, people are told so. */
export function passing(error: unknown): unknown {
  if (isDiskFull(error))
    return new TryLater('服务器存储空间已满，刚才提交的内容没有保存。请通知系统管理员，稍后再提交一次。', {
      cause: error,
    });
  const { code, errcode } = codesOf(error);
  return busy.has(code) || errcode === sqliteBusy
    ? new TryLater('服务器正忙，刚才提交的内容没有保存，请稍后再提交一次。', { cause: error })
    : error;
}
