import { expect, it } from 'vitest';
import { isDiskFull, passing } from './passing-trouble.ts';

const failed = (fields: object): Error => Object.assign(new Error('failed'), fields);

it.each([
  ['a full disk', { code: 'ENOSPC' }, '存储空间已满'],
  ['a used-up quota', { code: 'EDQUOT' }, '存储空间已满'],
  ['a database on a full disk', { code: 'ERR_SQLITE_ERROR', errcode: 13 }, '存储空间已满'],
  ['a database another process holds', { code: 'ERR_SQLITE_ERROR', errcode: 5 }, '正忙'],
  ['too many open files', { code: 'EMFILE' }, '正忙'],
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
  for (const error of [broken, failed({ code: 'ENOENT' }), new TypeError('x'), undefined, 'text'])
    expect(passing(error)).toBe(error);
});
