import { localDate } from '@gongkai/calendar/local-date.ts';
import { renderPage } from './layout.tsx';
import { Facts } from './parts.tsx';
import { clean, filled } from './text.ts';
import type { SiteView, TombstoneView } from './views.ts';

/** What stays at the address of a withdrawn page: that, when and why, and nothing of what it said. */
export function renderTombstonePage(givenSite: SiteView, givenView: TombstoneView): string {
  const [site, view] = [clean(givenSite), clean(givenView)];
  const { county } = site.settings;
  return renderPage({
    site,
    title: '信息已撤下',
    noindex: true,
    column: {
      name: '已撤下的信息',
      type: '信息公开目录',
      description: `${filled(county, '本县')}曾公开、后来撤下的政府信息。`,
    },
    children: (
      <article class="prose">
        <h1>该信息已撤下</h1>
        <p class="lead">此处曾公开的政府信息已经撤下，不再提供查阅和下载。</p>
        <Facts
          rows={[
            ['名称', filled(view.title, '')],
            ['索引号', view.indexNumber],
            ['撤下日期', localDate(view.withdrawnAt)],
            ['撤下原因', filled(view.reason, '未注明')],
          ]}
        />
        <p>如有疑问，可以向公开工作机构咨询：{site.settings.site.contact}。</p>
      </article>
    ),
  });
}
