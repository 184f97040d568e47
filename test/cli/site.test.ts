import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { gongkai, linesOf, serving } from './gongkai.ts';

/** A folder in which the demo has run. */
async function demoFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-site-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  expect((await gongkai(['demo', '--data', folder, '--json'])).code).toBe(0);
  return folder;
}

it('a site that agrees with its records is checked with exit code 0, and can be written as plain files', async () => {
  const data = await demoFolder();
  const checked = await gongkai(['check-site', '--data', data, '--json']);
  expect([checked.code, checked.err]).toEqual([0, '']);
  const [report] = linesOf(checked) as [{ files: number }];
  expect(report).toMatchObject({ missing: [], different: [], stray: [] });

  const into = join(data, 'plain');
  const rebuilt = await gongkai(['rebuild', '--data', data, '--into', into]);
  expect(rebuilt.out).toContain(`已写 ${report.files} 个文件`);
  expect(readFileSync(join(into, 'index.html'), 'utf8')).toContain('政府信息公开');
  expect(existsSync(join(into, 'all/feed.rss.xml'))).toBe(true);
});

it('what another process repaired is served at once by the server beside it', async () => {
  const data = await demoFolder();
  const port = await freePort();
  // The trial's addresses change with its port: what names the site by its address differs.
  await serving(['trial', '--data', data, '--port', String(port)]);
  const page = async (): Promise<string> =>
    (await fetch(`http://localhost:${port}/api/v1/all/page-1.json`)).text();
  const before = await page();
  const checked = await gongkai(['check-site', '--data', data]);
  expect(checked.code).toBe(1);
  expect(checked.err).toContain('不一致');
  expect((await gongkai(['check-site', '--data', data, '--repair'])).out).toContain('已修复');
  expect((await gongkai(['check-site', '--data', data])).code).toBe(0);
  await expect.poll(page, { timeout: 10_000 }).not.toBe(before);
});
