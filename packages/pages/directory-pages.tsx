/** Where everything is: the directory of what is published, the departments, and the map of the site. */
import { type DisclosureDuty, disclosureDuties } from '@gongkai/domain/disclosure-duties.ts';
import type { Column } from '@gongkai/domain/catalogue.ts';
import { renderArticle } from './article.tsx';
import { columnGroups } from './columns.ts';
import { mainParts } from './layout.tsx';
import { LinkGrid } from './parts.tsx';
import {
  cataloguePath,
  departmentsPath,
  homePath,
  href,
  listPath,
  openPath,
  siteMapPath,
  standardCataloguePath,
} from './paths.ts';
import { clean } from './text.ts';
import type { SiteView } from './views.ts';

/** Of the items of art. 20. */
const numerals = '一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五'.split(' ');

const standardCatalogue = { name: '公开事项标准目录', path: standardCataloguePath };
const everything = { name: '全部公开信息', path: listPath('site', 'site') };
const allDepartments = { name: '各部门', path: departmentsPath };

const columnLink = ({ id, name }: Column) => ({ name, path: listPath('column', id) });
const departmentLinks = (site: SiteView) =>
  site.departments.map((d) => ({ name: d.name, path: listPath('department', d.id) }));

const Columns = ({ site }: { site: SiteView }) => {
  const { general, fields } = columnGroups(site);
  return (
    <>
      <h2>综合栏目</h2>
      <LinkGrid site={site} links={[everything, standardCatalogue, ...general.map(columnLink)]} />
      <h2>重点领域</h2>
      <LinkGrid site={site} links={fields.map(columnLink)} />
      <h2>按部门</h2>
      <LinkGrid site={site} links={departmentLinks(site)} />
    </>
  );
};

/** Where the information of one duty is found; never nowhere. */
function placesOf(site: SiteView, duty: DisclosureDuty): { name: string; path: string }[] {
  const columns = site.columns.filter((c) => duty.columns.includes(c.id)).map(columnLink);
  if (columns.length > 0) return columns;
  return [duty.byDepartment ? allDepartments : everything];
}

const Duties = ({ site, article }: { site: SiteView; article: DisclosureDuty['article'] }) => (
  <ol class="duties">
    {disclosureDuties
      .filter((duty) => duty.article === article)
      .map((duty) => (
        <li>
          <p>
            {duty.item !== undefined && `（${numerals[duty.item - 1]}）`}
            {duty.name}
          </p>
          <ul>
            {placesOf(site, duty).map((place) => (
              <li>
                <a href={href(site, place.path)}>{place.name}</a>
              </li>
            ))}
          </ul>
        </li>
      ))}
  </ol>
);

/** 法定主动公开内容: by the articles that demand it, by column and by department. */
export function renderCataloguePage(given: SiteView): string {
  const site = clean(given);
  return renderArticle(site, {
    path: cataloguePath,
    title: '法定主动公开内容',
    type: '信息公开目录',
    description: `${site.settings.county}依法主动公开的政府信息目录。`,
    body: (
      <>
        <p class="lead">
          依照《中华人民共和国政府信息公开条例》主动公开的政府信息，按法定事项、领域和部门列出。
        </p>
        <h2>第二十条规定的事项</h2>
        <Duties site={site} article={20} />
        <h2>第二十一条规定的事项</h2>
        <Duties site={site} article={21} />
        <Columns site={site} />
      </>
    ),
  });
}

/** Every department with a view of its own. */
export function renderDepartmentsPage(given: SiteView): string {
  const site = clean(given);
  return renderArticle(site, {
    path: departmentsPath,
    title: '按部门查阅',
    type: '机构职能',
    description: `${site.settings.county}各部门和各部门公开的信息。`,
    body: (
      <>
        <p class="lead">每个部门一页：它的机构职能、公开的全部信息和订阅源。</p>
        <LinkGrid site={site} links={departmentLinks(site)} />
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
        <LinkGrid
          site={site}
          links={[
            { name: '首页', path: homePath },
            ...mainParts,
            allDepartments,
            { name: '订阅、嵌入和数据接口', path: openPath },
          ]}
        />
        <Columns site={site} />
      </>
    ),
  });
}
