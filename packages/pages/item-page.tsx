/** The column of one item: what the catalogue promises about it, and the newest of what was published under it. */
import { itemName, isListed, type CatalogueItem } from '@gongkai/domain/catalogue-item.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { renderAtom, renderJsonFeed, renderRss } from './feeds.ts';
import { ItemFacts } from './item-facts.tsx';
import { renderPage } from './layout.tsx';
import { lastChange } from './lists.ts';
import { Entries } from './parts.tsx';
import {
  atomPath,
  fieldCataloguePath,
  href,
  itemPath,
  jsonFeedPath,
  listPath,
  rssPath,
  standardCataloguePath,
} from './paths.ts';
import { Subscribe } from './subscribe-links.tsx';
import { clean } from './text.ts';
import type { FeedView, SiteView } from './views.ts';

export interface ItemView {
  field: { id: string; name: string };
  item: CatalogueItem;
  /** Local date: an item that has ended says so. */
  today: string;
  /** Newest first. */
  entries: readonly Publication[];
}

/** The page and its feeds. */
export function itemFiles(site: SiteView, view: ItemView): { path: string; body: string }[] {
  const { id } = view.item;
  const feed = feedOf(view);
  return [
    { path: itemPath(id), body: renderItemPage(site, view) },
    { path: rssPath('item', id), body: renderRss(site, feed) },
    { path: atomPath('item', id), body: renderAtom(site, feed) },
    { path: jsonFeedPath('item', id), body: renderJsonFeed(site, feed) },
  ];
}

const feedOf = ({ field, item, entries }: ItemView): FeedView => ({
  kind: 'item',
  id: item.id,
  name: itemName(item),
  description: `“${field.name}”领域公开事项：${itemName(item)}。`,
  entries,
  updatedAt: lastChange(entries),
});

function renderItemPage(givenSite: SiteView, given: ItemView): string {
  const [site, view] = [clean(givenSite), clean(given)];
  const { field, item, today, entries } = view;
  const feed = feedOf(view);
  const { name, description } = feed;
  return renderPage({
    site,
    title: name,
    path: itemPath(item.id),
    column: { name, type: '信息公开目录', description },
    feeds: feed,
    crumbs: [
      { name: '公开事项标准目录', path: standardCataloguePath },
      { name: field.name, path: fieldCataloguePath(field.id) },
    ],
    children: (
      <>
        <header class="page-head">
          <h1>{name}</h1>
          <p class="lead">{field.name}领域的公开事项。</p>
        </header>
        {!isListed(item, today) && (
          <p class="empty">这个事项自 {item.until} 之后不再列入目录。此前公开的信息仍然保留在这里。</p>
        )}
        <ItemFacts item={item} />
        <h2>公开的信息</h2>
        {entries.length === 0 ? (
          <p class="empty">这里暂时没有公开的信息。有新的信息公开时，会在本页和订阅源中列出。</p>
        ) : (
          <Entries site={site} entries={entries} shown="department" />
        )}
        <Subscribe site={site} list={feed} />
        <p class="subscribe">
          <a href={href(site, listPath('column', field.id))}>“{field.name}”领域的全部信息</a>
        </p>
      </>
    ),
  });
}
