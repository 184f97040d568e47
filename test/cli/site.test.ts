import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

it('the folder beside the site is compared and repaired with it', async () => {
  const data = await demoFolder();
  rmSync(join(data, 'site/www/all/index.html'));
  writeFileSync(join(data, 'site/www/forgotten.html'), '忘了撤下的');
  const checked = await gongkai(['check-site', '--data', data]);
  expect(checked.code).toBe(1);
  expect(checked.out).toContain('缺少  site/www/all/index.html\n多余  site/www/forgotten.html\n');
  expect((await gongkai(['check-site', '--data', data, '--repair'])).code).toBe(0);
  const [again] = linesOf(await gongkai(['check-site', '--data', data, '--json'])) as [object];
  expect(again).toMatchObject({ folder: { missing: [], different: [], stray: [] } });
});

const statusOf = async (url: string): Promise<number> => (await fetch(url)).status;

it('the site alone is served without the database, and says so of the portal', async () => {
  const data = await demoFolder();
  rmSync(join(data, 'gongkai.db'));
  const port = await freePort();
  await serving(['serve-site', '--data', data, '--port', String(port)]);
  const url = `http://localhost:${port}`;
  const home = await fetch(url);
  expect([home.status, await home.text()]).toEqual([
    200,
    readFileSync(join(data, 'site/www/index.html'), 'utf8'),
  ]);
  expect(await statusOf(`${url}/all/feed.rss.xml`)).toBe(200);
  expect(await statusOf(`${url}/portal/`)).toBe(503);
});

it('a database that cannot be opened closes the portal and not the site', async () => {
  const data = await demoFolder();
  // The demo's folder, as if it were a real county's.
  const place = JSON.parse(readFileSync(join(data, 'place.json'), 'utf8')) as { settings: object };
  writeFileSync(join(data, 'place.json'), JSON.stringify({ ...place, mode: 'serve' }));
  writeFileSync(join(data, 'settings.json'), JSON.stringify(place.settings));
  writeFileSync(
    join(data, 'gongkai.db'),
    'not a database at all, and long enough to be looked at'.repeat(20),
  );
  process.env['GONGKAI_SMTP_URL'] = 'smtp://localhost:2525';
  onTestFinished(() => void delete process.env['GONGKAI_SMTP_URL']);
  const port = await freePort();
  await serving(['serve', '--data', data, '--port', String(port)]);
  expect(await statusOf(`http://localhost:${port}/`)).toBe(200);
  expect(await statusOf(`http://localhost:${port}/portal/`)).toBe(503);
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
