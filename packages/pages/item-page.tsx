/** The column of one item: what the catalogue promises about it, and the newest of what was published under it. */
import { itemName, isListed, type CatalogueItem } from '@gongkai/domain/catalogue-item.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { ItemFacts } from './item-facts.tsx';
import { renderPage } from './layout.tsx';
import { Entries } from './parts.tsx';
import { fieldCataloguePath, href, itemPath, listPath, standardCataloguePath } from './paths.ts';
import { clean } from './text.ts';
import type { SiteView } from './views.ts';

export interface ItemView {
  field: { id: string; name: string };
  item: CatalogueItem;
  /** Local date: an item that has ended says so. */
  today: string;
  /** Newest first. */
  entries: readonly Publication[];
}

export function renderItemPage(givenSite: SiteView, given: ItemView): string {
  const [site, { field, item, today, entries }] = [clean(givenSite), clean(given)];
  const name = itemName(item);
  return renderPage({
    site,
    title: name,
    path: itemPath(item.id),
    column: { name, type: '信息公开目录', description: `“${field.name}”领域公开事项：${name}。` },
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
          <p class="empty">这里暂时没有公开的信息。有新的信息公开时，会在本页列出。</p>
        ) : (
          <Entries site={site} entries={entries} shown="department" />
        )}
        <p class="subscribe">
          <a href={href(site, listPath('column', field.id))}>“{field.name}”领域的全部信息和订阅</a>
        </p>
      </>
    ),
  });
}
