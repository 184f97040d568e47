/** What an index can be asked. */
import type { DatabaseSync } from 'node:sqlite';
import { inflateRawSync } from 'node:zlib';
import { type FacetName, facetNames } from '../ports.ts';
import type { SearchDocument } from './entry.ts';
import { plain } from './words.ts';

/** Beyond this, totals are lower bounds and facets are counted over as many. */
export const countedAtMost = 20_000;

export interface Match {
  row: number;
  /** Smaller is better. */
  score: number;
}

export type Only = Partial<Record<FacetName, string>>;
export type FacetRow = Record<FacetName, string | number>;
export type IndexReader = ReturnType<typeof createIndexReader>;

/** Weights of title, number, text and sound. */
const rank = 'bm25(words, 8, 20, 1, 2)';
const matching = 'words CROSS JOIN documents d ON d.row = words.rowid WHERE words MATCH ?';

export function createIndexReader(db: DatabaseSync) {
  const sql = {
    titleOf: db.prepare('SELECT title FROM documents WHERE row = ?'),
    listed:
      db.prepare(`SELECT id, title, number AS documentNumber, department, "column", kind, year, validity,
      published AS publishedAt, path, summary, body FROM documents JOIN bodies USING (row) WHERE row = ?`),
  };
  return {
    /** `match` is an FTS5 expression. */
    matches(match: string, only: Only, order: 'relevance' | 'date', limit: number, offset: number): Match[] {
      const { where, values } = whereOf(only);
      const by = order === 'date' ? 'd.published DESC' : 'score';
      return db
        .prepare(
          `SELECT words.rowid AS row, ${rank} AS score FROM ${matching} ${where} ORDER BY ${by} LIMIT ? OFFSET ?`,
        )
        .all(match, ...values, limit, offset) as unknown as Match[];
    },
    newest(only: Only, limit: number, offset: number): Match[] {
      const { where, values } = whereOf(only);
      return db
        .prepare(
          `SELECT d.row, 0 AS score FROM documents d WHERE 1 ${where} ORDER BY d.published DESC LIMIT ? OFFSET ?`,
        )
        .all(...values, limit, offset) as unknown as Match[];
    },
    /** The facets of what matches, of everything when `match` is absent. */
    facetRows(match: string | undefined, only: Only): FacetRow[] {
      const { where, values } = whereOf(only);
      const facets = facetNames.map((f) => `d.${columnOf[f]} AS "${f}"`).join(', ');
      const from = match === undefined ? 'documents d WHERE 1' : matching;
      return db
        .prepare(`SELECT ${facets} FROM ${from} ${where} LIMIT ${countedAtMost}`)
        .all(...(match === undefined ? values : [match, ...values])) as unknown as FacetRow[];
    },
    listed(row: number): SearchDocument | undefined {
      const found = sql.listed.get(row) as (Omit<SearchDocument, 'text'> & { body: Uint8Array }) | undefined;
      if (!found) return undefined;
      const { body, ...listed } = found;
      return { ...listed, text: inflateRawSync(body).toString('utf8') };
    },
    titleHas: (row: number, part: string): boolean =>
      plain((sql.titleOf.get(row) as { title: string } | undefined)?.title ?? '').includes(part),
  };
}

const columnOf: Record<FacetName, string> = {
  department: 'department',
  column: '"column"',
  kind: 'kind',
  year: 'year',
  validity: 'validity',
};

function whereOf(only: Only): { where: string; values: (string | number)[] } {
  const asked = facetNames.filter((f) => only[f] !== undefined && only[f] !== '');
  return {
    where: asked.map((f) => `AND d.${columnOf[f]} = ?`).join(' '),
    values: asked.map((f) => (f === 'year' ? Number(only[f]) : only[f]!)),
  };
}
