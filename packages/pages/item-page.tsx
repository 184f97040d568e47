/** The column of one item: what the catalogue promises about it, and the newest of what was published under it. */
import { itemName, isListed, type CatalogueItem } from '@gongkai/domain/catalogue-item.ts';
import { listFiles, type PublicText } from './files.ts';
import { ItemFacts } from './item-facts.tsx';
import { renderPage } from './layout.tsx';
import { ListFoot } from './list-foot.tsx';
import type { ListName } from './lists.ts';
import { Entries } from './parts.tsx';
import { fieldCataloguePath, href, itemPath, listPath, standardCataloguePath } from './paths.ts';
import { clean } from './text.ts';
import type { ListView, SiteView } from './views.ts';

export interface ItemView {
  field: { id: string; name: string };
  item: CatalogueItem;
  /** Local date: an item that has ended says so. */
  today: string;
  /** The newest entries. */
  list: ListView;
}

export const describeItem = ({ field, item }: Pick<ItemView, 'field' | 'item'>): ListName => ({
  kind: 'item',
  id: item.id,
  name: itemName(item),
  description: `“${field.name}”领域公开事项：${itemName(item)}。`,
});

export const itemFiles = (site: SiteView, view: ItemView): PublicText[] =>
  listFiles(site, view.list, renderItemPage(site, view));

function renderItemPage(givenSite: SiteView, given: ItemView): string {
  const [site, view] = [clean(givenSite), clean(given)];
  const { field, item, today, list } = view;
  const { name, description } = list;
  return renderPage({
    site,
    title: name,
    path: itemPath(item.id),
    column: { name, type: '信息公开目录', description },
    feeds: list,
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
        {list.entries.length === 0 ? (
          <p class="empty">这里暂时没有公开的信息。有新的信息公开时，会在本页和订阅源中列出。</p>
        ) : (
          <Entries site={site} entries={list.entries} shown="department" />
        )}
        <ListFoot site={site} list={list} />
        <p class="subscribe">
          <a href={href(site, listPath('column', field.id))}>“{field.name}”领域的全部信息</a>
        </p>
      </>
    ),
  });
}
