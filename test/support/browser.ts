/** A real browser from npm alone, and the few things people do in it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import {
  type Browser,
  type BrowserContext,
  chromium as playwright,
  type Locator,
  type Page,
} from 'playwright-core';
import { withPalette } from './palette-png.ts';

export const launchBrowser = async (): Promise<Browser> =>
  playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args, headless: true });

export interface County {
  url: string;
  /** Mails, newest first. */
  outbox: () => Promise<{ to: string; subject: string; text: string }[]>;
}

/** Waits until a mail to somebody matches, and gives its first capture. */
export async function fromMail(county: County, to: string, pattern: RegExp): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    for (const mail of await county.outbox()) {
      const found = mail.to === to ? pattern.exec(`${mail.subject}\n${mail.text}`) : null;
      if (found) return found[1] ?? found[0];
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no mail to ${to} matches ${pattern}`);
}

/** By the link in the mail, as a person does it; each person has a browser of their own. */
export async function signIn(browser: Browser, county: County, email: string): Promise<Page> {
  const page = await (await newContext(browser)).newPage();
  await page.goto(`${county.url}/portal/sign-in`);
  await page.getByLabel('电子邮箱').fill(email);
  await page.getByRole('button', { name: '发送登录链接' }).click();
  await page.goto(await fromMail(county, email, /(http\S+\/portal\/sign-in\/\S+)/));
  await page.getByRole('button', { name: '登录' }).click();
  return page;
}

/** Opens a task from its mail and proves by the code of a second mail who it is. */
export async function openTask(
  browser: Browser,
  county: County,
  email: string,
  subject: string,
): Promise<Page> {
  const page = await (await newContext(browser)).newPage();
  await page.goto(await fromMail(county, email, new RegExp(`${subject}[^]*?(http\\S+/portal/t/\\S+)`)));
  await page.getByRole('button', { name: '发送验证码' }).click();
  await page.getByLabel('六位验证码').fill(await fromMail(county, email, /验证码是：(\d{6})/));
  await page.getByRole('button', { name: '确认并打开任务' }).click();
  return page;
}

const newContext = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });

/** Pictures for the README and the guide, when asked for by `SCREENSHOTS=<folder>`: from `from` on, `height` high. */
export async function picture(
  page: Page,
  name: string,
  { from, height = 900 }: { from?: Locator; height?: number } = {},
): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 1280, height });
  await page.evaluate(`scrollTo(0, ${from ? await topOf(page, from) : 0})`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), withPalette(await page.screenshot()));
}

const margin = 24;
const topOf = async (page: Page, element: Locator): Promise<number> => {
  const box = await element.first().boundingBox();
  return Math.max(0, Math.round((box?.y ?? 0) + Number(await page.evaluate('scrollY')) - margin));
};
