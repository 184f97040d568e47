import { atomPath, href, jsonFeedPath, rssPath, subscribeHref } from './paths.ts';
import type { FeedView, SiteView } from './views.ts';

/** The ways to hear of what is new. `data` is the path of the same for programs, where there is such a file. */
export const Subscribe = ({
  site,
  list,
  data,
}: {
  site: SiteView;
  list: Pick<FeedView, 'kind' | 'id'>;
  data?: string;
}) => (
  <p class="subscribe">
    <span>订阅更新</span>
    <a href={href(site, rssPath(list.kind, list.id))}>RSS</a>
    <a href={href(site, atomPath(list.kind, list.id))}>Atom</a>
    <a href={href(site, jsonFeedPath(list.kind, list.id))}>JSON Feed</a>
    {data !== undefined && <a href={href(site, data)}>JSON 数据</a>}
    <a href={subscribeHref(site, list)}>邮件订阅</a>
  </p>
);
