import { expect, test } from 'vitest';
import { renderAtom, renderJsonFeed, renderRss } from './feeds.ts';
import { list, publication, site } from './testing/fixture.ts';
import { named, parsed } from './testing/parsed.ts';

interface JsonFeed {
  version: string;
  feed_url: string;
  items: { id: string; url: string; title: string; content_text: string; date_published: string }[];
}
const jsonFeed = (...args: Parameters<typeof renderJsonFeed>): JsonFeed =>
  JSON.parse(renderJsonFeed(...args)) as JsonFeed;
const idsOf = (atom: string): string[] => named(parsed(atom), 'id').map((e) => e.text);

const uuid = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const rfc822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

test('ids are name-based UUIDs, unique, and the same in every feed and on every day', () => {
  const column = idsOf(renderAtom(site, list(1, 20)));
  for (const id of column) expect(id).toMatch(uuid);
  expect(new Set(column).size).toBe(21);
  const whole = idsOf(
    renderAtom(site, list(5, 24, { kind: 'site', id: 'site', updatedAt: '2027-01-01T00:00:00Z' })),
  );
  expect(column.slice(1).filter((id) => whole.includes(id))).toHaveLength(16);
  expect(column[0]).not.toBe(whole[0]);
  expect(jsonFeed(site, list(1, 20)).items.map((i) => i.id)).toEqual(column.slice(1));
});

test('two counties never share an id', () => {
  const other = { ...site, settings: { ...site.settings, region: '990102' } };
  const shared = idsOf(renderAtom(other, list(1, 5))).filter((id) =>
    idsOf(renderAtom(site, list(1, 5))).includes(id),
  );
  expect(shared).toEqual([]);
});

test('an Atom feed has what the format and its validator ask for', () => {
  const elements = parsed(renderAtom(site, list(1, 3)));
  const [feed] = elements;
  expect(feed!.attributes).toEqual({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' });
  const links = named(elements, 'link').map((e) => e.attributes);
  expect(links[0]).toEqual({
    rel: 'self',
    type: 'application/atom+xml',
    href: 'https://www.example.gov.cn/xxgk/columns/social-assistance/feed.atom.xml',
  });
  expect(links[2]!['href']).toBe('https://www.example.gov.cn/xxgk/documents/d3.html');
  for (const { text } of [...named(elements, 'updated'), ...named(elements, 'published')])
    expect(text).toMatch(rfc3339);
  for (const name of ['title', 'updated', 'id']) expect(named(elements, name)).toHaveLength(4);
  expect(named(elements, 'name').map((e) => e.text)).toEqual([
    '示范县人民政府',
    ...Array<string>(3).fill('示范县民政局'),
  ]);
});

test('an RSS feed has what the format and its validator ask for', () => {
  const elements = parsed(renderRss(site, list(1, 3)));
  expect(elements[0]!.attributes).toMatchObject({
    version: '2.0',
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
  });
  // The channel's own, then one for each item.
  for (const name of ['title', 'link', 'description']) expect(named(elements, name)).toHaveLength(4);
  expect(named(elements, 'atom:link').map((e) => e.attributes)).toEqual([
    {
      rel: 'self',
      type: 'application/rss+xml',
      href: 'https://www.example.gov.cn/xxgk/columns/social-assistance/feed.rss.xml',
    },
  ]);
  const guids = named(elements, 'guid');
  expect(new Set(guids.map((e) => e.text)).size).toBe(3);
  for (const { text, attributes } of guids)
    expect([text, attributes['isPermaLink']]).toEqual([expect.stringMatching(uuid), 'false']);
  for (const { text } of [...named(elements, 'pubDate'), ...named(elements, 'lastBuildDate')])
    expect(text).toMatch(rfc822);
  for (const { text } of named(elements, 'link')) expect(text).toMatch(/^https:[\x21-\x7e]+$/);
  // An address of mail, as RSS wants of authors, is nobody's to publish.
  expect(named(elements, 'author')).toEqual([]);
});

test('a feed is updated no earlier than its entries, and an entry no earlier than it was published', () => {
  const changed = publication(2, { changedAt: '2026-05-01T08:00:00.000Z' });
  const atom = parsed(renderAtom(site, list(1, 1, { entries: [changed, publication(1)] })));
  const [, ...updated] = named(atom, 'updated').map((e) => e.text);
  expect(updated).toEqual([changed.changedAt, publication(1).publishedAt]);
  for (const [i, { text }] of named(atom, 'published').entries()) expect(text <= updated[i]!).toBe(true);
});

test('six-corner brackets stay in titles and never come into ids or addresses', () => {
  const entries = [publication(1, { path: 'documents/示民发〔2026〕1号.html', title: '示民发〔2026〕1号' })];
  const atom = renderAtom(site, list(1, 1, { entries }));
  expect(named(parsed(atom), 'title')[1]!.text).toBe('示民发〔2026〕1号');
  for (const { attributes } of named(parsed(atom), 'link'))
    expect(attributes['href']).toMatch(/^[\x21-\x7e]+$/);
  expect(idsOf(atom)[1]).toMatch(uuid);
});

test('no entry is without a title or a summary', () => {
  const entries = [publication(1, { title: '\u000b', summary: '' })];
  const [, title] = named(parsed(renderAtom(site, list(1, 1, { entries }))), 'title');
  expect(title!.text).toBe('（无标题）');
  expect(jsonFeed(site, list(1, 1, { entries })).items[0]).toMatchObject({
    title: '（无标题）',
    content_text: '（无标题）',
  });
});

test('an empty feed is a feed', () => {
  expect(named(parsed(renderAtom(site, list(1, 0))), 'updated')).toHaveLength(1);
  expect(jsonFeed(site, list(1, 0)).items).toEqual([]);
});

test('a JSON feed names its version and itself, newest first', () => {
  const feed = jsonFeed(site, list(1, 30));
  expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
  expect(feed.feed_url).toBe('https://www.example.gov.cn/xxgk/columns/social-assistance/feed.json');
  expect(feed.items).toHaveLength(20);
  expect(feed.items[0]!.url).toBe('https://www.example.gov.cn/xxgk/documents/d30.html');
});
