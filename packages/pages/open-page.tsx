import { renderArticle } from './article.tsx';
import { embedCode } from './embed.tsx';
import {
  absoluteUrl,
  atomPath,
  directoryApiPath,
  href,
  jsonFeedPath,
  openApiPath,
  openPath,
  rssPath,
  subscribeHref,
} from './paths.ts';
import { clean } from './text.ts';
import type { ListView, SiteView } from './views.ts';

const all: Pick<ListView, 'kind' | 'id' | 'name'> = { kind: 'site', id: 'site', name: '全部公开信息' };

const Address = ({ site, path }: { site: SiteView; path: string }) => (
  <a href={href(site, path)}>{absoluteUrl(site, path)}</a>
);

/** How others take up what is published here: by feed, in a frame on their own pages, by machine. */
export function renderOpenPage(given: SiteView): string {
  const site = clean(given);
  return renderArticle(site, {
    path: openPath,
    title: '订阅、嵌入和数据接口',
    type: '数据开放',
    description: '用订阅源、嵌入代码和数据接口取得本站公开的信息。',
    body: (
      <>
        <p class="lead">本站公开的信息可以订阅，可以显示在其他网站上，也可以由程序读取。都不需要登录。</p>
        <h2>订阅源</h2>
        <p>每个栏目、每个部门、每个公开事项的页面都有自己的订阅源。全部公开信息的订阅源是：</p>
        <ul>
          <li>
            RSS：
            <Address site={site} path={rssPath(all.kind, all.id)} />
          </li>
          <li>
            Atom：
            <Address site={site} path={atomPath(all.kind, all.id)} />
          </li>
          <li>
            JSON Feed：
            <Address site={site} path={jsonFeedPath(all.kind, all.id)} />
          </li>
        </ul>
        <h2>邮件订阅</h2>
        <p>
          按栏目、部门、公开事项或关键词<a href={subscribeHref(site, all)}>用邮件订阅</a>
          ：有更新的日子早上收到一封邮件，随时可以退订。
        </p>
        <h2>嵌入到其他网站</h2>
        <p>
          县政府门户网站等可以用下面的代码在自己的页面上显示最新公开的信息。栏目、部门和公开事项的代码在各自页面的底部。
        </p>
        <pre tabindex={0}>
          <code>{embedCode(site, all)}</code>
        </pre>
        <h2>数据接口</h2>
        <p>接口只读，每个回答都是一个 JSON 文件，与网页同时更新。从目录开始，按其中的地址逐级读取：</p>
        <ul>
          <li>
            目录：
            <Address site={site} path={directoryApiPath} />
          </li>
          <li>
            说明（OpenAPI）：
            <Address site={site} path={openApiPath} />
          </li>
        </ul>
      </>
    ),
  });
}
