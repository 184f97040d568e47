/**
 * The index: one SQLite file, FTS5 without a copy of the text (contentless, no positions), the texts beside it
 * deflated, for excerpts. One process writes; any number read, also over a network file system.
 */
import { DatabaseSync } from 'node:sqlite';

interface Opening {
  /** On a network file system, where processes on different machines cannot share SQLite's memory. */
  shared?: boolean;
  readOnly?: boolean;
}

export function openIndexFile(
  file: string,
  { shared = false, readOnly = false }: Opening = {},
): DatabaseSync {
  const db = new DatabaseSync(file, { readOnly });
  db.exec('PRAGMA busy_timeout = 5000');
  if (readOnly) return db;
  // Everything here can be made again from the search entries.
  db.exec(`PRAGMA journal_mode = ${shared ? 'TRUNCATE' : 'WAL'}; PRAGMA synchronous = NORMAL;`);
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
  return db;
}
