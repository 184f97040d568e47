/** What the public pages are made from: plain data, no stores. Pages, lists and feeds are pure functions of these. */
import type { Column } from '@gongkai/domain/catalogue.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import type { Settings } from '@gongkai/domain/settings.ts';

export interface SiteView {
  settings: Settings;
  columns: readonly Column[];
  departments: readonly { id: string; name: string }[];
}

export interface AttachmentView {
  /** Path on the public site without leading slash. */
  path: string;
  name: string;
  /** Bytes. */
  size: number;
}

export interface DocumentView {
  publication: Publication;
  departmentName: string;
  columnName: string;
  attributeName: string;
  issuer: string | null;
  /** Local date. */
  writtenDate: string | null;
  keywords: readonly string[];
  /** Paragraphs of the public text, in order. */
  paragraphs: readonly string[];
  redacted: boolean;
  attachments: readonly AttachmentView[];
  interpretations: readonly { path: string; title: string }[];
}

export interface InterpretationView {
  publication: Publication;
  departmentName: string;
  form: string;
  contact: string;
  paragraphs: readonly string[];
  document: { path: string; title: string };
}

export interface TombstoneView {
  title: string;
  indexNumber: string;
  withdrawnAt: string;
  reason: string;
}

/** One list: the whole site, a column, or a department. */
export interface ListView {
  kind: 'site' | 'column' | 'department';
  /** `site`, the column's or the department's id. */
  id: string;
  name: string;
  description: string;
  /** Newest first. */
  entries: readonly Publication[];
  /** Page number of this page of the archive, or undefined for the newest entries (`index.html`). */
  page?: number;
  /** How many full archive pages exist. */
  archivePages: number;
  /** UTC instant of the newest change, for feeds. */
  updatedAt: string;
}

/** Result of one year's reassessment: counts and what was opened, never a title of what stays withheld. */
export interface ReassessmentResultView {
  year: number;
  counts: Record<string, number>;
  opened: readonly { title: string; path: string | null; outcome: string }[];
}

/** Entries on `index.html` of a list and in its feeds; archive pages hold as many. */
export const entriesPerPage = 20;
