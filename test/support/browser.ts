/** A real browser from npm alone, and the few things people do in it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium as playwright, type Page } from 'playwright-core';

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

/** Pictures for the README, when asked for by `SCREENSHOTS=<folder>`. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: false });
}
