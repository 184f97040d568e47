/** Rows of the catalogue in the records, named by their hash: whoever knows the hash knows the content. */
import { createHash } from 'node:crypto';
import {
  type CatalogueItem,
  type ItemContent,
  itemContentSchema,
  itemSchema,
} from '@gongkai/domain/catalogue-item.ts';
import { localDateSchema } from '@gongkai/domain/deadline.ts';
import type { Files } from '@gongkai/platform/ports.ts';
import * as z from 'zod';

/** Of what one department fills in: no ids yet. */
const draftSchema = z.array(itemContentSchema);
const itemsSchema = z.array(itemSchema);
const editionFileSchema = z.object({
  field: z.string(),
  number: z.int(),
  from: localDateSchema,
  /** SHA-256 of the file of the edition before. */
  previous: z.string().nullable(),
  items: itemsSchema,
});
export type EditionFile = z.infer<typeof editionFileSchema>;

const draftKey = (part: string, sha256: string): string => `catalogue/drafts/${part}/${sha256}.json`;
const partKey = (part: string, sha256: string): string => `catalogue/parts/${part}/${sha256}.json`;
const editionKey = (field: string, sha256: string): string => `catalogue/editions/${field}/${sha256}.json`;

export const saveDraftRows = (files: Files, part: string, rows: readonly ItemContent[]): Promise<string> =>
  save(files, (sha256) => draftKey(part, sha256), rows);
export const loadDraftRows = (files: Files, part: string, sha256: string): Promise<ItemContent[]> =>
  load(files, draftKey(part, sha256), draftSchema);

export const savePartItems = (files: Files, part: string, items: readonly CatalogueItem[]): Promise<string> =>
  save(files, (sha256) => partKey(part, sha256), items);
export const loadPartItems = (files: Files, part: string, sha256: string): Promise<CatalogueItem[]> =>
  load(files, partKey(part, sha256), itemsSchema);

export const saveEdition = (files: Files, edition: EditionFile): Promise<string> =>
  save(files, (sha256) => editionKey(edition.field, sha256), edition);
export const loadEdition = (files: Files, field: string, sha256: string): Promise<EditionFile> =>
  load(files, editionKey(field, sha256), editionFileSchema);

async function save(files: Files, key: (sha256: string) => string, content: unknown): Promise<string> {
  const body = Buffer.from(JSON.stringify(content));
  const sha256 = createHash('sha256').update(body).digest('hex');
  await files.put('records', key(sha256), body, { contentType: 'application/json' });
  return sha256;
}

/** What never changes is read once; the oldest of so many makes room. */
const mostKept = 64;
const kept = new WeakMap<Files, Map<string, unknown>>();

async function load<T>(files: Files, key: string, schema: z.ZodType<T>): Promise<T> {
  const known = kept.get(files) ?? new Map<string, unknown>();
  kept.set(files, known);
  const before = known.get(key);
  if (before !== undefined) return before as T;
  const file = await files.get('records', key);
  if (!file) throw new Error(`${key} is missing`);
  const content = schema.parse(JSON.parse(Buffer.from(file.body).toString('utf8')));
  known.set(key, content);
  if (known.size > mostKept) known.delete(known.keys().next().value!);
  return content;
}
