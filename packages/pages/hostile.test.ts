import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderDocumentPage } from './document-page.tsx';
import { renderAtom, renderJsonFeed } from './feeds.ts';
import { fixedFiles } from './files.ts';
import { renderHomePage } from './home-page.tsx';
import { renderInterpretationPage } from './interpretation-page.tsx';
import { renderListPage } from './list-page.tsx';
import { renderNotFoundPage } from './message-pages.ts';
import { renderReassessmentPage } from './reassessment-page.tsx';
import { documentView, interpretationView, list, site } from './testing/fixture.ts';
import { hostileStrings, withEvery } from './testing/hostile.ts';
import { named, parsed } from './testing/parsed.ts';
import { cleanText } from './text.ts';
import { renderTombstonePage } from './tombstone-page.tsx';

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

/** Every page and feed with one string in every field. */
function everything(text: string): { pages: string[]; atom: string; json: string } {
  const s = withEvery(text, site);
  const l = withEvery(text, list(1, 3));
  return {
    pages: [
      renderDocumentPage(s, withEvery(text, documentView({ redacted: true }))),
      renderInterpretationPage(s, withEvery(text, interpretationView())),
      renderTombstonePage(s, withEvery(text, tombstone)),
      renderListPage(s, l),
      renderListPage(s, { ...l, page: 1 }),
      renderHomePage(s, { ...l, kind: 'site' }),
      renderReassessmentPage(s, withEvery(text, result)),
      renderNotFoundPage(s),
      ...fixedFiles(s)
        .filter((f) => f.path.endsWith('.html'))
        .map((f) => f.body),
    ],
    atom: renderAtom(s, l),
    json: renderJsonFeed(s, l),
  };
}

const elementNames = (page: string): string => [...new Set(parsed(page).map((e) => e.name))].sort().join(' ');

test.each(hostileStrings)('the string %j in every field of every page and feed stays text', (text) => {
  const { pages, atom, json } = everything(text);
  for (const page of pages) {
    const elements = parsed(page);
    expect(named(elements, 'b').concat(named(elements, 'img'))).toEqual([]);
    expect(
      elements.flatMap((e) => Object.keys(e.attributes)).filter((name) => name.startsWith('on')),
    ).toEqual([]);
    for (const script of named(elements, 'script'))
      expect(script.attributes['type']).toBe('application/ld+json');
    expect(page).not.toMatch(/[^\P{Cc}\t\n]/u);
  }
  expect(named(parsed(atom), 'entry')).toHaveLength(3);
  expect((JSON.parse(json) as { items: unknown[] }).items).toHaveLength(3);
});

test('hostile text is shown as it was written, less its control characters', () => {
  for (const text of hostileStrings.filter((t) => t.trim() !== '' && cleanText(t).trim() !== '')) {
    const page = renderDocumentPage(site, documentView({ paragraphs: [text] }));
    const shown = parsed(page).find((e) => e.attributes['class'] === 'text')!.text;
    expect(shown).toBe(cleanText(text).trim());
  }
});

test('structured data says the same as the page and cannot end its script element', () => {
  const title = '</script><script>alert("\u2028")</script>&';
  const view = documentView({ publication: { ...documentView().publication, title } });
  const page = renderDocumentPage(site, view);
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page.match(/<\/script/g)).toHaveLength(1);
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
