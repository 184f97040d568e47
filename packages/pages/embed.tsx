/**
 * A list for the county's existing website: a page without frame for an iframe, and the line of HTML that shows it.
 * A frame and not a script, so that nothing of ours runs in their pages and nothing of theirs in ours.
 */
import type { HtmlEscapedString } from 'hono/utils/html';
import { SiteMeta } from './meta.tsx';
import { Day } from './parts.tsx';
import { absoluteUrl, embedPath, href, listPath } from './paths.ts';
import { stylesheetPath } from './stylesheet.ts';
import { clean, filled } from './text.ts';
import type { ListView, SiteView } from './views.ts';

const entriesShown = 10;

/** Links leave the frame. */
const EmbedPage = ({ site, list }: { site: SiteView; list: ListView }) => (
  <html lang="zh-CN">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{list.name}</title>
      <SiteMeta site={site} />
      <link rel="canonical" href={absoluteUrl(site, listPath(list.kind, list.id))} />
      <link rel="stylesheet" href={href(site, stylesheetPath())} />
      <base target="_top" />
    </head>
    <body class="embed">
      <main>
        <h1>
          <a href={href(site, listPath(list.kind, list.id))}>{list.name}</a>
        </h1>
        <ul class="embed-entries">
          {list.entries.slice(0, entriesShown).map((entry) => (
            <li>
              <a href={href(site, entry.path)}>{filled(entry.title, '（无标题）')}</a>{' '}
              <Day at={entry.publishedAt} />
            </li>
          ))}
        </ul>
        {list.entries.length === 0 && <p class="empty">暂时没有公开的信息。</p>}
      </main>
    </body>
  </html>
);

export function renderEmbed(givenSite: SiteView, givenList: ListView): string {
  const page = (<EmbedPage site={clean(givenSite)} list={clean(givenList)} />) as HtmlEscapedString;
  return `<!DOCTYPE html>\n${page.toString()}`;
}

/** To be copied into a page of another site. */
export const embedCode = (site: SiteView, list: Pick<ListView, 'kind' | 'id' | 'name'>): string =>
  `<iframe src="${absoluteUrl(site, embedPath(list.kind, list.id))}" title="${list.name.replace(/["<>&]/g, '')}" width="100%" height="420" style="border:0" loading="lazy"></iframe>`;
