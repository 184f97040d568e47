/** The catalogue in a real browser: a department files, the office compares and approves, the public reads. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { sheetsOfXlsx } from '@gongkai/catalogue/sheets-of-xlsx.ts';
import { seedCatalogue } from '@gongkai/cli/demo-catalogue.ts';
import { civilAffairs } from '../catalogue-set/civil-affairs.ts';
import { makeWorkbook } from '../catalogue-set/xlsx.ts';
import { violations } from '../support/axe.ts';
import { launchBrowser, picture, signIn } from '../support/browser.ts';
import { type RunningCounty, startCounty } from '../support/county.ts';
import { publishUnder } from '../support/published-under.ts';

let county: RunningCounty;
let browser: Browser;
beforeAll(async () => {
  county = await startCounty();
  await seedCatalogue(county.place.deps);
  await county.place.buildSite();
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const upload = async (page: Page, name: string, bytes: Uint8Array): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-upload-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, name), bytes);
  await page.getByLabel('上传填好的模板').setInputFiles(join(folder, name));
  await page.getByRole('button', { name: '检查并导入' }).click();
};
const nameOf = async (data: string): Promise<string> =>
  ((await (await fetch(`${county.url}/${data}`)).json()) as { name: string }).name;
const body = (page: Page): Promise<string> => page.locator('main').innerText();

describe('the catalogue', () => {
  it('is filed with problems at their cells, compared, approved, and published', async () => {
    const head = await signIn(browser, county, 'head@civil-affairs.demo');
    await head.getByRole('link', { name: '公开事项目录' }).click();
    await picture(head, 'catalogue-list');
    await head
      .getByRole('row', { name: /社会救助/ })
      .getByRole('link')
      .click();
    expect(await body(head)).toContain('终止供养名单');
    await picture(head, 'catalogue-part');

    const [sheet] = sheetsOfXlsx(civilAffairs.bytes());
    const broken = sheet!.rows.map((row) => Array.from(row.cells, (cell) => cell?.text ?? null));
    broken[4]![6] = '县水务局';
    broken[6]![11] = null;
    broken[6]![10] = null;
    await upload(head, '社会救助.xlsx', makeWorkbook([{ name: '社会救助', rows: broken }]));
    const told = await body(head);
    expect(told).toContain('文件没有导入：有 2 处必须修改');
    expect(told).toMatch(/G5\s+必须修改 公开主体“县水务局”不在组织机构中/);
    expect(told).toMatch(/K7\s+必须修改 没有选择公开方式/);
    expect(told).toContain('终止供养名单');
    await picture(head, 'catalogue-problems');

    await upload(head, '社会救助.xlsx', civilAffairs.bytes());
    expect(await body(head)).toContain('文件已导入');
    await head.getByRole('row', { name: '综合业务·监督检查' }).getByRole('link', { name: '修改' }).click();
    await head.getByLabel('公开时限').fill('信息形成后7个工作日内');
    await picture(head, 'catalogue-row');
    await head.getByRole('button', { name: '保存' }).click();
    await head.getByLabel('修改说明').fill('按 2026 年标准指引调整');
    await head.getByRole('button', { name: '报送 5 项' }).click();
    expect(await body(head)).toContain('已报送，待审核');

    const editor = await signIn(browser, county, 'editor@county-office.demo');
    await editor.getByRole('link', { name: /民政局：社会救助领域公开事项目录/ }).click();
    await editor.getByRole('link', { name: '审核这次报送' }).click();
    const comparison = await body(editor);
    expect(comparison).toMatch(/新增 0 项，修改 5 项，删去 1 项/);
    expect(comparison).toContain('信息形成后7个工作日内');
    expect(comparison).toContain('终止供养名单');
    await picture(editor, 'catalogue-review');
    await editor.getByLabel('退回修改').check();
    await editor.getByRole('button', { name: '提交意见' }).click();
    expect(await body(editor)).toContain('退回必须写明理由');
    await editor.getByLabel('通过').check();
    await editor.getByRole('button', { name: '提交意见' }).click();
    expect(await body(editor)).toContain('已通过');

    const reader = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    await reader.goto(`${county.url}/catalogue/index.html`);
    await picture(reader, 'catalogue-public');
    await reader.getByRole('link', { name: /社会救助（5 项）/ }).click();
    expect(await body(reader)).toContain('第 2 版');
    await picture(reader, 'catalogue-public-field');
    await reader.getByRole('link', { name: '综合业务·监督检查' }).click();
    expect(await body(reader)).toContain('信息形成后7个工作日内');
    await picture(reader, 'catalogue-public-item');
    const feed = await reader.getByRole('link', { name: 'Atom' }).getAttribute('href');
    const atom = await reader.request.get(county.url + feed!);
    expect([atom.headers()['content-type'], await atom.text()]).toEqual([
      'application/atom+xml; charset=utf-8',
      expect.stringContaining('综合业务·监督检查'),
    ]);
    await reader.getByRole('link', { name: '邮件订阅' }).click();
    expect(await reader.getByLabel('订阅范围').inputValue()).toMatch(/^item#social-assistance-[0-9a-f]{8}$/);
    await picture(reader, 'catalogue-public-subscribe');
    const data = (await (await fetch(`${county.url}/catalogue/social-assistance.json`)).json()) as {
      items: unknown[];
    };
    expect(data.items).toHaveLength(5);
    const workbook = await fetch(`${county.url}/catalogue/social-assistance.xlsx`);
    expect(sheetsOfXlsx(new Uint8Array(await workbook.arrayBuffer()))[0]!.rows).toHaveLength(3 + 5);
  });

  it('shows what stands under an item in its archive, and in a frame on the county’s other sites', async () => {
    const fields = (await (await fetch(`${county.url}/catalogue/elderly-care.json`)).json()) as {
      items: { id: string; page: string; data: string }[];
    };
    const { id, page: path, data } = fields.items[0]!;
    await publishUnder(county.place, id, 21);
    const reader = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    await reader.goto(`${county.url}/${path}`);
    expect(await body(reader)).toContain('关于第21批救助对象监督检查情况的通报');
    await reader.getByText('在其他网站上显示本列表').click();
    expect(await violations(reader)).toEqual([]);
    await picture(reader, 'catalogue-item-archive', { from: reader.getByText('公开的信息').first() });
    const snippet = await reader.locator('.embed-code code').innerText();

    await reader.getByRole('link', { name: '第 1 页' }).click();
    expect(await reader.locator('h1').innerText()).toBe(await nameOf(data));
    expect(await body(reader)).toContain('关于第1批救助对象监督检查情况的通报');
    expect(await body(reader)).not.toContain('关于第21批');
    expect(await violations(reader)).toEqual([]);
    await picture(reader, 'catalogue-item-page-1');
    await reader.getByRole('link', { name: '最新信息' }).click();
    expect(reader.url()).toBe(`${county.url}/${path}`);

    const elsewhere = await (await browser.newContext()).newPage();
    await elsewhere.route('http://county.example/**', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<h1>县政府门户</h1>${snippet}` }),
    );
    await elsewhere.goto('http://county.example/');
    const frame = elsewhere.frameLocator('iframe');
    // It is loaded lazily: behind the page.
    await expect.poll(() => frame.getByRole('link').count(), { timeout: 20_000 }).toBe(1 + 10);
    await picture(elsewhere, 'catalogue-item-embed');
    await frame.getByRole('link', { name: '关于第21批救助对象监督检查情况的通报' }).click();
    await elsewhere.waitForURL(`${county.url}/documents/*`);
  });

  it('keeps the page of an item that has ended, with a note', async () => {
    const { items } = (await (await fetch(`${county.url}/catalogue/elderly-care.json`)).json()) as {
      items: { id: string }[];
    };
    expect(items).toHaveLength(1);
    const head = await signIn(browser, county, 'clerk@civil-affairs.demo');
    await head.goto(`${county.url}/portal/catalogue/elderly-care/civil-affairs/rows/new`);
    await head.getByRole('button', { name: '保存' }).click();
    expect(await body(head)).toContain('没有填写“公开内容（要素）”');
  });

  it('shows every department what it owes, as a page and as files', async () => {
    const editor = await signIn(browser, county, 'editor@county-office.demo');
    await editor.goto(`${county.url}/portal/catalogue/gaps`);
    expect(await body(editor)).toContain('自 2026-09-21 列入目录以来没有公开过信息');
    await picture(editor, 'catalogue-gaps');
    const csv = await editor.request.get(`${county.url}/portal/catalogue/gaps.csv?department=finance`);
    expect(await csv.text()).toMatch(/^\uFEFF领域,公开事项,缺口/);
    const head = await signIn(browser, county, 'head@finance.demo');
    await head.goto(`${county.url}/portal/catalogue/gaps?department=civil-affairs`);
    expect(await body(head)).toContain('财政局的公开缺口');
  });

  it('asks the departments of a field to file, by the legal day', async () => {
    const editor = await signIn(browser, county, 'editor@county-office.demo');
    await editor.goto(`${county.url}/portal/catalogue/health`);
    await editor.getByLabel('国务院部门标准指引（可以不填）').fill('医疗卫生领域标准指引');
    await editor.getByLabel('标准指引发布日期').fill('2026-07-01');
    await editor.getByRole('button', { name: '保存' }).click();
    await editor.getByRole('button', { name: /给 1 个部门下达任务/ }).click();
    // Three months on lies in the National Day holiday: the first working day after it.
    expect(await body(editor)).toContain('截止 2026-10-08');
    await picture(editor, 'catalogue-field');
    const head = await signIn(browser, county, 'head@health.demo');
    expect(await body(head)).toContain('医疗卫生领域公开事项目录');
  });
});
