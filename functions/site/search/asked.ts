/** What a search address asks for. Nothing in it can be wrong enough to be refused: it falls back to the first page. */
import type { FacetName, SearchQuery } from '@gongkai/platform/ports.ts';
import * as z from 'zod';

export const hitsPerPage = 20;
/** Nobody turns so many pages; deeper ones cost as much as all before them. */
export const lastPage = 50;
/** Characters; a longer query, a paragraph pasted, is looked for by its beginning. */
const mostWords = 100;

const name = z.string().trim().max(60).optional().catch(undefined);
const askedSchema = z.object({
  q: z.string().trim().catch(''),
  department: name,
  column: name,
  kind: name,
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .catch(undefined),
  validity: name,
  sort: z.enum(['relevance', 'date']).catch('relevance'),
  page: z.coerce.number().int().min(1).max(lastPage).catch(1),
});

export interface Asked {
  words: string;
  /** More was typed than is looked for. */
  isCut: boolean;
  only: Partial<Record<FacetName, string>>;
  sort: SearchQuery['sort'];
  page: number;
}

export function parseAsked(parameters: Record<string, string>): Asked {
  const { q, sort, page, ...facets } = askedSchema.parse(parameters);
  const only = Object.fromEntries(Object.entries(facets).filter(([, value]) => value));
  const words = q.slice(0, mostWords).toWellFormed();
  return { words, isCut: q.length > mostWords, only, sort, page };
}

export const queryOf = ({ words, only, sort, page }: Asked): SearchQuery => ({
  words,
  only,
  sort,
  limit: hitsPerPage,
  offset: (page - 1) * hitsPerPage,
});
