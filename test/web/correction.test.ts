import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { violations } from '../support/axe.ts';
import { fromMail, launchBrowser, openTask, picture, signIn } from '../support/browser.ts';
import { type RunningCounty, startCounty } from '../support/county.ts';

/** The number is smudged, the date is next year's, and one of two annexes did not come along. */
const text = `示范县民政局文件
示民发 二六 廿二
示范县民政局关于做好2026年老年助餐服务工作的通知
各乡镇人民政府、街道办事处：
为方便老年人就餐，现就做好老年助餐服务工作通知如下。
一、每个街道至少开设1家老年食堂。
附件：1.老年食堂名单
2.补贴标准
示范县民政局
2027年9月18日
（此件公开发布）
附件1
老年食堂名单
东街老年食堂、西街老年食堂。
`;
let county: RunningCounty;
let browser: Browser;
let clerk: Page;

beforeAll(async () => {
  [county, browser] = await Promise.all([startCounty(), launchBrowser()]);
});
afterAll(() => browser.close());

describe('what was misread', () => {
  it('is seen and corrected by the first reviewer, and published right', async () => {
    clerk = await signIn(browser, county, 'clerk@civil-affairs.demo');
    await clerk.goto(`${county.url}/portal/upload`);
    await clerk.getByLabel(/^主动公开/).check();
    await clerk.getByLabel('公开事项').selectOption('policy-documents');
    await clerk.getByLabel('不需要', { exact: true }).check();
    await clerk
      .getByLabel('正文')
      .setInputFiles({ name: '助餐通知.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await clerk.getByRole('button', { name: '提交并上传' }).click();
    await clerk.waitForURL(/\/portal\/documents\//);

    const head = await openTask(browser, county, 'head@civil-affairs.demo', '确认公开属性');
    const seen = await head.locator('main').innerText();
    expect(seen).toContain('成文日期2027-09-18晚于今天');
    expect(seen).toContain('附件说明列有《补贴标准》');
    expect(seen).toContain('各乡镇人民政府，街道办事处');
    expect(seen).toMatch(/领域建议\s+养老服务/);
    await head.getByLabel('发文字号').fill('示民发(2026)第22号');
    await head.getByLabel('发文机关').fill('示范县民政局、示范县财政局');
    await head.getByLabel('成文日期').fill('2026年9月18日');
    await head.getByLabel('主题分类').selectOption('民政、扶贫、救灾');
    await head.getByLabel('施行日期').fill('2026年10月1日');
    await picture(head, 'correction', { from: head.locator('details.fold.field') });
    await head.getByLabel(/^确认/).check();
    await head.getByRole('button', { name: '提交意见' }).click();
    expect(await head.locator('main').innerText()).toContain('发文字号：示民发〔2026〕22号');

    for (const [email, subject] of [
      ['secrecy@civil-affairs.demo', '保密审查'],
      ['editor@county-office.demo', '发布审查'],
    ] as const) {
      const page = await openTask(browser, county, email, subject);
      await page.getByLabel(/^通过/).check();
      await page.getByRole('button', { name: '提交意见' }).click();
    }
    const published = await browser.newPage();
    await published.goto(
      await fromMail(county, 'clerk@civil-affairs.demo', /(http\S+\/documents\/\w+\.html)/),
    );
    const page = await published.locator('main').innerText();
    expect(page).toContain('示民发〔2026〕22号');
    expect(page).toMatch(/发文机关\s+示范县民政局、示范县财政局/);
    expect(page).toContain('2026-09-18');
    expect(page).toMatch(/主题分类\s+民政、扶贫、救灾/);
    expect(page).toMatch(/施行日期\s+2026-10-01/);

    await clerk.reload();
    expect(await clerk.locator('main').innerText()).toContain(
      '更正要素：发文字号由（无）改为“示民发〔2026〕22号”；发文机关由“示范县民政局”改为“示范县民政局、示范县财政局”；成文日期由“2027-09-18”改为“2026-09-18”；',
    );
  });

  it('carries a number that was taken: clerk and reviewer are told which document has it, and go on', async () => {
    await clerk.goto(`${county.url}/portal/upload`);
    await clerk.getByLabel(/^主动公开/).check();
    await clerk.getByLabel('公开事项').selectOption('policy-documents');
    await clerk.getByLabel('不需要', { exact: true }).check();
    const copy = text.replace('示民发 二六 廿二', '示民发〔2026〕22号').replace('老年助餐', '老年助浴');
    await clerk
      .getByLabel('正文')
      .setInputFiles({ name: '助浴通知.txt', mimeType: 'text/plain', buffer: Buffer.from(copy) });
    await clerk.getByRole('button', { name: '提交并上传' }).click();
    await clerk.waitForURL(/\/portal\/documents\//);
    const told = '发文字号“示民发〔2026〕22号”还有别的文件在用';
    await expect
      .poll(async () => (await clerk.reload(), clerk.locator('main').innerText()), { timeout: 20_000 })
      .toContain(told);
    expect(await violations(clerk)).toEqual([]);
    await picture(clerk, 'same-number-clerk', { height: 800 });
    const head = await openTask(browser, county, 'head@civil-affairs.demo', '确认公开属性：.*助浴');
    await head.getByRole('button', { name: '提交意见' }).waitFor();
    expect(await head.locator('main').innerText()).toContain(told);
    await picture(head, 'same-number', { height: 1100 });
    await head.getByRole('link', { name: '示范县民政局关于做好2026年老年助餐服务工作的通知' }).click();
    expect(await head.locator('main').innerText()).toContain('已公开');
    await head.goBack();
    await head.locator('details.fold.field summary').click();
    await head.getByLabel('发文字号').fill('示民发〔2026〕23号');
    await head.getByLabel('成文日期').fill('2026年9月18日');
    await head.getByLabel(/^确认/).check();
    await head.getByRole('button', { name: '提交意见' }).click();
    await head.getByText('您的意见已记录').first().waitFor();
    expect(await head.locator('main').innerText()).not.toContain('还有别的文件在用');
    const secrecy = await openTask(browser, county, 'secrecy@civil-affairs.demo', '保密审查：.*助浴');
    await secrecy.getByRole('button', { name: '提交意见' }).waitFor();
    expect(await secrecy.locator('main').innerText()).not.toContain('还有别的文件在用');
  });
});
