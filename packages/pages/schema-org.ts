/** Descriptions of pages for machines, in the words of schema.org. */
import { validityName } from '@gongkai/domain/validity.ts';
import type { ProfileContent } from '@gongkai/domain/profile.ts';
import { absoluteUrl, profilePath } from './paths.ts';
import type { DocumentView, InterpretationView, PreviewView, SiteView } from './views.ts';

const organisation = (name: string) => ({ '@type': 'GovernmentOrganization', name });

const common = (site: SiteView, { publication, departmentName }: DocumentView | InterpretationView) => ({
  name: publication.title,
  url: absoluteUrl(site, publication.path),
  inLanguage: 'zh-CN',
  isAccessibleForFree: true,
  datePublished: publication.publishedAt,
  identifier: [publication.indexNumber, publication.documentNumber].filter(Boolean),
  author: organisation(departmentName),
  publisher: organisation(site.settings.site.name),
});

export const documentData = (site: SiteView, view: DocumentView): Record<string, unknown> => ({
  '@type': 'DigitalDocument',
  ...common(site, view),
  author: organisation(view.issuer ?? view.departmentName),
  ...(view.writtenDate === null ? {} : { dateCreated: view.writtenDate }),
  ...(view.subjectClass === null ? {} : { about: { '@type': 'DefinedTerm', name: view.subjectClass } }),
  ...(view.effectiveDate === null
    ? {}
    : { temporalCoverage: `${view.effectiveDate}/${view.expiryDate ?? '..'}` }),
  ...(view.expiryDate === null ? {} : { expires: view.expiryDate }),
  ...(view.keywords.length > 0 ? { keywords: view.keywords } : {}),
  articleSection: view.columnName,
  ...(view.publication.changedAt ? { dateModified: view.publication.changedAt } : {}),
  creativeWorkStatus: validityName[view.validity?.state ?? 'in-force'],
  encoding: view.attachments.map((file) => ({
    '@type': 'MediaObject',
    name: file.name,
    contentUrl: absoluteUrl(site, file.path),
    contentSize: String(file.size),
  })),
});

export const interpretationData = (site: SiteView, view: InterpretationView): Record<string, unknown> => ({
  '@type': 'Article',
  ...common(site, view),
  headline: view.publication.title,
  about: {
    '@type': 'DigitalDocument',
    name: view.document.title,
    url: absoluteUrl(site, view.document.path),
  },
});

export const profileData = (
  site: SiteView,
  { id, name }: { id: string; name: string },
  { address, phone, hours, leaders }: ProfileContent,
): Record<string, unknown> => ({
  ...organisation(name),
  url: absoluteUrl(site, profilePath(id)),
  address,
  telephone: phone,
  parentOrganization: organisation(site.settings.site.name),
  contactPoint: { '@type': 'ContactPoint', telephone: phone, description: hours },
  employee: leaders.map((leader) => ({ '@type': 'Person', name: leader.name, jobTitle: leader.post })),
});

export const attachmentData = (site: SiteView, path: string, view: PreviewView): Record<string, unknown> => ({
  '@type': 'DigitalDocument',
  name: view.file.name,
  url: absoluteUrl(site, path),
  inLanguage: 'zh-CN',
  isPartOf: {
    '@type': 'DigitalDocument',
    name: view.document.title,
    url: absoluteUrl(site, view.document.path),
  },
});
