/** What the public pages are made from: plain data, no stores. Pages, lists and feeds are pure functions of these. */
import type { Column } from '@gongkai/domain/catalogue.ts';
import type { Posting } from '@gongkai/domain/posting.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import type { Settings } from '@gongkai/domain/settings.ts';
import type { Validity } from '@gongkai/domain/validity.ts';

export interface SiteView {
  settings: Settings;
  columns: readonly Column[];
  departments: readonly { id: string; name: string }[];
}

/** One paragraph, heading or table row of a file, as reading gives it. */
export interface TextBlock {
  text: string;
  kind?: 'paragraph' | 'heading' | 'row';
  /** Of a table row. */
  cells?: readonly string[] | undefined;
  /** Where it stands when not in the body: `header`, `footer`, `note`, `box`. */
  part?: string | undefined;
  /** Tells two tables that touch apart. */
  table?: number | undefined;
}

export interface AttachmentView {
  /** Path on the public site without leading slash. */
  path: string;
  name: string;
  /** Bytes. */
  size: number;
  /** Path of the page that shows it, where its text could be read. */
  preview?: string | undefined;
}

/** The mark on a document that is not simply in force. */
export interface ValidityView {
  state: Validity;
  /** Local date. */
  since: string;
  reason: string;
  successor: { path: string; title: string } | null;
}

export interface DocumentView {
  id: string;
  publication: Publication;
  departmentName: string;
  columnName: string;
  attributeName: string;
  issuer: string | null;
  /** Local date. */
  writtenDate: string | null;
  /** 主题分类. */
  subjectClass: string | null;
  /** Local dates. */
  effectiveDate: string | null;
  expiryDate: string | null;
  /** 有效期 in the document's words. */
  term: string | null;
  keywords: readonly string[];
  validity: ValidityView | null;
  /** Of a list that comes down by itself. */
  posting: Posting | null;
  /** Earlier documents that this one amends, repeals or replaces. */
  replaces: readonly { path: string; title: string }[];
  /** The public text, in order. */
  text: readonly TextBlock[];
  redacted: boolean;
  /** The text is what a machine made out in a scan. */
  scanned: boolean;
  attachments: readonly AttachmentView[];
  interpretations: readonly { path: string; title: string }[];
}

/** An attachment to be read in the browser. */
export interface PreviewView {
  document: { path: string; title: string };
  columnName: string;
  column: string;
  publishedAt: string;
  file: Omit<AttachmentView, 'preview'>;
  text: readonly TextBlock[];
  /** As of {@link DocumentView}. */
  scanned: boolean;
}

export interface InterpretationView {
  publication: Publication;
  departmentName: string;
  form: string;
  contact: string;
  text: readonly TextBlock[];
  document: { path: string; title: string };
}

export interface TombstoneView {
  /** Absent where the title itself had to go. */
  title: string | null;
  indexNumber: string;
  withdrawnAt: string;
  reason: string;
}

/** What the feeds of a list tell. */
export interface FeedView {
  kind: 'site' | 'column' | 'department' | 'item';
  /** `site`, or the id of the column, the department or the item. */
  id: string;
  name: string;
  description: string;
  /** Newest first. */
  entries: readonly Publication[];
  /** UTC instant of the newest change, for feeds. */
  updatedAt: string;
}

/** One list: the whole site, a column, a department, or the column of one item of the catalogue. */
export interface ListView extends FeedView {
  /** Page number of this page of the archive, or undefined for the newest entries (`index.html`). */
  page?: number;
  /** How many full archive pages exist. */
  archivePages: number;
}

/** Result of one year's reassessment: counts and what was opened, never a title of what stays withheld. */
export interface ReassessmentResultView {
  year: number;
  counts: Record<string, number>;
  opened: readonly { title: string; path: string | null; outcome: string }[];
}

/** What lost its force, or changed, in one year. */
export interface CleanUpView {
  year: number;
  changed: readonly { title: string; documentNumber: string | null; path: string; validity: ValidityView }[];
}

/** Entries on `index.html` of a list and in its feeds; archive pages hold as many. */
export const entriesPerPage = 20;
