/** Every kind of page, public and portal, in a real browser: axe, reflow, keyboard, and without JavaScript. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchBrowser, picture, signIn } from '../support/browser.ts';
import type { RunningCounty } from '../support/county.ts';
import { startDemoCounty } from '../support/demo-county.ts';

let county: RunningCounty;
let browser: Browser;
beforeAll(async () => {
  [county, browser] = await Promise.all([startDemoCounty(), launchBrowser()]);
});
afterAll(() => browser.close());

const fixed = [
  '/',
  '/all/',
  '/all/page-1.html',
  '/columns/policies/',
  '/columns/health/',
  '/departments/civil-affairs/',
  '/departments/civil-affairs/profile.html',
  '/departments/finance/profile.html',
  '/embed/all.html',
  '/guide.html',
  '/rules.html',
  '/catalogue.html',
  '/reports.html',
  '/requests.html',
  '/departments.html',
  '/map.html',
  '/open.html',
  '/reassessments/2027.html',
  '/search?q=%E4%BD%8E%E4%BF%9D',
  '/subscribe?column=policies',
  '/nothing-here.html',
];

/** Documents, tombstones, interpretations, previews and whatever else is made: all but the many lists alike. */
async function publicPages(): Promise<string[]> {
  const { items } = await county.place.deps.files.list('public', '', { limit: 10_000 });
  const isList = /^(columns|departments|embed)\//;
  const pages = items.filter((key) => key.endsWith('.html'));
  const made = pages.filter((key) => !isList.test(key));
  expect(made.length).toBeGreaterThan(5);
  // One of the many alike, and the form its page leads to.
  const item = /^columns\/items\/([^/]+)\.html$/.exec(
    pages.find((key) => key.startsWith('columns/items/'))!,
  )!;
  return [
    ...new Set([
      ...fixed,
      `/${item[0]}`,
      `/embed/${item[0]}`,
      `/subscribe?item=${item[1]}`,
      ...made.map((key) => `/${key}`),
    ]),
  ];
}

/** This browser is one process: closing one context would close it, so contexts stay until the end. */
const newPage = async (options: BrowserContextOptions = {}): Promise<Page> =>
  (await browser.newContext({ locale: 'zh-CN', ...options })).newPage();

/** What fails on any of the pages, each with its address. */
async function failing(
  page: Page,
  paths: readonly string[],
  check: (page: Page) => Promise<string[]>,
): Promise<string[]> {
  const failures: string[] = [];
  for (const path of paths) {
    await page.goto(county.url + path);
    failures.push(...(await check(page)).map((failure) => `${path} ${failure}`));
  }
  return failures;
}

const overflow = async (page: Page): Promise<string[]> => {
  const beyond = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
  return beyond > 0 ? [`reaches ${beyond} pixels beyond the window`] : [];
};

/** First: the browser remembers what the others choose. */
describe('what the README shows', () => {
  it('is a document with a table, one that is no longer in force, and the directory', async () => {
    const page = await newPage({ viewport: { width: 1280, height: 900 } });
    const paths = (await publicPages()).filter((path) => path.startsWith('/documents/'));
    const contentOf = async (path: string): Promise<string> => (await fetch(county.url + path)).text();
    for (const [name, sign] of [
      ['site-table', '<h2 class="annex">'],
      ['site-lapsed', 'validity-banner'],
    ] as const) {
      const found: string[] = [];
      for (const path of paths) if ((await contentOf(path)).includes(sign)) found.push(path);
      expect(found.length).toBeGreaterThan(0);
      await page.goto(county.url + found[0]!);
      const annex = page.locator('h2.annex').first();
      await picture(page, name, name === 'site-table' ? { from: annex, height: 640 } : { height: 760 });
    }
    await page.goto(`${county.url}/catalogue.html`);
    await picture(page, 'site-catalogue', { height: 900 });
  });
});

describe('the public site', () => {
  it.each([
    ['as it comes', {}],
    ['in the dark', { colorScheme: 'dark' }],
    ['with more contrast on a telephone', { contrast: 'more', viewport: { width: 390, height: 844 } }],
  ] satisfies [string, BrowserContextOptions][])('has no violation on any page, %s', async (_, options) => {
    const paths = await publicPages();
    expect(await failing(await newPage(options), paths, violations)).toEqual([]);
  });

  it('reflows at 320 pixels, which is 400 % zoom, and at 200 % in large text', async () => {
    const paths = await publicPages();
    const narrow = await newPage({ viewport: { width: 320, height: 640 } });
    expect(await failing(narrow, paths, overflow)).toEqual([]);
    const large = async (page: Page): Promise<string[]> => {
      if (await page.locator('#large').count()) await page.locator('#large').check();
      return overflow(page);
    };
    const zoomed = { viewport: { width: 640, height: 450 } };
    expect(await failing(await newPage(zoomed), paths, large)).toEqual([]);
    expect(await failing(narrow, fixed, large)).toEqual([]);
  });

  it('is shown large and in high contrast without JavaScript, and remembers it with', async () => {
    const size = async (page: Page): Promise<number> =>
      Number.parseFloat(String(await page.evaluate('getComputedStyle(document.documentElement).fontSize')));
    const plain = await newPage({ javaScriptEnabled: false });
    await plain.goto(`${county.url}/`);
    const heading = plain.locator('h2').first();
    const small = await heading.boundingBox();
    await plain.getByLabel('大字').check();
    expect((await heading.boundingBox())!.height).toBeGreaterThan(small!.height);

    const page = await newPage();
    await page.goto(`${county.url}/`);
    // Contexts of this browser share what pages store.
    await page.getByLabel('大字').uncheck();
    const before = await size(page);
    await page.getByLabel('大字').check();
    await page.getByLabel('高对比度').check();
    await page.goto(`${county.url}/all/`);
    expect(await size(page)).toBeGreaterThan(before);
    expect(await page.getByLabel('高对比度').isChecked()).toBe(true);
    expect(await violations(page)).toEqual([]);
  });

  it('is walked through by keyboard: past the frame to the text', async () => {
    const page = await newPage();
    await page.goto(`${county.url}/all/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('跳到正文');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.closest('.crumbs') !== null`)).toBe(true);
  });

  it('is in order for who hears it: one h1, no level skipped, landmarks, a language', async () => {
    const order = async (page: Page): Promise<string[]> => {
      const levels = await page
        .locator('h1, h2, h3, h4')
        .evaluateAll((all) =>
          (all as unknown as { tagName: string }[]).map((h) => Number(h.tagName.slice(1))),
        );
      const skipped = levels.some((level, i) => level > (levels[i - 1] ?? 0) + 1);
      return levels.filter((l) => l === 1).length === 1 && levels[0] === 1 && !skipped
        ? []
        : [levels.join(' ')];
    };
    const paths = await publicPages();
    expect(await failing(await newPage(), paths, order)).toEqual([]);
  });
});

describe('the portal', () => {
  it('has no violation on any page', async () => {
    const page = await signIn(browser, county, 'head@civil-affairs.demo');
    expect(await failing(page, ['/portal/tasks', '/portal/documents', '/portal/upload'], violations)).toEqual(
      [],
    );
    await page.goto(`${county.url}/portal/tasks`);
    await page.locator('main a[href*="/portal/tasks/"]').first().click();
    expect(await violations(page)).toEqual([]);
    const editor = await signIn(browser, county, 'editor@county-office.demo');
    expect(
      await failing(
        editor,
        ['/portal/profiles', '/portal/profiles/civil-affairs', '/portal/office?state=published'],
        violations,
      ),
    ).toEqual([]);
    await editor.locator('main a[href*="/portal/documents/"]').first().click();
    await editor.evaluate(`for (const d of document.querySelectorAll('details')) d.open = true`);
    expect(await violations(editor)).toEqual([]);
    const admin = await signIn(browser, county, 'admin@county-office.demo');
    expect(
      await failing(
        admin,
        ['/portal/organisation', '/portal/outbox', '/portal/sign-in', '/portal/nothing'],
        violations,
      ),
    ).toEqual([]);
  });
});
