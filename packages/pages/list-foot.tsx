/** What stands below the newest entries of a list: the way to older ones, and the ways to take them along. */
import { embedCode } from './embed.tsx';
import { href, listPath } from './paths.ts';
import { Subscribe } from './subscribe-links.tsx';
import type { ListView, SiteView } from './views.ts';

/** Links to this many of the newest archive pages; older ones are reached from page to page. */
const linkedPages = 8;

export const pageName = (page: number): string => `第 ${page} 页`;

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

const Embed = ({ site, list }: { site: SiteView; list: ListView }) => (
  <details class="embed-code">
    <summary>在其他网站上显示本列表</summary>
    <pre tabindex={0}>
      <code>{embedCode(site, list)}</code>
    </pre>
  </details>
);

export const ListFoot = ({ site, list }: { site: SiteView; list: ListView }) => (
  <>
    {list.archivePages > 0 && <ArchiveLinks site={site} list={list} />}
    <Subscribe site={site} list={list} />
    <Embed site={site} list={list} />
  </>
);
