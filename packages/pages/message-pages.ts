/** Pages for when something is missing or broken; each says what to do next. */
import { renderMessagePage } from './article.tsx';
import type { SiteView } from './views.ts';

export const renderNotFoundPage = (site: SiteView): string =>
  renderMessagePage(
    site,
    '没有找到这个页面',
    '地址可能输入有误，或者页面已经改变。请核对地址，或者从下面的入口查找。',
  );

export const renderFaultPage = (site: SiteView): string =>
  renderMessagePage(site, '页面暂时打不开', '系统出现故障，已记录下来。请过几分钟再试。');

export const renderSearchClosedPage = (site: SiteView): string =>
  renderMessagePage(site, '检索暂停', '检索正在维护。现在可以从下面的入口按领域和部门查找。');

export const renderTooOftenPage = (site: SiteView): string =>
  renderMessagePage(site, '检索过于频繁', '请过一分钟再试。');

export const renderPortalClosedPage = (site: SiteView): string =>
  renderMessagePage(
    site,
    '工作平台暂时不能使用',
    '系统正在恢复，请过几分钟再试。已经提交成功的内容没有丢失；公开网站照常可以阅读。',
  );
