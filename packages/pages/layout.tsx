/** The frame of every public page. */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Column } from '@gongkai/domain/catalogue.ts';
import { type ArticleMeta, ArticleMetaTags, ColumnMeta, SiteMeta } from './meta.tsx';
import { comfortPath } from './comfort.ts';
import {
  atomPath,
  cataloguePath,
  guidePath,
  homePath,
  href,
  jsonFeedPath,
  openPath,
  openSearchPath,
  reportsPath,
  requestsPath,
  rssPath,
  rulesPath,
  searchPath,
  siteMapPath,
} from './paths.ts';
import { stylesheetPath } from './stylesheet.ts';
import { filled } from './text.ts';
import type { FeedView, SiteView } from './views.ts';

export interface Crumb {
  name: string;
  path: string;
}

export interface PageProps {
  site: SiteView;
  /** Of this page; the site's name is added. */
  title: string;
  /** Own path: marks the current entry of the navigation. */
  path?: string;
  column?: Pick<Column, 'name' | 'type' | 'description'> | undefined;
  article?: ArticleMeta;
  /** Feeds of the list this page belongs to. */
  feeds?: Pick<FeedView, 'kind' | 'id' | 'name'>;
  crumbs?: readonly Crumb[];
  /** Keeps the page out of search engines. */
  noindex?: boolean;
  /** Data of schema.org, see {@link JsonLd}. */
  head?: Child;
  children?: Child;
}

/** The four fixed parts of the platform (国办公开办函〔2019〕61号) and the entry for requests. */
export const mainParts: readonly (Crumb & { short: string })[] = [
  { name: '政府信息公开指南', short: '公开指南', path: guidePath },
  { name: '政府信息公开制度', short: '公开制度', path: rulesPath },
  { name: '法定主动公开内容', short: '主动公开', path: cataloguePath },
  { name: '政府信息公开年报', short: '公开年报', path: reportsPath },
  { name: '依申请公开', short: '依申请公开', path: requestsPath },
];

/** One red square: the seal of the house, drawn here so that nothing is asked of another server. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='2' fill='%239b1c1f'/%3E%3Cpath d='M4 5h8M4 8h8M4 11h5' stroke='white' stroke-width='1.5'/%3E%3C/svg%3E";

const feedTypes = [
  ['application/rss+xml', rssPath],
  ['application/atom+xml', atomPath],
  ['application/feed+json', jsonFeedPath],
] as const;

const Feeds = ({ site, feeds }: { site: SiteView; feeds: NonNullable<PageProps['feeds']> }) => (
  <>
    {feedTypes.map(([type, pathOf]) => (
      <link rel="alternate" type={type} title={feeds.name} href={href(site, pathOf(feeds.kind, feeds.id))} />
    ))}
  </>
);

const Head = (props: PageProps) => {
  const { site, title } = props;
  const siteTitle = `${site.settings.county}政府信息公开`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === siteTitle ? title : `${filled(title, '政府信息')} - ${siteTitle}`}</title>
      {props.noindex && <meta name="robots" content="noindex" />}
      <SiteMeta site={site} />
      {props.column && <ColumnMeta column={props.column} />}
      {props.article && <ArticleMetaTags article={props.article} />}
      {props.feeds && <Feeds site={site} feeds={props.feeds} />}
      <link rel="icon" href={icon} />
      <link
        rel="search"
        type="application/opensearchdescription+xml"
        title={siteTitle}
        href={href(site, openSearchPath)}
      />
      <link rel="stylesheet" href={href(site, stylesheetPath())} />
      <script src={href(site, comfortPath)}></script>
      {props.head}
    </head>
  );
};

const Search = ({ site }: { site: SiteView }) => (
  <search>
    <form class="search" action={href(site, searchPath)}>
      <label class="unseen" for="q">
        检索公开信息
      </label>
      <input type="search" id="q" name="q" maxlength={100} placeholder="标题、文号、内容" required />
      <button type="submit">检索</button>
    </form>
  </search>
);

/** See comfort.ts. */
const Comfort = () => (
  <fieldset class="comfort">
    <legend class="unseen">显示方式</legend>
    <label>
      <input type="checkbox" id="large" /> 大字
    </label>
    <label>
      <input type="checkbox" id="contrast" /> 高对比度
    </label>
  </fieldset>
);

const Header = ({ site, path }: Pick<PageProps, 'site' | 'path'>) => (
  <header class="site-header">
    <div class="wrap masthead">
      <a class="brand" href={href(site, homePath)}>
        <span class="seal" aria-hidden="true">
          公<br />开
        </span>
        <span>
          <span class="brand-owner">{site.settings.site.name}</span>
          <span class="brand-name">政府信息公开</span>
        </span>
      </a>
      <Search site={site} />
      <Comfort />
    </div>
    <nav class="site-nav" aria-label="主导航">
      <ul class="wrap">
        {[{ short: '首页', path: homePath }, ...mainParts].map((part) => (
          <li>
            <a href={href(site, part.path)} {...(part.path === path ? { 'aria-current': 'page' } : {})}>
              {part.short}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  </header>
);

const Breadcrumbs = ({ site, crumbs }: { site: SiteView; crumbs: readonly Crumb[] }) => (
  <nav class="crumbs" aria-label="当前位置">
    <ol>
      {[{ name: '首页', path: homePath }, ...crumbs].map((crumb) => (
        <li>
          <a href={href(site, crumb.path)}>{crumb.name}</a>
        </li>
      ))}
    </ol>
  </nav>
);

/** Identifiers that the site rules ask for: sponsor and contact, site code, ICP and police numbers, site map. */
const Footer = ({ site }: { site: SiteView }) => {
  const { site: identity } = site.settings;
  return (
    <footer class="site-footer">
      <div class="wrap">
        <p class="footer-sponsor">主办单位：{identity.sponsor}</p>
        <p>联系方式：{identity.contact}</p>
        <ul>
          {identity.organMark && (
            <li>
              <a href={identity.organMark}>党政机关网站标识</a>
            </li>
          )}
          <li>网站标识码：{identity.idCode}</li>
          <li>{identity.icp}</li>
          <li>{identity.police}</li>
        </ul>
        <ul>
          <li>
            <a href={href(site, siteMapPath)}>网站地图</a>
          </li>
          <li>
            <a href={href(site, openPath)}>订阅、嵌入和数据接口</a>
          </li>
        </ul>
      </div>
    </footer>
  );
};

const SitePage = (props: PageProps) => (
  <html lang="zh-CN">
    <Head {...props} />
    <body>
      <a class="skip" href="#main">
        跳到正文
      </a>
      <Header site={props.site} {...(props.path === undefined ? {} : { path: props.path })} />
      <main id="main" class="wrap" tabindex={-1}>
        {props.crumbs && <Breadcrumbs site={props.site} crumbs={props.crumbs} />}
        {props.children}
      </main>
      <Footer site={props.site} />
    </body>
  </html>
);

/** A whole page as text. Every text goes through JSX, which escapes it. */
export function renderPage(props: PageProps): string {
  const page = (<SitePage {...props} />) as HtmlEscapedString;
  return `<!DOCTYPE html>\n${page.toString()}`;
}

const jsonEscapes: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** A schema.org description; no text in it can end the script element. */
export const JsonLd = ({ data }: { data: Record<string, unknown> }) => (
  <script type="application/ld+json">
    {raw(
      JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(
        /[<>&\u2028\u2029]/g,
        (c) => jsonEscapes[c]!,
      ),
    )}
  </script>
);
