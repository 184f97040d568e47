/** OpenSearch 1.1: a browser can add the site's search to its own. */
import { absoluteUrl, openSearchPath, searchPath } from './paths.ts';
import { clean } from './text.ts';
import type { SiteView } from './views.ts';
import { element, xmlDocument } from './xml.ts';

/** The specification allows 16 characters. */
const longestShortName = 16;

export function renderOpenSearch(given: SiteView): string {
  const site = clean(given);
  const title = `${site.settings.county}政府信息公开`;
  return xmlDocument(
    element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      element('ShortName', {}, title.slice(0, longestShortName).toWellFormed()),
      element('Description', {}, `检索${title}平台的文件`),
      element('InputEncoding', {}, 'UTF-8'),
      element('Language', {}, 'zh-CN'),
      element('Url', {
        type: 'text/html',
        method: 'get',
        template: `${absoluteUrl(site, searchPath)}?q={searchTerms}`,
      }),
      element('Url', {
        type: 'application/opensearchdescription+xml',
        rel: 'self',
        template: absoluteUrl(site, openSearchPath),
      }),
    ),
  );
}
