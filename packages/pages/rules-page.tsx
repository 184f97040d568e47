import { reassessmentColumn } from '@gongkai/domain/catalogue.ts';
import { renderArticle } from './article.tsx';
import { href, listPath, reportsPath, rulesPath } from './paths.ts';
import { clean } from './text.ts';
import type { SiteView } from './views.ts';

/** 政府信息公开制度: national rules, and what the county does by them. */
export function renderRulesPage(given: SiteView): string {
  const site = clean(given);
  return renderArticle(site, {
    path: rulesPath,
    title: '政府信息公开制度',
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
            <a href={href(site, listPath('column', reassessmentColumn))}>清理与评估结果</a>栏目公布。
          </li>
        </ol>
      </>
    ),
  });
}

/** 政府信息公开年报, before there is one; dates by 条例 art. 49. */
export function renderReportsPage(given: SiteView): string {
  const site = clean(given);
  return renderArticle(site, {
    path: reportsPath,
    title: '政府信息公开年报',
    type: '信息公开年报',
    description: `${site.settings.county}政府信息公开工作年度报告。`,
    body: (
      <>
        <p class="empty">目前还没有在本站发布年度报告。</p>
        <p>
          县政府各部门应当在每年 1 月 31
          日前向社会公布上一年度政府信息公开工作年度报告；本县政府的年度报告应当在每年 3 月 31
          日前公布（《中华人民共和国政府信息公开条例》第四十九条）。报告发布后在本页列出，并长期保留。
        </p>
      </>
    ),
  });
}
