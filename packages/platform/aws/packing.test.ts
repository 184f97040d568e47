import { expect, it } from 'vitest';
import { pack, unpack } from './packing.ts';

const long = { text: '关于做好高龄津贴发放工作的通知'.repeat(40), list: [1, null, { a: true }] };

it('gives back what was packed, long and short', () => {
  for (const value of [long, {}, { a: 1 }]) expect(unpack(pack(value))).toEqual(value);
});

it('leaves short values readable', () => {
  expect(pack({ a: 1 })).toEqual({ value: { a: 1 } });
});

it('makes long values short', () => {
  expect(pack(long).packed!.length).toBeLessThan(200);
});

it('reads what was packed before: the dictionary never changes', () => {
  const packed = Buffer.from('w1b4QiorpYpRMOIAKGHAs3psLQA=', 'base64');
  expect(unpack({ packed })).toEqual({ kind: 'document', note: 'x'.repeat(500), history: [] });
});
