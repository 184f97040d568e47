/** Entering what was published into the search, and taking it out. Safe to run twice. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Interpretation } from '@gongkai/domain/interpretation.ts';
import type { ProfileContent } from '@gongkai/domain/profile.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { validityName, validityNow } from '@gongkai/domain/validity.ts';
import { profilePath } from '@gongkai/pages/paths.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { type SearchDocument, type SearchEntry, searchEntryKey } from '@gongkai/platform/search/entry.ts';
import type { PublicFile } from './public-text.ts';

interface Names {
  departmentName: string;
  columnName: string;
}

const otherKind = '其他';
const interpretationKind = '解读';
const profileKind = '机构职能';

export function searchDocumentOf(
  {
    id,
    publication,
    metadata,
    validity,
  }: Pick<GovDocument, 'id' | 'metadata' | 'validity'> & { publication: Publication },
  text: readonly PublicFile[],
  names: Names,
): SearchDocument {
  const date = metadata?.writtenDate ?? localDate(publication.publishedAt);
  return {
    ...common(id, publication, names),
    text: text.map((f) => f.text).join('\n'),
    kind: metadata?.kind ?? otherKind,
    year: Number(date.slice(0, 4)),
    validity: validityName[validityNow({ validity })],
  };
}

export const searchInterpretationOf = (
  { id, publication, text }: Pick<Interpretation, 'id' | 'text'> & { publication: Publication },
  names: Names,
): SearchDocument => ({
  ...common(id, publication, names),
  text,
  kind: interpretationKind,
  year: Number(localDate(publication.publishedAt).slice(0, 4)),
  validity: validityName['in-force'],
});

/** In the words people ask with: 民政局电话, 民政局局长. */
export function searchProfileOf(
  { id, name }: { id: string; name: string },
  profile: ProfileContent & { since: string },
): SearchDocument {
  const { duties, structure, address, hours, phone, otherContact, leaders, since } = profile;
  return {
    id: profileEntryId(id),
    title: `${name}${profileKind}`,
    documentNumber: null,
    text: [
      `${name}电话（办公电话）：${phone}`,
      `${name}地址（办公地址）：${address}`,
      `${name}办公时间：${hours}`,
      ...(otherContact === '' ? [] : [`${name}其他联系方式：${otherContact}`]),
      ...leaders.map((leader) => `${name}${leader.post}：${leader.name}`),
      duties,
      structure,
    ].join('\n'),
    department: name,
    column: profileKind,
    kind: profileKind,
    year: Number(localDate(since).slice(0, 4)),
    validity: validityName['in-force'],
    publishedAt: since,
    path: profilePath(id),
    summary: duties.slice(0, 100),
  };
}

/** Ids of documents have no such beginning. */
export const profileEntryId = (department: string): string => `profile-${department}`;

const common = (id: string, p: Publication, { departmentName, columnName }: Names) => ({
  id,
  title: p.title,
  documentNumber: p.documentNumber,
  department: departmentName,
  column: columnName,
  publishedAt: p.publishedAt,
  path: p.path,
  summary: p.summary,
});

export const enterSearch = (deps: Pick<Deps, 'files'>, document: SearchDocument): Promise<void> =>
  write(deps, document);

export const leaveSearch = (deps: Pick<Deps, 'files'>, id: string): Promise<void> =>
  write(deps, { id, gone: true });

const write = ({ files }: Pick<Deps, 'files'>, entry: SearchEntry): Promise<void> =>
  files.put('records', searchEntryKey(entry.id), Buffer.from(JSON.stringify(entry)), {
    contentType: 'application/json',
  });
