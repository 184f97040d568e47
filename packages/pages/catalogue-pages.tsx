/** The standard catalogue as the public reads it: by field, by department, as a file and as JSON. */
import type { Edition } from '@gongkai/domain/catalogue-field.ts';
import { type CatalogueItem, itemName } from '@gongkai/domain/catalogue-item.ts';
import { audienceText, channelNames, levelText, methodText, publishersText } from './item-facts.tsx';
import { renderPage } from './layout.tsx';
import { LinkGrid } from './parts.tsx';
import {
  cataloguePath,
  departmentCataloguePath,
  fieldCatalogueJsonPath,
  fieldCataloguePath,
  fieldCatalogueWorkbookPath,
  href,
  itemPath,
  standardCataloguePath,
} from './paths.ts';
import { clean } from './text.ts';
import type { SiteView } from './views.ts';

export const itemsPerPage = 100;

export interface FieldCatalogueView {
  field: { id: string; name: string };
  edition: Pick<Edition, 'number' | 'from'>;
  items: readonly CatalogueItem[];
}

/** Pages from 1, each with its path. */
export const renderFieldCatalogue = (
  site: SiteView,
  view: FieldCatalogueView,
): { path: string; body: string }[] =>
  pagesOf(clean(view.items)).map(({ items, page, pages }) => ({
    path: fieldCataloguePath(view.field.id, page),
    body: fieldPage(clean(site), clean(view), items, page, pages),
  }));

const pagesOf = (items: readonly CatalogueItem[]) => {
  const pages = Math.max(1, Math.ceil(items.length / itemsPerPage));
  return Array.from({ length: pages }, (_, i) => ({
    page: i + 1,
    pages,
    items: items.slice(i * itemsPerPage, (i + 1) * itemsPerPage),
  }));
};

function fieldPage(
  site: SiteView,
  { field, edition, items: all }: FieldCatalogueView,
  items: readonly CatalogueItem[],
  page: number,
  pages: number,
): string {
  const title = `${field.name}领域基层政务公开标准目录`;
  return renderPage({
    site,
    title,
    path: fieldCataloguePath(field.id, page),
    column: {
      name: title,
      type: '信息公开目录',
      description: `${field.name}领域应当公开的事项、时限和主体。`,
    },
    crumbs: [
      { name: '法定主动公开内容', path: cataloguePath },
      { name: '公开事项标准目录', path: standardCataloguePath },
    ],
    children: (
      <>
        <header class="page-head">
          <h1>{title}</h1>
          <p class="lead">
            第 {edition.number} 版，{edition.from} 起生效，共 {all.length} 项。
          </p>
          <p class="subscribe">
            <span>下载</span>
            <a href={href(site, fieldCatalogueWorkbookPath(field.id))}>Excel 表格</a>
            <a href={href(site, fieldCatalogueJsonPath(field.id))}>JSON 数据</a>
          </p>
        </header>
        <ItemTable site={site} items={items} first={(page - 1) * itemsPerPage + 1} />
        <PageLinks site={site} page={page} pages={pages} path={(n) => fieldCataloguePath(field.id, n)} />
      </>
    ),
  });
}

const headings = [
  '序号',
  '公开事项',
  '公开内容（要素）',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道和载体',
  '公开对象',
  '公开方式',
  '公开层级',
];

const ItemTable = ({
  site,
  items,
  first,
}: {
  site: SiteView;
  items: readonly CatalogueItem[];
  first: number;
}) => (
  <div class="table-scroll" role="region" aria-label="公开事项目录" tabindex={0}>
    <table class="catalogue">
      <thead>
        <tr>
          {headings.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item, i) => (
          <tr id={item.id}>
            <td>{first + i}</td>
            <td>
              {item.proactive ? <a href={href(site, itemPath(item.id))}>{itemName(item)}</a> : itemName(item)}
            </td>
            <td>
              <Lines text={item.content} />
            </td>
            <td>
              <Lines text={item.basis} />
            </td>
            <td>{item.limit.text}</td>
            <td>{publishersText(item)}</td>
            <td>{channelNames(item)}</td>
            <td>{audienceText(item)}</td>
            <td>{methodText(item)}</td>
            <td>{levelText(item)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line, i) => (
      <>
        {i > 0 && <br />}
        {line}
      </>
    ))}
  </>
);

const PageLinks = ({
  site,
  page,
  pages,
  path,
}: {
  site: SiteView;
  page: number;
  pages: number;
  path: (page: number) => string;
}) =>
  pages === 1 ? null : (
    <nav class="pages" aria-label="翻页">
      <ul>
        {Array.from({ length: pages }, (_, i) => (
          <li>
            <a href={href(site, path(i + 1))} aria-current={i + 1 === page ? 'page' : undefined}>
              第 {i + 1} 页
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );

/** All items of one department, whatever the field. */
export function renderDepartmentCatalogue(
  givenSite: SiteView,
  department: { id: string; name: string },
  given: readonly CatalogueItem[],
): { path: string; body: string }[] {
  const site = clean(givenSite);
  const title = `${department.name}公开事项目录`;
  return pagesOf(clean(given)).map(({ items, page, pages }) => ({
    path: departmentCataloguePath(department.id, page),
    body: renderPage({
      site,
      title,
      path: departmentCataloguePath(department.id, page),
      column: {
        name: title,
        type: '信息公开目录',
        description: `${department.name}应当公开的事项、时限和渠道。`,
      },
      crumbs: [{ name: '公开事项标准目录', path: standardCataloguePath }],
      children: (
        <>
          <header class="page-head">
            <h1>{title}</h1>
            <p class="lead">共 {given.length} 项。</p>
          </header>
          <ItemTable site={site} items={items} first={(page - 1) * itemsPerPage + 1} />
          <PageLinks
            site={site}
            page={page}
            pages={pages}
            path={(n) => departmentCataloguePath(department.id, n)}
          />
        </>
      ),
    }),
  }));
}

/** Where the catalogue begins: fields that have one, and the departments that publish. */
export function renderStandardCatalogue(
  givenSite: SiteView,
  given: {
    fields: readonly { id: string; name: string; items: number }[];
    departments: readonly { id: string; name: string }[];
  },
): string {
  const [site, { fields, departments }] = [clean(givenSite), clean(given)];
  return renderPage({
    site,
    title: '公开事项标准目录',
    path: standardCataloguePath,
    column: { name: '公开事项标准目录', type: '信息公开目录', description: '本县应当公开的全部事项。' },
    crumbs: [{ name: '法定主动公开内容', path: cataloguePath }],
    children: (
      <>
        <header class="page-head">
          <h1>公开事项标准目录</h1>
          <p class="lead">
            本县公开什么、谁来公开、多长时间内公开、在哪里公开。每个主动公开的事项都有自己的栏目。
          </p>
        </header>
        <h2>按领域</h2>
        {fields.length === 0 ? (
          <p class="empty">目录还没有公布。</p>
        ) : (
          <LinkGrid
            site={site}
            links={fields.map((f) => ({
              name: `${f.name}（${f.items} 项）`,
              path: fieldCataloguePath(f.id),
            }))}
          />
        )}
        {departments.length > 0 && (
          <>
            <h2>按部门</h2>
            <LinkGrid
              site={site}
              links={departments.map((d) => ({ name: d.name, path: departmentCataloguePath(d.id) }))}
            />
          </>
        )}
      </>
    ),
  });
}
