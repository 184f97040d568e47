import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { handIn } from '@gongkai/cli/driver.ts';
import { makePdf } from '../fixtures/documents.ts';
import { makeWorkbook } from '../fixtures/workbook.ts';
import { violations } from '../support/axe.ts';
import { fromMail, launchBrowser, openTask, picture } from '../support/browser.ts';
import { type RunningCounty, startCounty } from '../support/county.ts';
import { grepFile } from '../support/grep-file.ts';

let county: RunningCounty;
let browser: Browser;
beforeAll(async () => {
  [county, browser] = await Promise.all([startCounty(), launchBrowser()]);
});
afterAll(() => browser.close());

const rows = [
  ['姓名', '证件号码', '家庭住址', '手机号码', '补贴金额'],
  ['陈某甲', '990101199901010014', '城关镇东街村一组12号', '13800138001', '1200'],
  ['林某乙', '990101199901010022', '城关镇西街村二组8号', '13800138002', '1300'],
  ['周某丙', '990101199901010030', '上坝镇南街村三组3号', '13800138003', '1400'],
];
const cell = (column: string, row: number, text: string): string =>
  `<c r="${column}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
const workbook = (): Uint8Array =>
  makeWorkbook([
    {
      name: '名单',
      before: '<cols><col min="6" max="6" width="9" hidden="1"/></cols>',
      rows: rows
        .map(
          (cells, i) =>
            `<row r="${i + 1}">${cells.map((text, c) => cell('ABCDE'[c]!, i + 1, text)).join('')}${cell('F', i + 1, i === 0 ? '银行卡号' : `621700000000000001${i}`)}</row>`,
        )
        .join(''),
    },
  ]);
const list = [
  '关于发放困难群众补贴的公示',
  '现将名单公示如下。',
  ...rows.map((r) => r.join('\t')),
  '经办人：吴某己',
].join('\n');

describe('reviewing a list with a hidden column, as a workbook and as a PDF', () => {
  let publicUrl: string;

  it('begins with the warning that something was covered up', async () => {
    await handIn(county.place, {
      clerk: 'civil-affairs-clerk',
      form: {
        title: '关于发放困难群众补贴的公示',
        attribute: 'redacted',
        ground: 'third-party',
        catalogueItem: 'policy-documents',
        needsInterpretation: false,
      },
      files: [
        { name: '名单.xlsx', body: Buffer.from(workbook()) },
        { name: '公示.pdf', body: Buffer.from(await makePdf(list, { columns: [79, 130, 230, 340, 430] })) },
      ],
    });
    const page = await openTask(browser, county, 'head@civil-affairs.demo', '确认公开属性');
    await expectText(page, '此文件似乎已做遮盖，但内容仍在文件中');
    await expectText(page, '《名单.xlsx》工作表“名单”隐藏的F列');
    await picture(page, 'review-covered', { height: 1200 });
    const end = "document.querySelector('footer').getBoundingClientRect().bottom + scrollY";
    // Of whole pixels and parts of them.
    const below = Number(await page.evaluate(`document.documentElement.scrollHeight - (${end})`));
    expect(Math.abs(below)).toBeLessThanOrEqual(1);
    expect(await violations(page)).toEqual([]);
    await send(page, '确认');
  });

  it('goes by keys through the findings, takes columns, and boxes drawn on the page', async () => {
    const page = await openTask(browser, county, 'secrecy@civil-affairs.demo', '保密审查');
    await page.locator('ol.findings').focus();
    await page.keyboard.press('j');
    const first = page.locator('ol.findings > li').first();
    const focused = (): Promise<unknown> => page.evaluate('document.activeElement.id');
    expect(await focused()).toBe(await first.getAttribute('id'));
    await page.keyboard.press('c');
    expect(await first.locator('input[value=cut]').isChecked()).toBe(true);
    const second = page.locator('ol.findings > li').nth(1);
    expect(await focused()).toBe(await second.getAttribute('id'));
    await page.keyboard.press('o');
    await page.keyboard.type('公示需要');

    for (const table of await page.locator('fieldset.column-choices').all()) {
      await table.getByLabel(/家庭住址/).selectOption('mask');
      await table.getByLabel(/手机号码/).selectOption('mask');
    }
    const image = page.locator('.page-image').first();
    await image.locator('img').scrollIntoViewIfNeeded();
    await expect
      .poll(() => page.evaluate(`document.querySelector('.page-image img').naturalWidth`), {
        timeout: 20_000,
      })
      .toBe(1240);
    const area = (await image.boundingBox())!;
    await page.mouse.move(area.x + area.width * 0.1, area.y + area.height * 0.5);
    await page.mouse.down();
    await page.mouse.move(area.x + area.width * 0.5, area.y + area.height * 0.6, { steps: 4 });
    await page.mouse.up();
    expect(Number(await page.getByLabel('左 %').first().inputValue())).toBeCloseTo(10, 0);
    expect(Number(await page.getByLabel('下 %').first().inputValue())).toBeCloseTo(60, 0);
    await picture(page, 'review-redaction', { from: page.locator('h2#text'), height: 1600 });
    await picture(page, 'review-page-image', { from: image, height: 1200 });
    expect(await violations(page)).toEqual([]);
    await send(page, '通过');
  });

  it('remembers for the next reviewer what was decided', async () => {
    const page = await openTask(browser, county, 'editor@county-office.demo', '发布审查');
    await expectText(page, '前面的审查已决定删减');
    await expectText(page, '前面的审查认为不需删减：公示需要');
    await expectText(page, '已定整列遮盖');
    await expectText(page, '前面的审查已框选 1 处');
    await send(page, '通过');
  });

  it('shows the copy beside the original before it goes out, and lets it be downloaded', async () => {
    const page = await openTask(browser, county, 'secrecy@civil-affairs.demo', '核准删减稿');
    await expectText(page, '138****8001');
    await expectText(page, '删减稿已由独立检查核验');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载 名单（删减稿）.xlsx' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('名单（删减稿）.xlsx');
    await picture(page, 'approve-redaction', { from: page.locator('h2#text'), height: 1700 });
    expect(await violations(page)).toEqual([]);
    await send(page, '通过');
    publicUrl = await fromMail(county, 'clerk@civil-affairs.demo', /(http\S+\/documents\/\w+\.html)/);
  });

  it('and the public finds nothing of what was taken out', async () => {
    const page = await browser.newPage();
    await page.goto(publicUrl);
    await expectText(page, '城关镇东街村');
    const gone = ['990101199901010014', '13800138001', '一组12号', '62170000000000', '银行卡号'];
    expect(grepFile(Buffer.from(await page.content()), gone)).toEqual([]);
    for (const name of [/名单（删减稿）\.xlsx/, /公示（删减稿）\.pdf/]) {
      const href = await page.getByRole('link', { name }).first().getAttribute('href');
      const file = await fetch(new URL(href!, publicUrl));
      expect(file.status).toBe(200);
      expect(grepFile(new Uint8Array(await file.arrayBuffer()), gone)).toEqual([]);
    }
  });
});

async function send(page: Page, outcome: string): Promise<void> {
  await page
    .getByLabel(new RegExp(`^${outcome}`))
    .first()
    .check();
  await page.getByRole('button', { name: '提交意见' }).click();
  await page.waitForURL(/\/decision$/);
  await county.place.settle();
}

async function expectText(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.textContent('body'), { timeout: 20_000 }).toContain(text);
}
