import { renderPage } from './layout.tsx';
import { absoluteUrl, href } from './paths.ts';
import { clean } from './text.ts';
import type { SiteView } from './views.ts';

/** Stands at an old address where nobody can answer 301: leads on at once, and says so to who is not led. */
export function renderMovedPage(given: SiteView, to: string): string {
  const site = clean(given);
  return renderPage({
    site,
    title: '页面已移到新地址',
    noindex: true,
    head: (
      <>
        <meta http-equiv="refresh" content={`0; url=${href(site, to)}`} />
        <link rel="canonical" href={absoluteUrl(site, to)} />
      </>
    ),
    children: (
      <article class="prose">
        <h1>页面已移到新地址</h1>
        <p class="lead">
          浏览器没有自动转到的，请打开：<a href={href(site, to)}>{absoluteUrl(site, to)}</a>
        </p>
      </article>
    ),
  });
}
