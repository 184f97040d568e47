import { cataloguePath, guidePath, href, listPath, openPath, requestsPath } from './paths.ts';
import { renderArticle } from './article.tsx';
import { Facts } from './parts.tsx';
import { clean, filled } from './text.ts';
import type { SiteView } from './views.ts';

/** What the guide must say of the disclosure office (条例 art. 12). */
const Office = ({ site }: { site: SiteView }) => {
  const { office, sponsor } = site.settings.site;
  return (
    <Facts
      rows={[
        ['机构名称', filled(office.name, sponsor)],
        ['办公地址', office.address],
        ['办公时间', office.hours],
        ['联系电话', office.phone],
        ['传真号码', office.fax],
        ['互联网联系方式', office.internet],
      ]}
    />
  );
};

/** 政府信息公开指南: classification, ways to obtain, and the office's name and contact (条例 art. 12). */
export function renderGuidePage(given: SiteView): string {
  const site = clean(given);
  return renderArticle(site, {
    path: guidePath,
    title: '政府信息公开指南',
    type: '信息公开指南',
    description: '政府信息的分类、编排体系、获取方式和公开工作机构。',
    body: (
      <>
        <h2>政府信息的分类</h2>
        <p>
          政府信息分为主动公开、删减后公开、依申请公开和不予公开四类，由起草部门在制作时认定，经保密审查和发布审查后确定。
        </p>
        <h2>编排体系</h2>
        <p>
          本县主动公开的政府信息按<a href={href(site, cataloguePath)}>领域和部门</a>
          编排，目录包括索引、名称、内容概述和生成日期。每条信息另外标明发文机关、发文字号、发布日期、公开方式和有效性。
        </p>
        <h2>获取方式</h2>
        <ul>
          <li>
            在本站查阅和下载：<a href={href(site, listPath('site', 'site'))}>全部公开信息</a>。
          </li>
          <li>
            用<a href={href(site, openPath)}>订阅源</a>跟踪更新：每个栏目和部门的页面底部都有订阅地址。
          </li>
          <li>
            申请获取没有主动公开的信息：<a href={href(site, requestsPath)}>依申请公开</a>。
          </li>
          <li>到国家档案馆、公共图书馆和政务服务场所设置的政府信息查阅场所查阅。</li>
        </ul>
        <h2>不予公开的信息</h2>
        <ul>
          <li>
            依法确定为国家秘密的，法律、行政法规禁止公开的，以及公开后可能危及国家安全、公共安全、经济安全、社会稳定的，不予公开（条例第十四条）。
          </li>
          <li>涉及商业秘密、个人隐私等公开会对第三方合法权益造成损害的，依照条例第十五条处理。</li>
          <li>内部事务信息、过程性信息和行政执法案卷信息，可以不予公开（条例第十六条）。</li>
        </ul>
        <p>不予公开的信息每年重新评估，情形变化的予以公开。</p>
        <h2>公开工作机构</h2>
        <Office site={site} />
        <h2>监督和救济</h2>
        <p>
          公民、法人或者其他组织认为行政机关在政府信息公开工作中侵犯其合法权益的，可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报，也可以依法申请行政复议或者提起行政诉讼。
        </p>
      </>
    ),
  });
}

/** 依申请公开, until requests can be made here. */
export function renderRequestsPage(given: SiteView): string {
  const site = clean(given);
  return renderArticle(site, {
    path: requestsPath,
    title: '依申请公开',
    type: '依申请公开',
    description: '申请获取政府信息的渠道。',
    body: (
      <>
        <p class="notice">网上申请即将开通。开通之前，请向公开工作机构当面或者以信函等方式提出申请。</p>
        <h2>申请应当写明</h2>
        <ul>
          <li>申请人的姓名或者名称、身份证明、联系方式；</li>
          <li>申请公开的政府信息的名称、文号或者便于行政机关查询的其他特征性描述；</li>
          <li>申请公开的政府信息的形式要求，包括获取信息的方式、途径。</li>
        </ul>
        <h2>受理机构</h2>
        <Office site={site} />
      </>
    ),
  });
}
