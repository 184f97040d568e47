import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { makeDocx } from '../fixtures/documents.ts';
import { officialDocuments } from '@gongkai/cli/demo-documents.ts';
import { violations } from '../support/axe.ts';
import { fromMail, launchBrowser, openTask, picture, signIn } from '../support/browser.ts';
import { type RunningCounty, startCounty } from '../support/county.ts';

const source = officialDocuments.find((d) => d.id === 'care-allowance')!;
const title = source.expected.title!;
let county: RunningCounty;
let browser: Browser;

beforeAll(async () => {
  [county, browser] = await Promise.all([startCounty(), launchBrowser()]);
});
afterAll(() => browser.close());

describe('the journey of a document, by the people who make it', () => {
  let publicUrl: string;

  it('a clerk signs in from the mail and uploads with a progress bar', async () => {
    const page = await signIn(browser, county, 'clerk@civil-affairs.demo');
    await page.goto(`${county.url}/portal/upload`);
    await page.getByLabel(/^主动公开/).check();
    await page.getByLabel('公开事项').selectOption('policy-documents');
    await page.getByLabel('需要', { exact: true }).check();
    await page.getByLabel('正文').setInputFiles({
      name: '高龄津贴通知.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: Buffer.from(await makeDocx(source.text)),
    });
    await page.getByRole('button', { name: '提交并上传' }).click();
    await page.waitForURL(/\/portal\/documents\//);
    await expectText(page, '高龄津贴通知.docx');
  });

  it('three people approve it from their mails, each with a code', async () => {
    await fromMail(county, 'head@civil-affairs.demo', /确认公开属性/);
    await approve('head@civil-affairs.demo', '确认公开属性');
    await approve('secrecy@civil-affairs.demo', '保密审查');
    await approve('editor@county-office.demo', '发布审查');
    publicUrl = await fromMail(county, 'clerk@civil-affairs.demo', /(http\S+\/documents\/\w+\.html)/);
    expect(publicUrl).toContain(`${county.url}/documents/`);
  });

  it('the public reads it on the site and in the feeds', async () => {
    const page = await browser.newPage();
    await page.goto(publicUrl);
    await expectText(page, title);
    await expectText(page, '示政办发〔2026〕31号');
    for (const [name, pubDate] of [
      ['ArticleTitle', title],
      ['PubDate', '2026-09-21'],
    ] as const)
      expect(await page.locator(`meta[name=${name}]`).getAttribute('content')).toContain(pubDate);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /高龄津贴通知/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('高龄津贴通知.docx');

    await page.goto(`${county.url}/`);
    await expectText(page, title);
    const path = new URL(publicUrl).pathname.slice(1);
    for (const feed of [
      'all/feed.atom.xml',
      'all/feed.json',
      'columns/policies/feed.atom.xml',
      'departments/civil-affairs/feed.json',
    ])
      expect(await (await fetch(`${county.url}/${feed}`)).text()).toContain(path);
  });

  it('the clock moves, and the interpretation is written, approved and linked both ways', async () => {
    await county.trial.advance('1wd');
    const clerk = await openTask(browser, county, 'clerk@civil-affairs.demo', '政策解读');
    await expectText(clerk, '2026年9月24日');
    await clerk.getByLabel('解读标题').fill(`一图读懂《${title}》`);
    await clerk.getByLabel('解读正文').fill('问：谁可以领？\n答：具有本县户籍、年满80周岁的老年人。');
    await clerk.getByLabel('咨询方式').fill('民政局，电话 0990-1234567');
    const text = clerk.getByLabel('解读正文');
    const said = await text.inputValue();
    await text.fill(`${said}\n陈某甲，身份证号990101199901010014，已领。`);
    await clerk.getByRole('button', { name: '提交解读材料' }).click();
    await expectText(clerk, '解读正文第 3 段有身份证号');
    await picture(clerk, 'interpretation-refused', { height: 700 });
    await text.fill(`${said}\n经办人手机 13800138000。`);
    await clerk.getByRole('button', { name: '提交解读材料' }).click();
    const head = await openTask(browser, county, 'head@civil-affairs.demo', '审核解读材料');
    await expectText(head, '筛查发现（1 处）');
    expect(await head.locator('.interpretation mark').innerText()).toContain('13800138000');
    expect(await violations(head)).toEqual([]);
    await picture(head, 'interpretation-review', { height: 1000 });
    await approve('head@civil-affairs.demo', '审核解读材料');
    await county.place.settle();
    const page = await browser.newPage();
    await page.goto(publicUrl);
    await page
      .getByRole('link', { name: /一图读懂/ })
      .first()
      .click();
    await expectText(page, '年满80周岁');
    await page.getByRole('link', { name: title }).first().click();
    expect(page.url()).toBe(publicUrl);
  });

  it('a link that decided once decides nothing again', async () => {
    const page = await openTask(browser, county, 'head@civil-affairs.demo', '确认公开属性');
    await expectText(page, '已');
    expect(await page.getByRole('button', { name: '提交意见' }).count()).toBe(0);
  });

  it('the office takes it down, and a tombstone stands at its address', async () => {
    const page = await signIn(browser, county, 'editor@county-office.demo');
    const id = /documents\/(\w+)\.html/.exec(publicUrl)![1]!;
    await page.goto(`${county.url}/portal/documents/${id}`);
    await page.locator('summary', { hasText: '撤下这份文件' }).click();
    await page.getByLabel('撤下理由').fill('附件有误，更正后重新公开');
    await page.getByLabel(/我确认要撤下/).check();
    await page.getByRole('button', { name: '撤下', exact: true }).click();
    await page.waitForLoadState();
    await county.place.settle();
    await page.goto(publicUrl);
    await expectText(page, '附件有误，更正后重新公开');
    expect(await (await fetch(`${county.url}/all/feed.json`)).text()).not.toContain(id);
  });
});

async function approve(email: string, subject: string): Promise<void> {
  const page = await openTask(browser, county, email, subject);
  await page
    .getByLabel(/^(通过|确认)/)
    .first()
    .check();
  await page.getByRole('button', { name: '提交意见' }).click();
  await page.waitForLoadState();
}

async function expectText(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.textContent('body'), { timeout: 20_000 }).toContain(text);
}
