/** The read-only API as files (`api/v1/`, described by its openapi.json): the same as the pages say, as data. */
import type { Publication } from '@gongkai/domain/publication.ts';
import { validityName } from '@gongkai/domain/validity.ts';
import {
  absoluteUrl,
  atomPath,
  directoryApiPath,
  documentApiPath,
  jsonFeedPath,
  listApiPath,
  listPath,
  rssPath,
} from './paths.ts';
import { clean } from './text.ts';
import type { AttachmentView, DocumentView, ListView, SiteView, TombstoneView } from './views.ts';

const json = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** What lists tell of an entry, and documents of themselves. */
const entryData = (site: SiteView, p: Publication) => ({
  title: p.title,
  documentNumber: p.documentNumber,
  indexNumber: p.indexNumber,
  department: p.department,
  column: p.column,
  publishedAt: p.publishedAt,
  changedAt: p.changedAt ?? p.publishedAt,
  validity: p.validity ?? 'in-force',
  summary: p.summary,
  url: absoluteUrl(site, p.path),
});

const attachmentData = (site: SiteView, { path, name, size, preview }: AttachmentView) => ({
  name,
  size,
  url: absoluteUrl(site, path),
  previewUrl: preview === undefined ? null : absoluteUrl(site, preview),
});

export function renderDocumentData(givenSite: SiteView, givenView: DocumentView): string {
  const [site, view] = [clean(givenSite), clean(givenView)];
  const { validity } = view;
  const link = ({ path, title }: { path: string; title: string }) => ({
    title,
    url: absoluteUrl(site, path),
  });
  return json({
    id: view.id,
    ...entryData(site, view.publication),
    departmentName: view.departmentName,
    columnName: view.columnName,
    issuer: view.issuer ?? view.departmentName,
    writtenDate: view.writtenDate,
    disclosure: view.attributeName,
    redacted: view.redacted,
    subjectClass: view.subjectClass,
    effectiveDate: view.effectiveDate,
    expiryDate: view.expiryDate,
    term: view.term,
    keywords: view.keywords,
    validityName: validityName[validity?.state ?? 'in-force'],
    validitySince: validity?.since ?? null,
    validityReason: validity?.reason ?? null,
    successor: validity?.successor ? link(validity.successor) : null,
    replaces: view.replaces.map(link),
    interpretations: view.interpretations.map(link),
    attachments: view.attachments.map((file) => attachmentData(site, file)),
    text: view.text.map((block) => block.text).join('\n'),
  });
}

/** What stays of a withdrawn document. */
export function renderTombstoneData(givenSite: SiteView, id: string, givenView: TombstoneView): string {
  const [site, view] = [clean(givenSite), clean(givenView)];
  return json({ id, withdrawn: true, ...view, self: absoluteUrl(site, documentApiPath(id)) });
}

/**
 * The newest entries, or an archive page. `next` leads to older ones; the newest may stand on an archive page too,
 * so readers tell entries apart by `url`.
 */
export function renderListData(givenSite: SiteView, givenList: ListView): string {
  const [site, list] = [clean(givenSite), clean(givenList)];
  const older = list.page === undefined ? list.archivePages : list.page - 1;
  return json({
    id: list.id,
    name: list.name,
    description: list.description,
    url: absoluteUrl(site, listPath(list.kind, list.id, list.page)),
    next: older > 0 ? absoluteUrl(site, listApiPath(list.kind, list.id, older)) : null,
    items: list.entries.map((entry) => entryData(site, entry)),
  });
}

const listLinks = (site: SiteView, kind: ListView['kind'], { id, name }: { id: string; name: string }) => ({
  id,
  name,
  url: absoluteUrl(site, listPath(kind, id)),
  items: absoluteUrl(site, listApiPath(kind, id)),
  feeds: {
    atom: absoluteUrl(site, atomPath(kind, id)),
    rss: absoluteUrl(site, rssPath(kind, id)),
    json: absoluteUrl(site, jsonFeedPath(kind, id)),
  },
});

/** Where everything is: the lists of the site, of its columns and of its departments. */
export function renderDirectoryData(givenSite: SiteView): string {
  const site = clean(givenSite);
  return json({
    county: site.settings.county,
    self: absoluteUrl(site, directoryApiPath),
    all: listLinks(site, 'site', { id: 'site', name: '全部公开信息' }),
    columns: site.columns.map((c) => ({ ...listLinks(site, 'column', c), description: c.description })),
    departments: site.departments.map((d) => listLinks(site, 'department', d)),
  });
}
