/** What was found for a query, with ways to narrow it, to go on and to take it along. */
import { renderPage } from './layout.tsx';
import { Day } from './parts.tsx';
import { href, searchCsvPath, searchPath } from './paths.ts';
import { clean, filled } from './text.ts';
import type { SiteView } from './views.ts';

/** Text in which every second piece is what was looked for. */
type Highlighted = readonly string[];

export interface SearchHitView {
  title: Highlighted;
  excerpt: Highlighted;
  path: string;
  documentNumber: string | null;
  department: string;
  column: string;
  validity: string;
  publishedAt: string;
}

export interface SearchView {
  words: string;
  /** More was typed than was looked for. */
  isCut?: boolean;
  sort: 'relevance' | 'date';
  /** By name of the parameter: what the result is narrowed to. */
  only: Readonly<Record<string, string>>;
  page: number;
  pages: number;
  total: number;
  isTotalExact: boolean;
  hits: readonly SearchHitView[];
  facets: readonly { name: string; label: string; values: readonly { value: string; count: number }[] }[];
  instead?: { by: 'sound'; suggestion: string } | { by: 'some-words' };
}

/** More values of a facet nobody reads. */
const shownValues = 12;

const Marked = ({ pieces }: { pieces: Highlighted }) => (
  <>{pieces.map((piece, i) => (i % 2 === 1 ? <mark>{piece}</mark> : piece))}</>
);

function addressOf(
  site: SiteView,
  path: string,
  { words, sort, only }: SearchView,
  change: Record<string, string | undefined>,
): string {
  const parameters = { q: words, ...(sort === 'date' ? { sort } : {}), ...only, ...change };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== undefined && value !== '') query.set(name, value);
  return `${href(site, path)}?${query.toString()}`;
}

const Narrowing = ({ site, search }: { site: SiteView; search: SearchView }) => (
  <aside class="facets" aria-label="缩小范围">
    {search.facets.map(({ name, label, values }) => {
      const chosen = search.only[name];
      if (chosen !== undefined)
        return (
          <section>
            <h2>{label}</h2>
            <ul>
              <li>
                <strong>{chosen}</strong>{' '}
                <a href={addressOf(site, searchPath, search, { [name]: undefined })}>取消</a>
              </li>
            </ul>
          </section>
        );
      return values.length < 2 ? null : (
        <section>
          <h2>{label}</h2>
          <ul>
            {values.slice(0, shownValues).map(({ value, count }) => (
              <li>
                <a href={addressOf(site, searchPath, search, { [name]: value })}>
                  {value} <span class="count">{count}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      );
    })}
  </aside>
);

const Hits = ({ site, hits }: { site: SiteView; hits: readonly SearchHitView[] }) => (
  <ol class="results">
    {hits.map((hit) => (
      <li>
        <a href={href(site, hit.path)}>
          <Marked pieces={hit.title} />
        </a>
        <p class="excerpt">
          <Marked pieces={hit.excerpt} />
        </p>
        <p class="entry-facts">
          <Day at={hit.publishedAt} />
          {hit.documentNumber && <span>{hit.documentNumber}</span>}
          <span>{hit.department}</span>
          <span>{hit.column}</span>
          {hit.validity !== '有效' && <strong>{hit.validity}</strong>}
        </p>
      </li>
    ))}
  </ol>
);

const Pages = ({ site, search }: { site: SiteView; search: SearchView }) => {
  const { page, pages } = search;
  const to = (n: number): string =>
    addressOf(site, searchPath, search, { page: n === 1 ? undefined : String(n) });
  return pages < 2 ? null : (
    <nav class="pages" aria-label="翻页">
      <ul>
        {page > 1 && (
          <li>
            <a href={to(page - 1)} rel="prev">
              上一页
            </a>
          </li>
        )}
        <li>
          第 {page} 页，共 {pages} 页
        </li>
        {page < pages && (
          <li>
            <a href={to(page + 1)} rel="next">
              下一页
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
};

const Summary = ({ site, search }: { site: SiteView; search: SearchView }) => {
  const { words, total, isTotalExact, instead } = search;
  const subject = words === '' ? '全部公开信息' : `“${words}”`;
  if (total === 0)
    return (
      <p class="empty" role="status">
        没有找到{subject}。请换一个说法、减少字词，或者取消缩小范围的条件；也可以从
        <a href={href(site, 'catalogue.html')}>公开目录</a>查找。
      </p>
    );
  return (
    <>
      {instead?.by === 'sound' && (
        <p class="lead">
          没有写作{subject}的信息，下面是读音相同的“{instead.suggestion}”。
        </p>
      )}
      {instead?.by === 'some-words' && <p class="lead">没有完全符合{subject}的信息，下面是大部分相符的。</p>}
      <p class="lead" role="status">
        {subject}：共 {total} 条{isTotalExact ? '' : '以上'}。
        {search.sort === 'date' ? (
          <a href={addressOf(site, searchPath, search, { sort: undefined })}>按相关程度排列</a>
        ) : (
          <a href={addressOf(site, searchPath, search, { sort: 'date' })}>按日期排列</a>
        )}
        ，<a href={addressOf(site, searchCsvPath, search, {})}>下载结果（CSV）</a>
      </p>
    </>
  );
};

export function renderSearchPage(givenSite: SiteView, givenSearch: SearchView): string {
  const [site, search] = [clean(givenSite), clean(givenSearch)];
  const title = search.words === '' ? '检索' : `检索：${filled(search.words, '检索')}`;
  return renderPage({
    site,
    title,
    path: searchPath,
    column: { name: '检索', type: '信息公开目录', description: '在已公开的政府信息中检索。' },
    noindex: true,
    crumbs: [],
    children: (
      <>
        <header class="page-head">
          <h1>检索</h1>
          <form class="search-again" action={href(site, searchPath)}>
            <label class="unseen" for="words">
              检索词
            </label>
            <input type="search" id="words" name="q" value={search.words} maxlength={100} />
            {Object.entries(search.only).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <button type="submit">检索</button>
          </form>
          {search.isCut && <p class="lead">检索词太长，只按前 {search.words.length} 个字检索。</p>}
          <Summary site={site} search={search} />
        </header>
        <div class="columns">
          <div>
            <Hits site={site} hits={search.hits} />
            <Pages site={site} search={search} />
          </div>
          <Narrowing site={site} search={search} />
        </div>
      </>
    ),
  });
}
