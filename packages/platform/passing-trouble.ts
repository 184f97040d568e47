/** Trouble of a machine that passes: somebody makes room on the disk, another process lets go of the database. */
import { TryLater } from '@gongkai/domain/errors.ts';

/** Result codes of SQLite: https://sqlite.org/rescode.html */
const sqliteBusy = 5;
const sqliteFull = 13;
const full = new Set(['ENOSPC', 'EDQUOT']);
const busy = new Set(['EMFILE', 'ENFILE', 'EAGAIN', 'EBUSY']);
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** Of AWS, when its SDK has tried often enough: over a limit, or a fault of the service. */
const throttled = /Throttl|LimitExceeded|TooManyRequests|SlowDown|RequestTimeout|^TimeoutError$/;

const codesOf = (error: unknown): { code: string; errcode: unknown } => {
  const { code, errcode } = Object(error) as { code?: unknown; errcode?: unknown };
  return { code: String(code), errcode };
};

export function isDiskFull(error: unknown): boolean {
  const { code, errcode } = codesOf(error);
  return full.has(code) || errcode === sqliteFull;
}

function isServiceTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { $fault, $metadata } = error as { $fault?: string; $metadata?: { httpStatusCode?: number } };
  return (
    $fault === 'server' ||
    ($metadata?.httpStatusCode ?? 0) >= 500 ||
    ($metadata !== undefined && throttled.test(error.name)) ||
    error.name === 'TimeoutError'
  );
}

/** {@link TryLater} in its place when the error is such trouble: workflows wait and repeat, people are told so. */
export function passing(error: unknown): unknown {
  if (isDiskFull(error))
    return new TryLater('服务器存储空间已满，刚才提交的内容没有保存。请通知系统管理员，稍后再提交一次。', {
      cause: error,
    });
  const { code, errcode } = codesOf(error);
  return busy.has(code) || unreachable.has(code) || errcode === sqliteBusy || isServiceTrouble(error)
    ? new TryLater('服务器正忙，刚才提交的内容没有保存，请稍后再提交一次。', { cause: error })
    : error;
}

/** A step whose passing trouble carries the name by which the state machines wait and repeat. */
export const patient =
  <A extends unknown[], R>(step: (...args: A) => Promise<R>): ((...args: A) => Promise<R>) =>
  async (...args) => {
    try {
      return await step(...args);
    } catch (error) {
      throw passing(error);
    }
  };
