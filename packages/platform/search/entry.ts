/**
 * What the public can look for: a file for each published thing among the records. Whoever publishes writes it,
 * whoever withdraws writes that it is gone; the index of a place follows these files and can be made anew from them.
 */
import { searchFolder } from '@gongkai/domain/search-folder.ts';
import * as z from 'zod';

export const searchDocumentSchema = z.object({
  /** Id of the document or interpretation, or `profile-` and the id of the department. */
  id: z.string(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  /** The public text, attachments included. */
  text: z.string(),
  /** Names, as they are shown. */
  department: z.string(),
  column: z.string(),
  /** 文种, 解读 or 机构职能. */
  kind: z.string(),
  year: z.int(),
  /** 有效性. */
  validity: z.string(),
  /** UTC instant. */
  publishedAt: z.string(),
  /** Path on the public site without leading slash. */
  path: z.string(),
  summary: z.string(),
});
export type SearchDocument = z.infer<typeof searchDocumentSchema>;

/** Withdrawn, or gone with its department: nothing of it is found any more. */
const goneSchema = z.object({ id: z.string(), gone: z.literal(true) });
export type SearchEntry = SearchDocument | z.infer<typeof goneSchema>;

export const searchEntryKey = (id: string): string => `${searchFolder}${id}.json`;
/** Undefined for every other key. */
export const searchEntryId = (key: string): string | undefined =>
  /^search\/([\w-]{1,80})\.json$/.exec(key)?.[1];

export const parseSearchEntry = (body: Uint8Array): SearchEntry =>
  z.union([goneSchema, searchDocumentSchema]).parse(JSON.parse(Buffer.from(body).toString('utf8')));
