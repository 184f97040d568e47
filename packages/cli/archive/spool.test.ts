import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createSpool } from './spool.ts';

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-spool-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return { folder, spool: createSpool(folder) };
}

it('gives lines back in the order of their keys, whatever order they and their members came in', () => {
  const { spool } = setUp();
  spool.add('乙', { b: 1, a: { d: [{ z: 1, y: 2 }], c: '字' } });
  spool.add('甲', { n: 2 });
  spool.add('A', 'x');
  const text = ['"x"', '{"a":{"c":"字","d":[{"y":2,"z":1}]},"b":1}', '{"n":2}', ''].join('\n');
  expect(Buffer.concat([...spool.sorted()]).toString()).toBe(text);
  expect(spool.size).toBe(Buffer.byteLength(text));
  expect(spool.sha256()).toBe(createHash('sha256').update(text).digest('hex'));
  spool.close();
});

it('counts the last of two lines with one key, and leaves nothing behind', () => {
  const { folder, spool } = setUp();
  spool.add('a', { first: true });
  spool.add('a', { last: true });
  expect(Buffer.concat([...spool.sorted()]).toString()).toBe('{"last":true}\n');
  expect([spool.lines, spool.size]).toEqual([1, 14]);
  spool.close();
  expect(readdirSync(folder)).toEqual([]);
});
