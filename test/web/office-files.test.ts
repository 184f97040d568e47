/** Files as offices have them: a notice in .doc, its annex a workbook; made by LibreOffice, see test/fixtures/files. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { makeWorkbook } from '../fixtures/workbook.ts';
import { fromMail, launchBrowser, openTask, picture, signIn } from '../support/browser.ts';
import { type RunningCounty, startCounty } from '../support/county.ts';

interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}
const upload = (name: string, bytes: Uint8Array): Upload => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});
const file = (name: string): Uint8Array =>
  readFileSync(new URL(`../fixtures/files/${name}`, import.meta.url));
const text = (at: string, value: string): string => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const directory = makeWorkbook([
  {
    name: 'Sheet1',
    rows: `<row r="1">${text('A1', '机构名称')}${text('B1', '床位')}</row><row r="2">${text('A2', '城关镇敬老院')}<c r="B2"><v>60</v></c></row>`,
  },
]);

let county: RunningCounty;
let browser: Browser;
beforeAll(async () => {
  county = await startCounty();
});
// A browser each: in one process its contexts lend each other their cookies when a page fetches.
beforeEach(async () => {
  browser = await launchBrowser();
  return () => browser.close();
});

async function handIn(page: Page, main: Upload, others: Upload[]): Promise<void> {
  await page.goto(`${county.url}/portal/upload`);
  await page.getByLabel(/^主动公开/).check();
  await page.getByLabel('公开事项').selectOption('policy-documents');
  await page.getByLabel('不需要', { exact: true }).check();
  await page.getByLabel('正文').setInputFiles(main);
  await page.getByLabel(/^附件/).setInputFiles(others);
  await page.getByRole('button', { name: '提交并上传' }).click();
  await page.waitForURL(/\/portal\/documents\//);
}

async function expectText(page: Page, ...words: string[]): Promise<void> {
  for (const word of words)
    await expect.poll(() => page.textContent('body'), { timeout: 20_000 }).toContain(word);
}

async function approve(email: string, subject: string): Promise<void> {
  const page = await openTask(browser, county, email, subject);
  await page
    .getByLabel(/^(通过|确认)/)
    .first()
    .check();
  await page.getByRole('button', { name: '提交意见' }).click();
  await page.waitForLoadState();
}

it('a notice in .doc with a workbook goes from the form to the public site', async () => {
  const clerk = await signIn(browser, county, 'clerk@civil-affairs.demo');
  await handIn(clerk, upload('名录通知.doc', file('notice.doc')), [upload('名录.xlsx', directory)]);
  await approve('head@civil-affairs.demo', '确认公开属性');
  await approve('secrecy@civil-affairs.demo', '保密审查');
  await approve('editor@county-office.demo', '发布审查');
  const address = await fromMail(county, 'clerk@civil-affairs.demo', /(http\S+\/documents\/\w+\.html)/);
  const page = await browser.newPage();
  await page.goto(address);
  await expectText(page, '示民发〔2026〕12号', '关于公布2026年养老服务机构名录的通知', '名录通知.doc');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('link', { name: /名录\.xlsx|名录（/ })
      .first()
      .click(),
  ]);
  expect(download.suggestedFilename()).toBe('名录.xlsx');
});

it('a workbook that hides numbers of persons is shown to the reviewer with what it hides', async () => {
  const clerk = await signIn(browser, county, 'clerk@agriculture.demo');
  await handIn(clerk, upload('发放通知.wps', file('notice.doc')), [upload('发放名单.et', file('list.xls'))]);
  const head = await openTask(browser, county, 'head@agriculture.demo', '确认公开属性');
  await expectText(
    head,
    '工作表“名单”第 3 行隐藏的B列',
    '隐藏的工作表“底稿”第 2 行',
    '单元格 A3 的批注',
    '末尾几位已经丢失',
  );
  await picture(head, 'hidden-cells', { height: 1_200 });
});
