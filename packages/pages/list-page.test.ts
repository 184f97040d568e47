import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderHomePage } from './home-page.tsx';
import { renderListPage } from './list-page.tsx';
import { archiveNumbers, archivePageOf, archivePagesOf, describeList } from './lists.ts';
import { list, site } from './testing/fixture.ts';
import { named, parsed } from './testing/parsed.ts';
import { entriesPerPage } from './views.ts';

const linksOf = (page: string): string[] => named(parsed(page), 'a').map((a) => a.attributes['href'] ?? '');

/** An archive page as a publisher would write it when the list's newest running number is `newest`. */
function archivePage(page: number, newest: number): string {
  const { first, last } = archiveNumbers(page);
  const updatedAt = new Date(Date.UTC(2026, 5, 1, newest)).toISOString();
  return renderListPage(site, list(first, last, { page, archivePages: archivePagesOf(newest), updatedAt }));
}

test('a full archive page never changes, however many entries come after it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 500 }), (page, more) => {
      const full = page * entriesPerPage;
      expect(archivePage(page, full + more)).toBe(archivePage(page, full));
    }),
    { numRuns: 30 },
  );
});

test('every running number is on the newest page or on a full archive page', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), (newest, offset) => {
      const number = 1 + (offset % newest);
      const page = archivePageOf(number);
      const { first, last } = archiveNumbers(page);
      expect(first <= number && number <= last).toBe(true);
      expect(number > newest - entriesPerPage || page <= archivePagesOf(newest)).toBe(true);
    }),
  );
});

test('rendering twice gives the same page and leaves its input alone', () => {
  const input = list(1, 5);
  const before = structuredClone(input);
  expect(renderListPage(site, input)).toBe(renderListPage(site, input));
  expect(input).toEqual(before);
});

test('the newest page shows at most one page of entries, newest first', () => {
  const items = linksOf(renderListPage(site, list(1, 30))).filter((h) => h.includes('/documents/'));
  expect(items).toHaveLength(entriesPerPage);
  expect(items[0]).toBe('/xxgk/documents/d30.html');
});

test('from the newest page one walks through the archive to the oldest entry', () => {
  const newest = renderListPage(site, list(241, 260, { archivePages: 13 }));
  expect(linksOf(newest)).toContain('/xxgk/columns/social-assistance/page-13.html');
  expect(linksOf(newest)).toContain('/xxgk/columns/social-assistance/page-1.html');
  for (let page = 13; page > 1; page--)
    expect(linksOf(archivePage(page, 260))).toContain(
      `/xxgk/columns/social-assistance/page-${page - 1}.html`,
    );
  expect(linksOf(archivePage(1, 260))).toContain('/xxgk/columns/social-assistance/index.html');
});

test('an empty list is polite and still offers its feeds', () => {
  const page = renderListPage(site, list(1, 0));
  expect(page).toContain('暂时没有公开的信息');
  expect(linksOf(page)).toContain('/xxgk/columns/social-assistance/feed.atom.xml');
});

test('the home page has the fixed parts, every field and every department', () => {
  const page = renderHomePage(site, { ...list(1, 0), ...describeList(site, 'site', 'site') });
  for (const name of ['政府信息公开指南', '政府信息公开制度', '法定主动公开内容', '政府信息公开年报'])
    expect(page).toContain(name);
  expect(page).toMatch(/依申请公开<span class="soon">即将开通/);
  const links = linksOf(page);
  for (const { id } of site.columns) expect(links).toContain(`/xxgk/columns/${id}/index.html`);
  for (const { id } of site.departments) expect(links).toContain(`/xxgk/departments/${id}/index.html`);
});

test('a list that the site does not have has no description', () => {
  expect(describeList(site, 'column', 'nothing')).toBeUndefined();
  expect(describeList(site, 'department', 'nobody')).toBeUndefined();
  expect(describeList(site, 'department', 'finance')).toMatchObject({ name: '示范县财政局' });
});
