import { expect, test } from 'vitest';
import { createPublicFiles } from './public-files.ts';
import { memoryFiles } from './testing.ts';

const text = async (file: Promise<{ body: Buffer } | undefined>): Promise<string | undefined> =>
  (await file)?.body.toString();

test('a file is read once, and again after it was invalidated', async () => {
  const { files, stored, asked } = memoryFiles({ 'a.html': { text: '旧' } });
  const publicFiles = createPublicFiles(files);
  await publicFiles.read('/a.html');
  stored['a.html'] = { text: '新' };
  expect(await text(publicFiles.read('/a.html'))).toBe('旧');
  publicFiles.invalidate('a.html');
  expect(publicFiles.cached('/a.html')).toBeUndefined();
  expect(await text(publicFiles.read('/a.html'))).toBe('新');
  expect(asked).toHaveLength(2);
});

test('many asking at once cause one read', async () => {
  const { files, asked } = memoryFiles({ 'a.html': { text: '甲' } });
  const publicFiles = createPublicFiles(files);
  await Promise.all(Array.from({ length: 50 }, () => publicFiles.read('/a.html')));
  expect(asked).toHaveLength(1);
});

test('what was being read while it was rewritten is never kept', async () => {
  const { files, stored, state } = memoryFiles({ 'a.html': { text: '旧' } });
  let open = (): void => {};
  state.gate = new Promise((resolve) => {
    open = resolve;
  });
  const publicFiles = createPublicFiles(files);
  const before = publicFiles.read('/a.html');
  stored['a.html'] = { text: '新' };
  publicFiles.invalidate('a.html');
  const after = publicFiles.read('/a.html');
  open();
  expect(await text(before)).toBe('旧');
  expect(await text(after)).toBe('新');
  expect(publicFiles.cached('/a.html')?.body.toString()).toBe('新');
});

test('memory is bounded, and what is asked for stays longest', async () => {
  const page = 'x'.repeat(100);
  const names = Array.from({ length: 30 }, (_, i) => `p${i}.html`);
  const { files } = memoryFiles(Object.fromEntries(names.map((name) => [name, { text: page }])));
  const publicFiles = createPublicFiles(files, { maxBytes: 1_000 });
  for (const name of names) {
    await publicFiles.read(`/${name}`);
    publicFiles.cached('/p0.html');
  }
  const kept = names.filter((name) => publicFiles.cached(`/${name}`));
  expect(kept).toHaveLength(10);
  expect(kept).toContain('p0.html');
  expect(kept).toContain('p29.html');
});

test('when everything in memory is asked for, the bound still holds', async () => {
  const names = Array.from({ length: 12 }, (_, i) => `p${i}.html`);
  const { files } = memoryFiles(Object.fromEntries(names.map((name) => [name, { text: 'x'.repeat(100) }])));
  const publicFiles = createPublicFiles(files, { maxBytes: 1_000 });
  for (const name of names) {
    await publicFiles.read(`/${name}`);
    for (const other of names) publicFiles.cached(`/${other}`);
  }
  expect(names.filter((name) => publicFiles.cached(`/${name}`)).length).toBeLessThanOrEqual(10);
});

test('a large download is served and not kept', async () => {
  const { files } = memoryFiles({ 'big.pdf': { text: 'x'.repeat(500) } });
  const publicFiles = createPublicFiles(files, { maxBytes: 1_000 });
  expect(await text(publicFiles.read('/big.pdf'))).toHaveLength(500);
  expect(publicFiles.cached('/big.pdf')).toBeUndefined();
});

test('a missing file is asked for again: it may be published any moment', async () => {
  const { files, stored } = memoryFiles({});
  const publicFiles = createPublicFiles(files);
  expect(await publicFiles.read('/a.html')).toBeUndefined();
  stored['a.html'] = { text: '甲' };
  expect(await text(publicFiles.read('/a.html'))).toBe('甲');
});

test('a failed read is not remembered', async () => {
  let fails = true;
  const { files } = memoryFiles({ 'a.html': { text: '甲' } });
  const publicFiles = createPublicFiles({
    get: (area, key) => (fails ? Promise.reject(new Error('disk')) : files.get(area, key)),
  });
  await expect(publicFiles.read('/a.html')).rejects.toThrow('disk');
  fails = false;
  expect(await text(publicFiles.read('/a.html'))).toBe('甲');
});

test('what is kept takes the memory that is counted: no page keeps a slab of Node’s pool', async () => {
  const { files } = memoryFiles({ 'a.html': { text: '甲'.repeat(100) } });
  const { body } = (await createPublicFiles(files).read('/a.html'))!;
  expect(body.buffer.byteLength).toBe(body.length);
});
