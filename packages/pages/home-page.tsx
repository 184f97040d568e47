import { mainParts, renderPage } from './layout.tsx';
import { columnGroups } from './columns.ts';
import { Entries, LinkGrid } from './parts.tsx';
import {
  atomPath,
  homePath,
  href,
  jsonFeedPath,
  listPath,
  openPath,
  requestsPath,
  rssPath,
  subscribeHref,
} from './paths.ts';
import { clean } from './text.ts';
import type { ListView, SiteView } from './views.ts';

const intros: Record<string, string> = {
  政府信息公开指南: '公开什么，怎样查到，向谁询问',
  政府信息公开制度: '公开工作依据的法规和本县做法',
  法定主动公开内容: '按领域和部门查阅全部公开信息',
  政府信息公开年报: '每年公开工作的报告',
  依申请公开: '申请获取未主动公开的信息',
};

const Parts = ({ site }: { site: SiteView }) => (
  <ul class="doors">
    {mainParts.map((part) => (
      <li>
        <a href={href(site, part.path)}>
          <span class="door-name">
            {part.name}
            {part.path === requestsPath && <span class="soon">即将开通</span>}
          </span>
          <span class="door-intro">{intros[part.name]}</span>
        </a>
      </li>
    ))}
  </ul>
);

const Newest = ({ site, list }: { site: SiteView; list: ListView }) => (
  <section class="newest" aria-labelledby="newest">
    <div class="section-head">
      <h2 id="newest">最新公开</h2>
      <a href={href(site, listPath('site', 'site'))}>全部公开信息</a>
    </div>
    {list.entries.length === 0 ? (
      <p class="empty">目前还没有公开的信息。首批信息公开后会列在这里。</p>
    ) : (
      <Entries site={site} entries={list.entries.slice(0, 10)} shown="department" />
    )}
  </section>
);

const Aside = ({ site }: { site: SiteView }) => (
  <div class="aside">
    <section aria-labelledby="general">
      <h2 id="general">重点栏目</h2>
      <ul class="plain-links">
        {columnGroups(site).general.map((column) => (
          <li>
            <a href={href(site, listPath('column', column.id))}>{column.name}</a>
            <p>{column.description}</p>
          </li>
        ))}
      </ul>
    </section>
    <section aria-labelledby="feeds">
      <h2 id="feeds">订阅</h2>
      <p>每个栏目、每个部门都有订阅源。全部公开信息的订阅源：</p>
      <p class="subscribe">
        <a href={href(site, rssPath('site', 'site'))}>RSS</a>
        <a href={href(site, atomPath('site', 'site'))}>Atom</a>
        <a href={href(site, jsonFeedPath('site', 'site'))}>JSON Feed</a>
        <a href={subscribeHref(site, { kind: 'site', id: 'site' })}>邮件订阅</a>
        <a href={href(site, openPath)}>嵌入和数据接口</a>
      </p>
    </section>
  </div>
);

/** The front page; `list` is the list of the whole site. */
export function renderHomePage(givenSite: SiteView, givenList: ListView): string {
  const [site, list] = [clean(givenSite), clean(givenList)];
  const { fields } = columnGroups(site);
  const title = `${site.settings.county}政府信息公开`;
  return renderPage({
    site,
    title,
    path: homePath,
    column: { name: '政府信息公开', type: '首页', description: `${title}平台首页。` },
    feeds: { name: title, kind: 'site', id: 'site' },
    children: (
      <>
        <header class="home-head">
          <h1 class="unseen">{title}</h1>
          <p class="motto">以公开为常态、不公开为例外</p>
          <p class="motto-source">《中华人民共和国政府信息公开条例》第五条</p>
        </header>
        <Parts site={site} />
        <div class="columns">
          <Newest site={site} list={list} />
          <Aside site={site} />
        </div>
        <section aria-labelledby="fields">
          <h2 id="fields">基层政务公开重点领域</h2>
          <LinkGrid
            site={site}
            links={fields.map((c) => ({ name: c.name, path: listPath('column', c.id) }))}
          />
        </section>
        <section aria-labelledby="departments">
          <h2 id="departments">按部门查阅</h2>
          <LinkGrid
            site={site}
            links={site.departments.map((d) => ({ name: d.name, path: listPath('department', d.id) }))}
          />
        </section>
      </>
    ),
  });
}
