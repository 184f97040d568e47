/**
 * The meta tags of 国办发〔2017〕47号 (annex). A mandatory tag without content is a defect in the yearly inspection,
 * so each has something to fall back to.
 */
import { localMinute } from '@gongkai/calendar/local-date.ts';
import type { Column } from '@gongkai/domain/catalogue.ts';
import { filled } from './text.ts';
import type { SiteView } from './views.ts';

export interface ArticleMeta {
  title: string;
  /** UTC instant. */
  publishedAt: string;
  source: string;
  keywords?: readonly string[];
  description?: string;
  url?: string;
}

export const SiteMeta = ({ site }: { site: SiteView }) => {
  const { site: identity, siteUrl, county } = site.settings;
  return (
    <>
      <meta name="SiteName" content={filled(identity.name, filled(county, '政府信息公开'))} />
      <meta name="SiteDomain" content={new URL(siteUrl).hostname} />
      <meta name="SiteIDCode" content={filled(identity.idCode, '0000000000')} />
    </>
  );
};

export const ColumnMeta = ({ column }: { column: Pick<Column, 'name' | 'type' | 'description'> }) => {
  const name = filled(column.name, '政府信息公开');
  return (
    <>
      <meta name="ColumnName" content={name} />
      <meta name="ColumnDescription" content={filled(column.description, name)} />
      <meta name="ColumnKeywords" content={name === '政府信息公开' ? name : `${name},政府信息公开`} />
      <meta name="ColumnType" content={filled(column.type, '信息公开目录')} />
    </>
  );
};

export const ArticleMetaTags = ({ article }: { article: ArticleMeta }) => {
  const keywords = (article.keywords ?? []).map((k) => filled(k, '')).filter(Boolean);
  const description = filled(article.description, '');
  return (
    <>
      <meta name="ArticleTitle" content={filled(article.title, '政府信息')} />
      <meta name="PubDate" content={localMinute(article.publishedAt)} />
      <meta name="ContentSource" content={filled(article.source, '本站')} />
      {keywords.length > 0 && <meta name="Keywords" content={keywords.join(',')} />}
      {description && <meta name="Description" content={description} />}
      {article.url && <meta name="Url" content={article.url} />}
    </>
  );
};
