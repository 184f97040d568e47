import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderDirectoryData, renderDocumentData, renderListData, renderTombstoneData } from './api.ts';
import { renderCleanUpPage } from './clean-up-page.tsx';
import { comfortPath } from './comfort.ts';
import { renderDocumentPage } from './document-page.tsx';
import { renderEmbed } from './embed.tsx';
import { renderAtom, renderJsonFeed, renderRss } from './feeds.ts';
import { fixedFiles } from './files.ts';
import { renderHomePage } from './home-page.tsx';
import { renderInterpretationPage } from './interpretation-page.tsx';
import { itemFiles } from './item-page.tsx';
import { renderListPage } from './list-page.tsx';
import { renderNotFoundPage } from './message-pages.ts';
import { openApi } from './open-api.ts';
import { renderOpenSearch } from './open-search.ts';
import { renderPagesSitemap, renderSitemap, renderSitemapIndex } from './sitemap.ts';
import { renderPreviewPage } from './preview-page.tsx';
import { renderReassessmentPage } from './reassessment-page.tsx';
import { documentView, interpretationView, itemView, list, previewView, site } from './testing/fixture.ts';
import { hostileStrings, withEvery } from './testing/hostile.ts';
import { named, parsed } from './testing/parsed.ts';
import { cleanText } from './text.ts';
import { renderTombstonePage } from './tombstone-page.tsx';
import type { ValidityView } from './views.ts';

const tombstone = {
  title: '名单',
  indexNumber: '1',
  withdrawnAt: '2026-03-02T08:00:00Z',
  reason: '含有个人信息',
};
const result = {
  year: 2026,
  counts: { keep: 2 },
  opened: [{ title: '储备', path: null, outcome: 'release' }],
};

const validity: ValidityView = {
  state: 'repealed',
  since: '2026-03-02',
  reason: '由新办法替代',
  successor: { path: 'documents/d8.html', title: '新办法' },
};
const cleanUp = {
  year: 2026,
  changed: [{ title: '旧办法', documentNumber: '示政发〔2020〕1号', path: 'documents/d1.html', validity }],
};

/** Every page and feed with one string in every field. */
function everything(text: string) {
  const s = withEvery(text, site);
  const l = withEvery(text, list(1, 3));
  return {
    pages: [
      renderDocumentPage(s, withEvery(text, documentView({ redacted: true, validity }))),
      renderInterpretationPage(s, withEvery(text, interpretationView())),
      renderPreviewPage(s, 'files/d7/1.html', withEvery(text, previewView())),
      renderCleanUpPage(s, withEvery(text, cleanUp)),
      renderEmbed(s, l),
      renderTombstonePage(s, withEvery(text, tombstone)),
      renderListPage(s, l),
      renderListPage(s, { ...l, page: 1 }),
      renderHomePage(s, { ...l, kind: 'site' }),
      renderReassessmentPage(s, withEvery(text, result)),
      renderNotFoundPage(s),
      itemFiles(s, withEvery(text, itemView()))[0]!.body,
      ...fixedFiles(s)
        .filter((f) => f.path.endsWith('.html'))
        .map((f) => f.body),
    ],
    atom: renderAtom(s, l),
    rss: renderRss(s, l),
    openSearch: renderOpenSearch(s),
    sitemaps: [renderSitemap(s, l.entries), renderPagesSitemap(s), renderSitemapIndex(s, 2)],
    data: [
      renderDocumentData(s, withEvery(text, documentView({ validity }))),
      renderListData(s, l),
      renderDirectoryData(s),
      openApi(s),
      renderTombstoneData(s, 'd7', withEvery(text, tombstone)),
    ],
    json: renderJsonFeed(s, l),
  };
}

const elementNames = (page: string): string =>
  [...new Set(parsed(page).map((e) => e.name))]
    .filter((name) => name !== 'wbr')
    .sort()
    .join(' ');

test.each(hostileStrings)('the string %j in every field of every page and feed stays text', (text) => {
  const { pages, atom, rss, openSearch, sitemaps, data, json } = everything(text);
  for (const page of pages) {
    const elements = parsed(page);
    expect(named(elements, 'b').concat(named(elements, 'img'))).toEqual([]);
    expect(
      elements.flatMap((e) => Object.keys(e.attributes)).filter((name) => name.startsWith('on')),
    ).toEqual([]);
    for (const { attributes } of named(elements, 'script'))
      expect([`/xxgk/${comfortPath}`, 'application/ld+json']).toContain(
        attributes['type'] ?? attributes['src'],
      );
    expect(page).not.toMatch(/[^\P{Cc}\t\n]/u);
  }
  expect(named(parsed(atom), 'entry')).toHaveLength(3);
  expect(named(parsed(rss), 'item')).toHaveLength(3);
  expect(named(parsed(openSearch), 'Url')).toHaveLength(2);
  for (const sitemap of sitemaps)
    for (const { text: url } of named(parsed(sitemap), 'loc')) expect(url).toMatch(/^https:[\x21-\x7e]+$/);
  // JSON writes some of them with an escape.
  for (const file of data) expect(JSON.stringify(JSON.parse(file))).not.toMatch(/[^\P{Cc}\t\n]|\\u00[01]/u);
  expect((JSON.parse(json) as { items: unknown[] }).items).toHaveLength(3);
});

test('hostile text is shown as it was written, less its control characters', () => {
  for (const text of hostileStrings.filter((t) => t.trim() !== '' && cleanText(t).trim() !== '')) {
    const page = renderDocumentPage(site, documentView({ text: [{ text }] }));
    const shown = parsed(page).find((e) => e.attributes['class'] === 'text')!.text;
    expect(shown).toBe(cleanText(text).trim());
  }
});

test('structured data says the same as the page and cannot end its script element', () => {
  const title = '</script><script>alert("\u2028")</script>&';
  const view = documentView({ publication: { ...documentView().publication, title } });
  const page = renderDocumentPage(site, view);
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page.match(/<\/script/g)).toHaveLength(2);
  const data = JSON.parse(/ld\+json">(.*)<\/script>/.exec(page)![1]!) as { name: string };
  expect(data.name).toBe(title);
});

test('whatever text is in the fields, pages and feeds stay well-formed and keep their structure', () => {
  const plain = everything('文').pages.map(elementNames);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (random) => {
      const { pages, atom, json } = everything(`文${random.replace(/[\t\n]/g, '')}`);
      expect(pages.map(elementNames)).toEqual(plain);
      expect(named(parsed(atom), 'entry')).toHaveLength(3);
      JSON.parse(json);
    }),
    { numRuns: 40 },
  );
});
