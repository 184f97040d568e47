/**
 * The index: one SQLite file, FTS5 without a copy of the text (contentless, no positions), the texts beside it
 * deflated, for excerpts. One process writes; any number read, also over a network file system.
 */
import { DatabaseSync } from 'node:sqlite';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type FacetName, facetNames } from '../ports.ts';
import type { SearchDocument } from './entry.ts';
import { indexNumber } from './number-words.ts';
import { indexSounds } from './sound.ts';
import { indexWords, plain } from './words.ts';

/** Of a text this much is kept for excerpts; all of it is found. */
const keptText = 60_000;
/** Beyond this, totals are lower bounds and facets are counted over the best. */
export const countedAtMost = 20_000;

export interface Match {
  row: number;
  /** Smaller is better. */
  score: number;
}

export interface Filter {
  only: Partial<Record<FacetName, string>>;
}

export interface Listed {
  id: string;
  title: string;
  documentNumber: string | null;
  department: string;
  column: string;
  kind: string;
  year: number;
  validity: string;
  publishedAt: string;
  path: string;
  summary: string;
  text: string;
}

export type SearchIndex = ReturnType<typeof openSearchIndex>;

/** `shared`: on a network file system, where readers on other machines cannot share SQLite's memory. */
export function openSearchIndex(file: string, { shared = false, readOnly = false } = {}) {
  const db = new DatabaseSync(file, { readOnly });
  db.exec('PRAGMA busy_timeout = 5000');
  if (!readOnly) {
    // Everything here can be made again from what is published.
    db.exec(`PRAGMA journal_mode = ${shared ? 'TRUNCATE' : 'WAL'}; PRAGMA synchronous = NORMAL;`);
    createTables(db);
  }
  const sql = prepare(db, readOnly);

  const removeRow = (id: string): void => {
    const known = sql.rowOf.get(id) as { row: number } | undefined;
    if (!known) return;
    sql.deleteWords!.run(known.row);
    sql.deleteBody!.run(known.row);
    sql.deleteDocument!.run(known.row);
  };
  const inTransaction = (work: () => void): void => {
    db.exec('BEGIN IMMEDIATE');
    try {
      work();
      db.exec('COMMIT');
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  };

  return {
    put(documents: readonly SearchDocument[]): void {
      inTransaction(() => {
        for (const d of documents) {
          removeRow(d.id);
          const { lastInsertRowid: row } = sql.insertDocument!.run(
            d.id,
            d.title,
            d.documentNumber,
            d.department,
            d.column,
            d.kind,
            d.year,
            d.validity,
            d.publishedAt,
            d.path,
            d.summary,
          );
          sql.insertBody!.run(row, packed(d.text));
          sql.insertWords!.run(
            row,
            indexWords(d.title),
            indexNumber(d.documentNumber),
            indexWords(d.text),
            indexSounds(d.title),
          );
        }
      });
    },
    remove(id: string): void {
      inTransaction(() => removeRow(id));
    },
    has: (id: string): boolean => sql.rowOf.get(id) !== undefined,
    /** Ids in no order. */
    *ids(): Generator<string> {
      for (const { id } of db.prepare('SELECT id FROM documents').iterate() as Iterable<{ id: string }>)
        yield id;
    },
    matches(
      match: string,
      filter: Filter,
      order: 'relevance' | 'date',
      limit: number,
      offset: number,
    ): Match[] {
      const { where, values } = whereOf(filter);
      const by = order === 'date' ? 'd.published DESC' : 'score';
      const query = `SELECT words.rowid AS row, bm25(words, 8, 20, 1, 2) AS score
        FROM words CROSS JOIN documents d ON d.row = words.rowid
        WHERE words MATCH ? ${where} ORDER BY ${by} LIMIT ? OFFSET ?`;
      return db.prepare(query).all(match, ...values, limit, offset) as unknown as Match[];
    },
    newest(filter: Filter, limit: number, offset: number): Match[] {
      const { where, values } = whereOf(filter);
      const query = `SELECT d.row, 0 AS score FROM documents d WHERE 1 ${where} ORDER BY d.published DESC LIMIT ? OFFSET ?`;
      return db.prepare(query).all(...values, limit, offset) as unknown as Match[];
    },
    /** The facets of what matches, at most {@link countedAtMost} of it. `match` absent: of everything. */
    facetRows(match: string | undefined, filter: Filter): Record<FacetName, string | number>[] {
      const { where, values } = whereOf(filter);
      const from =
        match === undefined
          ? 'documents d WHERE 1'
          : 'words CROSS JOIN documents d ON d.row = words.rowid WHERE words MATCH ?';
      const query = `SELECT ${facetNames.map((f) => `d.${columnOf[f]} AS "${f}"`).join(', ')} FROM ${from} ${where} LIMIT ${countedAtMost}`;
      const given = match === undefined ? values : [match, ...values];
      return db.prepare(query).all(...given) as unknown as Record<FacetName, string | number>[];
    },
    listed(row: number): Listed | undefined {
      const found = sql.listed.get(row) as (Omit<Listed, 'text'> & { body: Uint8Array }) | undefined;
      if (!found) return undefined;
      const { body, ...listed } = found;
      return { ...listed, text: inflateRawSync(body).toString('utf8') };
    },
    titleHas: (row: number, part: string): boolean =>
      plain((sql.titleOf.get(row) as { title: string } | undefined)?.title ?? '').includes(part),
    close: (): void => db.close(),
  };
}

const columnOf: Record<FacetName, string> = {
  department: 'department',
  column: '"column"',
  kind: 'kind',
  year: 'year',
  validity: 'validity',
};

function whereOf({ only }: Filter): { where: string; values: (string | number)[] } {
  const asked = facetNames.filter((f) => only[f] !== undefined && only[f] !== '');
  return {
    where: asked.map((f) => `AND d.${columnOf[f]} = ?`).join(' '),
    values: asked.map((f) => (f === 'year' ? Number(only[f]) : only[f]!)),
  };
}

const packed = (text: string): Uint8Array =>
  deflateRawSync(Buffer.from(text.slice(0, keptText).toWellFormed()), { level: 1 });

function createTables(db: DatabaseSync): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS documents (
      row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, number TEXT, department TEXT NOT NULL,
      "column" TEXT NOT NULL, kind TEXT NOT NULL, year INTEGER NOT NULL, validity TEXT NOT NULL,
      published TEXT NOT NULL, path TEXT NOT NULL, summary TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS bodies (row INTEGER PRIMARY KEY, body BLOB NOT NULL);
    CREATE INDEX IF NOT EXISTS documents_published ON documents (published);
    CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
      title, number, body, sound, content='', contentless_delete=1, detail='column', columnsize=1,
      tokenize="unicode61 remove_diacritics 0");
  `);
}

/** Of a file opened for reading only, nothing that writes can be prepared. */
const prepare = (db: DatabaseSync, readOnly: boolean) => ({
  rowOf: db.prepare('SELECT row FROM documents WHERE id = ?'),
  titleOf: db.prepare('SELECT title FROM documents WHERE row = ?'),
  listed: db.prepare(`SELECT id, title, number AS documentNumber, department, "column", kind, year, validity,
    published AS publishedAt, path, summary, body FROM documents JOIN bodies USING (row) WHERE row = ?`),
  ...(readOnly
    ? {}
    : {
        insertDocument: db.prepare(`INSERT INTO documents
          (id, title, number, department, "column", kind, year, validity, published, path, summary)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
        insertBody: db.prepare('INSERT INTO bodies (row, body) VALUES (?, ?)'),
        insertWords: db.prepare(
          'INSERT INTO words (rowid, title, number, body, sound) VALUES (?, ?, ?, ?, ?)',
        ),
        deleteWords: db.prepare('DELETE FROM words WHERE rowid = ?'),
        deleteBody: db.prepare('DELETE FROM bodies WHERE row = ?'),
        deleteDocument: db.prepare('DELETE FROM documents WHERE row = ?'),
      }),
});
