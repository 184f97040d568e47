import type { Column } from '@gongkai/domain/catalogue.ts';
import type { Child } from 'hono/jsx';
import { renderPage } from './layout.tsx';
import { cataloguePath, href, homePath } from './paths.ts';
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
    children: (
      <article class="prose">
        <h1>{page.title}</h1>
        {page.body}
      </article>
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
