/** Where everything is: the directory of what is published, and the map of the site. */
import type { Column } from '@gongkai/domain/catalogue.ts';
import { renderArticle } from './article.tsx';
import { columnGroups } from './columns.ts';
import { mainParts } from './layout.tsx';
import { LinkGrid } from './parts.tsx';
import { cataloguePath, homePath, listPath, siteMapPath } from './paths.ts';
import { clean } from './text.ts';
import type { SiteView } from './views.ts';

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
