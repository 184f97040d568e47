import { expect, it } from 'vitest';
import { itemFiles } from './item-page.tsx';
import { itemView, list, site } from './testing/fixture.ts';
import { named, parsed } from './testing/parsed.ts';

const files = itemFiles(site, itemView({ entries: list(1, 3).entries }));
const bodyOf = (ending: string): string => files.find((f) => f.path.endsWith(ending))!.body;

it('has a page at its old address and three feeds below it', () => {
  expect(files.map((f) => f.path)).toEqual([
    'columns/items/social-assistance-0a1b2c3d.html',
    'columns/items/social-assistance-0a1b2c3d/feed.rss.xml',
    'columns/items/social-assistance-0a1b2c3d/feed.atom.xml',
    'columns/items/social-assistance-0a1b2c3d/feed.json',
  ]);
});

it('names its feeds to programs and to people, and the form for mails with the item chosen', () => {
  const page = parsed(bodyOf('.html'));
  const alternate = named(page, 'link').filter((e) => e.attributes['rel'] === 'alternate');
  const shown = named(page, 'a').map((e) => e.attributes['href']);
  const feeds = files.slice(1).map((f) => `/xxgk/${f.path}`);
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
  expect(JSON.parse(bodyOf('.json'))).toMatchObject({
    home_page_url: address,
    _gongkai: { kind: 'item', id: 'social-assistance-0a1b2c3d', name: '综合业务·监督检查' },
  });
});
