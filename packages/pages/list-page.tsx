import { localDate } from '@gongkai/calendar/local-date.ts';
import { policyColumn } from '@gongkai/domain/catalogue.ts';
import { embedCode } from './embed.tsx';
import { renderPage } from './layout.tsx';
import { Entries } from './parts.tsx';
import { cataloguePath, departmentsPath, href, listApiPath, listPath, profilePath } from './paths.ts';
import { Subscribe } from './subscribe-links.tsx';
import { clean } from './text.ts';
import { entriesPerPage, type ListView, type SiteView } from './views.ts';

/** Links to this many of the newest archive pages; older ones are reached from page to page. */
const linkedPages = 8;

const pageName = (page: number): string => `第 ${page} 页`;

const PageLink = ({ site, list, page }: { site: SiteView; list: ListView; page: number }) => (
  <li>
    <a href={href(site, listPath(list.kind, list.id, page))}>{pageName(page)}</a>
  </li>
);

/** From the newest entries into the archive. */
const ArchiveLinks = ({ site, list }: { site: SiteView; list: ListView }) => {
  const oldestLinked = Math.max(1, list.archivePages - linkedPages + 1);
  const pages = Array.from({ length: list.archivePages - oldestLinked + 1 }, (_, i) => list.archivePages - i);
  return (
    <nav class="pages" aria-label="往期信息">
      <span>往期信息</span>
      <ul>
        {pages.map((page) => (
          <PageLink site={site} list={list} page={page} />
        ))}
        {oldestLinked > 1 && <PageLink site={site} list={list} page={1} />}
      </ul>
    </nav>
  );
};

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

const Embed = ({ site, list }: { site: SiteView; list: ListView }) => (
  <details class="embed-code">
    <summary>在其他网站上显示本列表</summary>
    <pre tabindex={0}>
      <code>{embedCode(site, list)}</code>
    </pre>
  </details>
);

const periodOf = (entries: ListView['entries']): string => {
  const [newest, oldest] = [entries[0], entries.at(-1)];
  return newest && oldest ? `，${localDate(oldest.publishedAt)} 至 ${localDate(newest.publishedAt)}` : '';
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
      list.kind === 'department'
        ? { name: '按部门查阅', path: departmentsPath }
        : { name: '法定主动公开内容', path: cataloguePath },
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
        {page === undefined && list.archivePages > 0 && <ArchiveLinks site={site} list={list} />}
        {page === undefined && (
          <>
            <Subscribe site={site} list={list} data={listApiPath(list.kind, list.id)} />
            <Embed site={site} list={list} />
          </>
        )}
      </>
    ),
  });
}
