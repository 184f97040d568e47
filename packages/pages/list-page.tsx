import { localDate } from '@gongkai/calendar/local-date.ts';
import { policyColumn } from '@gongkai/domain/catalogue.ts';
import { renderPage } from './layout.tsx';
import { ListFoot, pageName } from './list-foot.tsx';
import { Entries } from './parts.tsx';
import {
  cataloguePath,
  departmentsPath,
  href,
  listPath,
  profilePath,
  standardCataloguePath,
} from './paths.ts';
import { clean } from './text.ts';
import { entriesPerPage, type ListView, type SiteView } from './views.ts';

/**
 * Within the archive. There is no link to a newer page: it may not exist yet, and a full page must never
 * change again.
 */
const ArchiveSteps = ({ site, list, page }: { site: SiteView; list: ListView; page: number }) => (
  <nav class="pages" aria-label="翻页">
    <ul>
      <li>
        <a href={href(site, listPath(list.kind, list.id))}>最新信息</a>
      </li>
      {page > 1 && (
        <li>
          <a href={href(site, listPath(list.kind, list.id, page - 1))}>更早：{pageName(page - 1)}</a>
        </li>
      )}
    </ul>
  </nav>
);

const periodOf = (entries: ListView['entries']): string => {
  const [newest, oldest] = [entries[0], entries.at(-1)];
  return newest && oldest ? `，${localDate(oldest.publishedAt)} 至 ${localDate(newest.publishedAt)}` : '';
};

const columns = { name: '法定主动公开内容', path: cataloguePath };
const above: Record<ListView['kind'], { name: string; path: string }> = {
  site: columns,
  column: columns,
  item: { name: '公开事项标准目录', path: standardCataloguePath },
  department: { name: '按部门查阅', path: departmentsPath },
};

/**
 * The newest entries of a list (`page` absent), or one full page of its archive. Archive pages are numbered from
 * the oldest and depend on nothing but their own entries and the site's settings.
 */
export function renderListPage(givenSite: SiteView, givenList: ListView): string {
  const [site, list] = [clean(givenSite), clean(givenList)];
  const { page } = list;
  const column = site.columns.find((c) => list.kind === 'column' && c.id === list.id);
  return renderPage({
    site,
    title: page === undefined ? list.name : `${list.name}（往期${pageName(page)}）`,
    path: listPath(list.kind, list.id, page),
    column: column ?? {
      name: list.name,
      type: list.kind === 'department' ? '机构职能' : '信息公开目录',
      description: list.description,
    },
    feeds: { name: list.name, kind: list.kind, id: list.id },
    crumbs: [
      above[list.kind],
      ...(page === undefined ? [] : [{ name: list.name, path: listPath(list.kind, list.id) }]),
    ],
    children: (
      <>
        <header class="page-head">
          <h1>{list.name}</h1>
          <p class="lead">
            {page === undefined ? list.description : `往期信息${pageName(page)}${periodOf(list.entries)}。`}
          </p>
          {list.kind === 'department' && page === undefined && (
            <p class="subscribe">
              <a href={href(site, profilePath(list.id))}>机构职能、地址、电话和负责人</a>
            </p>
          )}
        </header>
        {list.entries.length === 0 ? (
          <p class="empty">这里暂时没有公开的信息。有新的信息公开时，会在本页和订阅源中列出。</p>
        ) : (
          <Entries
            site={site}
            entries={page === undefined ? list.entries.slice(0, entriesPerPage) : list.entries}
            shown={list.kind === 'department' ? 'column' : 'department'}
            withValidity={list.kind === 'column' && list.id === policyColumn}
          />
        )}
        {page !== undefined && <ArchiveSteps site={site} list={list} page={page} />}
        {page === undefined && <ListFoot site={site} list={list} />}
      </>
    ),
  });
}
