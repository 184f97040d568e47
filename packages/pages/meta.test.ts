import { expect, test } from 'vitest';
import { renderDocumentPage } from './document-page.tsx';
import { fixedFiles } from './files.ts';
import { renderHomePage } from './home-page.tsx';
import { renderInterpretationPage } from './interpretation-page.tsx';
import { renderListPage } from './list-page.tsx';
import { documentView, interpretationView, list, site } from './testing/fixture.ts';
import { withEvery } from './testing/hostile.ts';
import { metaOf } from './testing/parsed.ts';

const ofSite = ['SiteName', 'SiteDomain', 'SiteIDCode'];
const ofColumn = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const ofArticle = ['ArticleTitle', 'PubDate', 'ContentSource'];

const pages = (text?: string): [name: string, page: string, tags: string[]][] => {
  const bare = <T>(value: T): T => (text === undefined ? value : withEvery(text, value));
  const s = bare(site);
  return [
    ['document', renderDocumentPage(s, bare(documentView())), [...ofSite, ...ofColumn, ...ofArticle]],
    [
      'interpretation',
      renderInterpretationPage(s, bare(interpretationView())),
      [...ofSite, ...ofColumn, ...ofArticle],
    ],
    ['list', renderListPage(s, bare(list(1, 3))), [...ofSite, ...ofColumn]],
    ['home', renderHomePage(s, bare(list(1, 3))), [...ofSite, ...ofColumn]],
    ...fixedFiles(s)
      .filter((f) => f.path.endsWith('.html') && f.path !== '404.html')
      .map((f): [string, string, string[]] => [f.path, f.body, [...ofSite, ...ofColumn]]),
  ];
};

test.each(pages())('the %s page carries every mandatory tag of 国办发〔2017〕47号', (_, page, tags) => {
  const meta = metaOf(page);
  expect(tags.filter((tag) => !meta[tag]?.trim())).toEqual([]);
});

test.each(pages('  '))(
  'the %s page has no empty mandatory tag even when its data is blank',
  (_, page, tags) => {
    const meta = metaOf(page);
    expect(tags.filter((tag) => !meta[tag]?.trim())).toEqual([]);
  },
);

test('no optional tag is written without content', () => {
  const view = documentView({ keywords: [] });
  const meta = metaOf(
    renderDocumentPage(site, { ...view, publication: { ...view.publication, summary: ' ' } }),
  );
  expect(Object.keys(meta)).not.toContain('Keywords');
  expect(Object.keys(meta)).not.toContain('Description');
});

test('values are the site’s, the column’s and the document’s, with the time of Beijing', () => {
  const meta = metaOf(renderDocumentPage(site, documentView()));
  expect(meta).toMatchObject({
    SiteName: '示范县人民政府',
    SiteDomain: 'www.example.gov.cn',
    SiteIDCode: '9901010000',
    ColumnName: '社会救助',
    ColumnType: '信息公开目录',
    ArticleTitle: '示范县民政局关于做好第7批困难群众救助工作的通知',
    PubDate: '2026-01-02 00:07',
    ContentSource: '示范县民政局',
    Keywords: '社会救助,最低生活保障',
  });
});
