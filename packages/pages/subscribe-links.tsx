import { atomPath, href, jsonFeedPath, listApiPath, rssPath, subscribeHref } from './paths.ts';
import type { FeedView, SiteView } from './views.ts';

/** The ways to hear of what is new. */
export const Subscribe = ({ site, list }: { site: SiteView; list: Pick<FeedView, 'kind' | 'id'> }) => (
  <p class="subscribe">
    <span>订阅更新</span>
    <a href={href(site, rssPath(list.kind, list.id))}>RSS</a>
    <a href={href(site, atomPath(list.kind, list.id))}>Atom</a>
    <a href={href(site, jsonFeedPath(list.kind, list.id))}>JSON Feed</a>
    <a href={href(site, listApiPath(list.kind, list.id))}>JSON 数据</a>
    <a href={subscribeHref(site, list)}>邮件订阅</a>
  </p>
);
