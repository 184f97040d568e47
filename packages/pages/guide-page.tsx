import { mainParts } from './layout.tsx';
import { cataloguePath, guidePath, href, listPath, requestsPath, rulesPath } from './paths.ts';
import { renderArticle } from './static-pages.tsx';
import { clean } from './text.ts';
import type { SiteView } from './views.ts';

const Office = ({ site }: { site: SiteView }) => (
  <dl class="facts">
    <div>
      <dt>机构名称</dt>
      <dd>{site.settings.site.sponsor}</dd>
    </div>
    <div>
      <dt>联系方式</dt>
      <dd>{site.settings.site.contact}</dd>
    </div>
  </dl>
);

const part = (path: string): string => mainParts.find((p) => p.path === path)!.name;

/** 政府信息公开指南: classification, ways to obtain, and the office's name and contact (条例 art. 12). */
export function renderGuidePage(given: SiteView): string {
  const site = clean(given);
  return renderArticle(site, {
    path: guidePath,
    title: part(guidePath),
    type: '信息公开指南',
    description: '政府信息的分类、编排体系、获取方式和公开工作机构。',
    body: (
      <>
        <h2>公开的信息和编排</h2>
        <p>
          本县主动公开的政府信息按<a href={href(site, cataloguePath)}>领域和部门</a>
          编排。每条信息标明索引号、名称、发文机关、发文字号、成文日期、发布日期、公开方式和有效性。
        </p>
        <h2>怎样获取</h2>
        <ul>
          <li>
            在本站查阅和下载：<a href={href(site, listPath('site', 'site'))}>全部公开信息</a>。
          </li>
          <li>用订阅源跟踪更新：每个栏目和部门的页面底部都有订阅地址。</li>
          <li>到国家档案馆、公共图书馆和政务服务场所设置的政府信息查阅场所查阅。</li>
        </ul>
        <h2>不予公开的信息</h2>
        <p>
          依法确定为国家秘密的，法律、行政法规禁止公开的，以及公开后可能危及国家安全、公共安全、经济安全、社会稳定的政府信息，不予公开；
          涉及商业秘密、个人隐私等公开会对第三方合法权益造成损害的，依法处理。不予公开的信息每年重新评估一次，情形变化的予以公开。
        </p>
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
    title: part(requestsPath),
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

/** 政府信息公开制度: national rules, and what the county does by them. */
export function renderRulesPage(given: SiteView): string {
  const site = clean(given);
  return renderArticle(site, {
    path: rulesPath,
    title: part(rulesPath),
    type: '政策文件',
    description: '政府信息公开工作依据的法规、文件和本县的公开程序。',
    body: (
      <>
        <h2>依据</h2>
        <ul>
          <li>《中华人民共和国政府信息公开条例》（国务院令第711号，2019年5月15日起施行）</li>
          <li>《〈关于全面推进政务公开工作的意见〉实施细则》（国办发〔2016〕80号）</li>
          <li>《政府网站发展指引》（国办发〔2017〕47号）</li>
          <li>《关于规范政府信息公开平台有关事项的通知》（国办公开办函〔2019〕61号）</li>
        </ul>
        <h2>公开程序</h2>
        <ol>
          <li>起草部门在制作文件时认定公开属性，部门负责人确认。</li>
          <li>保密审查：依法不得公开的内容不予公开，可以区分处理的删减后公开。</li>
          <li>{site.settings.site.sponsor}作发布审查，通过后发布。</li>
          <li>
            需要解读的政策文件，由起草部门在文件公开后 {site.settings.interpretWithin}{' '}
            个工作日内发布解读材料。
          </li>
          <li>
            不予公开的信息每年评估，评估和清理的结果在
            <a href={href(site, listPath('column', 'reassessments'))}>清理与评估结果</a>栏目公布。
          </li>
        </ol>
      </>
    ),
  });
}
