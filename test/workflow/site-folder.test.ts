/** The folder of plain files: the site that is left when database and workflow have stopped. */
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runDemo } from '@gongkai/cli/demo.ts';
import { decideOpenTasks, handIn } from '@gongkai/cli/driver.ts';
import type { Place } from '@gongkai/cli/place.ts';
import { plainSite } from '@gongkai/cli/plain-site.ts';
import { createHandler } from '@gongkai/cli/server.ts';
import { createSiteAlone } from '@gongkai/cli/site-alone.ts';
import { openTrial } from '@gongkai/cli/trial.ts';
import { everything } from '@gongkai/cli/archive/standing.ts';
import { documents } from '@gongkai/functions/shared/stores.ts';
import { monday, openTestTrial, temporaryFolder } from '../support/trial.ts';

type Handler = (request: Request) => Promise<Response>;
const site = 'http://localhost:8080';

/** The demo, and a notice with an attachment. */
async function publishedCounty() {
  const folder = temporaryFolder();
  const opened = await openTrial(folder, 8080, {}, monday);
  await runDemo(opened, () => undefined);
  const { place } = opened;
  const id = await handIn(place, {
    clerk: 'civil-affairs-clerk',
    form: { title: '', attribute: 'public', catalogueItem: 'policy-documents', needsInterpretation: false },
    files: [
      { name: '通知.txt', body: Buffer.from(notice) },
      { name: '附表.txt', body: Buffer.from('附表：各乡镇任务分解。') },
    ],
  });
  do await place.settle();
  while ((await decideOpenTasks(place, () => ({ outcome: 'approve' }))) > 0);
  await place.synced();
  return { folder, place, id };
}
const notice = [
  '示政办发〔2027〕5号',
  '示范县人民政府办公室关于冬春农田水利建设的通知',
  '各乡镇人民政府：',
  '为做好冬春农田水利建设，现将有关事项通知如下，请结合实际认真贯彻执行。',
  '示范县人民政府办公室',
  '2027年10月28日',
  '（此件公开发布）',
].join('\n');

const publicKeys = async ({ deps }: Place): Promise<string[]> => {
  const keys: string[] = [];
  for await (const key of everything((o) => deps.files.list('public', '', { ...o, limit: 500 })))
    keys.push(key);
  return keys;
};

/** Status, headers and bytes of every public address, and of one that is not there. */
async function readAll(handle: Handler, keys: readonly string[]): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const path of ['', 'all/', ...keys, 'documents/none.html']) {
    const response = await handle(new Request(`${site}/${path}`));
    const body = Buffer.from(await response.arrayBuffer()).toString('base64');
    all[path] = [response.status, Object.fromEntries(response.headers), body];
  }
  return all;
}

const statusAndText = async (handle: Handler, path: string, method = 'GET') => {
  const response = await handle(new Request(`${site}${path}`, { method }));
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe('with database and workflow stopped', () => {
  it('every public address answers as before, from the folder: bytes, headers, downloads', async () => {
    const { folder, place, id } = await publishedCounty();
    const handle = createHandler(place);
    const keys = await publicKeys(place);
    expect(keys.length).toBeGreaterThan(200);
    expect(keys.filter((key) => key.startsWith(`files/${id}/`))).toHaveLength(3);
    const before = await readAll(handle, keys);
    const [status, headers] = before[`documents/${id}.html`] as [number, Record<string, string>];
    expect([status, headers['x-content-type-options']]).toEqual([200, 'nosniff']);
    expect(headers['content-security-policy']).toContain("default-src 'none'");

    await place.close();
    place.publicFiles.clear();
    expect(await readAll(handle, keys)).toEqual(before);

    // The whole database is away, another process serves.
    for (const name of ['gongkai.db', 'files', 'search.db'])
      renameSync(join(folder, name), join(folder, `${name}.away`));
    const alone = createSiteAlone(place.deps.settings, plainSite(folder));
    expect(await readAll(alone, keys)).toEqual(before);
  });

  it('portal, uploads, search and subscriptions say in Chinese that they pause, and for how long', async () => {
    const { place } = await openTestTrial();
    await place.buildSite();
    const handle = createHandler(place);
    expect((await statusAndText(handle, '/portal/sign-in')).status).toBe(200);
    expect((await statusAndText(handle, '/healthz')).status).toBe(200);
    await place.close();
    for (const [path, method, said] of [
      ['/portal/', 'GET', '工作平台暂时不能使用'],
      ['/portal/sign-in', 'GET', '工作平台暂时不能使用'],
      ['/portal/sign-in', 'POST', '工作平台暂时不能使用'],
      ['/inbox', 'POST', '工作平台暂时不能使用'],
      ['/search?q=%E9%80%9A%E7%9F%A5', 'GET', '检索暂停'],
      ['/subscribe', 'GET', '订阅'],
      ['/subscribe', 'POST', '订阅'],
      ['/healthz', 'GET', 'The database does not answer'],
    ] as const) {
      const answer = await statusAndText(handle, path, method);
      expect([path, answer.status]).toEqual([path, 503]);
      expect(answer.text).toContain(said);
      expect(answer.headers.get('retry-after')).toBe('300');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  it('what was withdrawn is gone from the folder when the department hears of it', async () => {
    const { folder, place, id } = await publishedCounty();
    const www = join(folder, 'site/www');
    const downloads = (await publicKeys(place)).filter((key) => key.startsWith(`files/${id}/`));
    expect(downloads.map((key) => existsSync(join(www, key)))).toEqual([true, true, true]);
    await place.deps.workflow.start('withdrawal', `${id}-withdrawal`, {
      documentId: id,
      reason: '内容有误',
      actor: { id: 'county-office-editor', name: '王审核', role: 'office-editor' },
      showTitle: false,
    });
    await place.settle();
    expect((await documents(place.deps.table).need(id)).state).toBe('withdrawn');
    expect(downloads.filter((key) => existsSync(join(www, key)))).toEqual([]);
    const plain = plainSite(folder);
    for await (const key of plain.keys())
      expect([key, readFileSync(join(www, key)).includes('冬春农田水利')]).toEqual([key, false]);
    expect(readFileSync(join(www, `documents/${id}.html`), 'utf8')).toContain('内容有误');
    expect(await place.siteFolder.compare({})).toEqual({ missing: [], different: [], stray: [] });
    await place.close();
  });

  it('a site without its database is not begun anew', async () => {
    const { folder, place } = await publishedCounty();
    await place.close();
    renameSync(join(folder, 'gongkai.db'), join(folder, 'elsewhere.db'));
    await expect(openTrial(folder, 8080)).rejects.toThrow('请先从备份恢复');
  });
});
