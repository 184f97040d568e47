/** What a published thing shows in lists, feeds and the sitemap; documents and interpretations both carry one. */
import * as z from 'zod';
import { type Kind, sortable } from './indexes.ts';
import { validitySchema } from './validity.ts';

export const publicationSchema = z.object({
  /** Path of the page on the public site, without leading slash, e.g. `documents/abc.html`. */
  path: z.string(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  indexNumber: z.string(),
  department: z.string(),
  column: z.string(),
  /** Item of the catalogue, whose own column it stands in as well. */
  item: z.string().optional(),
  /** UTC instant; never back-dated, never edited. */
  publishedAt: z.string(),
  summary: z.string(),
  /** Running numbers in the lists that every publication stands in; a full list page never changes again. */
  siteNumber: z.int(),
  columnNumber: z.int(),
  departmentNumber: z.int(),
  /** Running number in the column of its item; what was published before those had an archive has none. */
  itemNumber: z.int().optional(),
  /** Absent: in force, or nothing that could lose its force. */
  validity: validitySchema.optional(),
  /** UTC instant at which what the lists say of it last changed; absent when it never did. */
  changedAt: z.string().optional(),
});
export type Publication = z.infer<typeof publicationSchema>;

/**
 * A line of the public lists, an item of its own: lists are read far more often and far wider than documents, and
 * a document that changes need not be moved in them.
 */
const entrySchema = z.object({
  kind: z.literal('entry'),
  /** Id of the document or interpretation. */
  id: z.string(),
  version: z.int(),
  publication: publicationSchema,
});
export type Entry = z.infer<typeof entrySchema>;

/** Sorts behind every number of the whole site: by those stands what was published before columns of items had any. */
export const numberInItem = (n: number): string => `n${sortable(n)}`;

const placeInItem = ({ itemNumber, siteNumber }: Publication): string =>
  itemNumber === undefined ? sortable(siteNumber) : numberInItem(itemNumber);

export const entryKind: Kind<Entry> = {
  name: 'entry',
  parse: (value) => entrySchema.parse(value),
  places: ({ id, publication: p }) => ({
    'published-by-site': { partition: 'site', sort: `${sortable(p.siteNumber)}#${id}` },
    'published-by-column': { partition: p.column, sort: `${sortable(p.columnNumber)}#${id}` },
    ...(p.item === undefined
      ? {}
      : { 'published-by-item': { partition: p.item, sort: `${placeInItem(p)}#${id}` } }),
    'published-by-department': { partition: p.department, sort: `${sortable(p.departmentNumber)}#${id}` },
  }),
};
