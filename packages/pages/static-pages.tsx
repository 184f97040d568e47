/** Pages that change with the settings only. */
import type { Column } from '@gongkai/domain/catalogue.ts';
import type { Child } from 'hono/jsx';
import { mainParts, renderPage } from './layout.tsx';
import { columnGroups } from './lists.ts';
import { LinkGrid } from './parts.tsx';
import { cataloguePath, href, homePath, listPath, reportsPath, siteMapPath } from './paths.ts';
import { clean } from './text.ts';
import type { SiteView } from './views.ts';

/** A page of running text with one heading. */
export function renderArticle(
  site: SiteView,
  page: { path: string; title: string; type: Column['type']; description: string; body: Child },
): string {
  return renderPage({
    site,
    title: page.title,
    path: page.path,
    column: { name: page.title, type: page.type, description: page.description },
    crumbs: [],
    children: (
      <article class="prose">
        <h1>{page.title}</h1>
        {page.body}
      </article>
    ),
  });
}

const Directory = ({ site }: { site: SiteView }) => {
  const { general, fields } = columnGroups(site);
  const columnLinks = (columns: readonly Column[]) =>
    columns.map((c) => ({ name: c.name, path: listPath('column', c.id) }));
  return (
    <>
      <h2>综合栏目</h2>
      <LinkGrid
        site={site}
        links={[{ name: '全部公开信息', path: listPath('site', 'site') }, ...columnLinks(general)]}
      />
      <h2>重点领域</h2>
      <LinkGrid site={site} links={columnLinks(fields)} />
      <h2>按部门</h2>
      <LinkGrid
        site={site}
        links={site.departments.map((d) => ({ name: d.name, path: listPath('department', d.id) }))}
      />
    </>
  );
};

/** 法定主动公开内容: the directory of everything that is published. */
export function renderCataloguePage(given: SiteView): string {
  const site = clean(given);
  return renderArticle(site, {
    path: cataloguePath,
    title: '法定主动公开内容',
    type: '信息公开目录',
    description: `${site.settings.county}依法主动公开的政府信息目录。`,
    body: (
      <>
        <p class="lead">依照《中华人民共和国政府信息公开条例》主动公开的政府信息，按领域和部门列出。</p>
        <Directory site={site} />
      </>
    ),
  });
}

export function renderSiteMapPage(given: SiteView): string {
  const site = clean(given);
  return renderArticle(site, {
    path: siteMapPath,
    title: '网站地图',
    type: '概况信息',
    description: '本站全部栏目和页面。',
    body: (
      <>
        <h2>主要页面</h2>
        <LinkGrid site={site} links={[{ name: '首页', path: homePath }, ...mainParts]} />
        <Directory site={site} />
      </>
    ),
  });
}

/** 政府信息公开年报, before there is one; dates by 条例 art. 49. */
export function renderReportsPage(given: SiteView): string {
  const site = clean(given);
  return renderArticle(site, {
    path: reportsPath,
    title: '政府信息公开年报',
    type: '信息公开年报',
    description: `${site.settings.county}政府信息公开工作年度报告。`,
    body: (
      <>
        <p class="empty">目前还没有在本站发布年度报告。</p>
        <p>
          县政府各部门应当在每年 1 月 31
          日前向社会公布上一年度政府信息公开工作年度报告；本县政府的年度报告应当在每年 3 月 31
          日前公布（《中华人民共和国政府信息公开条例》第四十九条）。报告发布后在本页列出，并长期保留。
        </p>
      </>
    ),
  });
}

/** For an address that does not exist (404), or a fault on our side (500): says what to do next. */
export function renderMessagePage(given: SiteView, title: string, text: string): string {
  const site = clean(given);
  return renderPage({
    site,
    title,
    noindex: true,
    children: (
      <article class="prose">
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        <ul>
          <li>
            <a href={href(site, homePath)}>回到首页</a>
          </li>
          <li>
            <a href={href(site, cataloguePath)}>按领域和部门查阅</a>
          </li>
        </ul>
      </article>
    ),
  });
}
