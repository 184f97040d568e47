import { expect, it } from 'vitest';
import { isDiskFull, passing, patient } from './passing-trouble.ts';

const failed = (fields: object): Error => Object.assign(new Error('failed'), fields);

it.each([
  ['a full disk', { code: 'ENOSPC' }, '存储空间已满'],
  ['a used-up quota', { code: 'EDQUOT' }, '存储空间已满'],
  ['a database on a full disk', { code: 'ERR_SQLITE_ERROR', errcode: 13 }, '存储空间已满'],
  ['a database another process holds', { code: 'ERR_SQLITE_ERROR', errcode: 5 }, '正忙'],
  ['too many open files', { code: 'EMFILE' }, '正忙'],
  ['a service that cannot be reached', { code: 'ECONNREFUSED' }, '正忙'],
  ['a fault of the cloud', { name: 'InternalServerError', $fault: 'server', $metadata: {} }, '正忙'],
  ['an answer of the cloud that says 503', { name: 'Unknown', $metadata: { httpStatusCode: 503 } }, '正忙'],
  ['a limit of the cloud', { name: 'ThrottlingException', $fault: 'client', $metadata: {} }, '正忙'],
  ['an answer that never came', { name: 'TimeoutError' }, '正忙'],
])('%s passes: try later', (_, fields, message) => {
  const error = failed(fields);
  expect(passing(error)).toMatchObject({
    name: 'TryLater',
    message: expect.stringContaining(message) as string,
    cause: error,
  });
  expect(isDiskFull(error)).toBe(message === '存储空间已满');
});

it('what will not pass stays as it is', () => {
  const broken = failed({ code: 'ERR_SQLITE_ERROR', errcode: 11 });
  const refused = failed({
    name: 'AccessDeniedException',
    $fault: 'client',
    $metadata: { httpStatusCode: 400 },
  });
  for (const error of [broken, refused, failed({ code: 'ENOENT' }), new TypeError('x'), undefined, 'text'])
    expect(passing(error)).toBe(error);
});

it('a step names the trouble it met, and answers as ever when there is none', async () => {
  const trouble = failed({ code: 'ECONNRESET' });
  await expect(patient(() => Promise.reject(trouble))()).rejects.toMatchObject({ name: 'TryLater' });
  expect(await patient(async (n: number) => n + 1)(1)).toBe(2);
});
