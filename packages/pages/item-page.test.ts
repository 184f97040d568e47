import { expect, it } from 'vitest';
import { listFiles } from './files.ts';
import { itemFiles } from './item-page.tsx';
import { itemView, list, site } from './testing/fixture.ts';
import { named, parsed } from './testing/parsed.ts';

const { list: column } = itemView();
const files = itemFiles(
  site,
  itemView({ list: { ...column, entries: list(1, 3).entries, archivePages: 2 } }),
);
const bodyOf = (ending: string): string => files.find((f) => f.path.endsWith(ending))!.body;

it('has a page at its old address, and the data, the frame and the feeds of a list', () => {
  expect(files.map((f) => f.path)).toEqual([
    'columns/items/social-assistance-0a1b2c3d.html',
    'api/v1/columns/items/social-assistance-0a1b2c3d/index.json',
    'embed/columns/items/social-assistance-0a1b2c3d.html',
    'columns/items/social-assistance-0a1b2c3d/feed.rss.xml',
    'columns/items/social-assistance-0a1b2c3d/feed.atom.xml',
    'columns/items/social-assistance-0a1b2c3d/feed.json',
  ]);
});

it('leads to older entries and gives the line that shows it on other sites', () => {
  const page = parsed(bodyOf('0a1b2c3d.html'));
  const shown = named(page, 'a').map((e) => e.attributes['href']);
  const archive = '/xxgk/columns/items/social-assistance-0a1b2c3d';
  expect(shown).toEqual(expect.arrayContaining([`${archive}/page-2.html`, `${archive}/page-1.html`]));
  expect(named(page, 'code').map((e) => e.text)).toContainEqual(
    expect.stringContaining(
      'src="https://www.example.gov.cn/xxgk/embed/columns/items/social-assistance-0a1b2c3d.html"',
    ),
  );
});

it('is led to from the frame and from a page of its archive', () => {
  const address = '/xxgk/columns/items/social-assistance-0a1b2c3d.html';
  const [archive] = listFiles(site, { ...column, page: 1 });
  expect(archive!.path).toBe('columns/items/social-assistance-0a1b2c3d/page-1.html');
  for (const body of [files.find((f) => f.path.startsWith('embed/'))!.body, archive!.body])
    expect(named(parsed(body), 'a').map((e) => e.attributes['href'])).toContain(address);
});

it('names its feeds to programs and to people, and the form for mails with the item chosen', () => {
  const page = parsed(bodyOf('0a1b2c3d.html'));
  const alternate = named(page, 'link').filter((e) => e.attributes['rel'] === 'alternate');
  const shown = named(page, 'a').map((e) => e.attributes['href']);
  const feeds = files.slice(3).map((f) => `/xxgk/${f.path}`);
  expect(alternate.map((e) => e.attributes['href'])).toEqual(feeds);
  expect(shown).toEqual(expect.arrayContaining(feeds));
  expect(shown).toContain('/xxgk/subscribe?item=social-assistance-0a1b2c3d');
});

it('its feeds lead to its page, and say what it is called', () => {
  const address = 'https://www.example.gov.cn/xxgk/columns/items/social-assistance-0a1b2c3d.html';
  const atom = parsed(bodyOf('.atom.xml'));
  expect(named(atom, 'link').map((e) => [e.attributes['rel'], e.attributes['href']])).toContainEqual([
    'alternate',
    address,
  ]);
  expect(named(atom, 'entry')).toHaveLength(3);
  expect(named(parsed(bodyOf('.rss.xml')), 'link')[0]!.text).toBe(address);
  expect(JSON.parse(bodyOf('feed.json'))).toMatchObject({
    home_page_url: address,
    _gongkai: { kind: 'item', id: 'social-assistance-0a1b2c3d', name: '综合业务·监督检查' },
  });
});
