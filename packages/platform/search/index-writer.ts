/** Writes search entries into an index; each call is one transaction. */
import type { DatabaseSync } from 'node:sqlite';
import { deflateRawSync } from 'node:zlib';
import type { SearchDocument, SearchEntry } from './entry.ts';
import { indexNumber } from './number-words.ts';
import { indexWords } from './words.ts';

/** Of a text this much is kept for excerpts; all of it is found. */
const keptText = 60_000;

export interface IndexWriter {
  write(entries: readonly SearchEntry[]): Promise<void>;
}

export function createIndexWriter(db: DatabaseSync): IndexWriter {
  const sql = prepare(db);
  const remove = (id: string): void => {
    const known = sql.rowOf.get(id) as { row: number } | undefined;
    if (!known) return;
    for (const statement of sql.deletes) statement.run(known.row);
  };
  const put = (d: SearchDocument, sounds: string): void => {
    remove(d.id);
    const { lastInsertRowid: row } = sql.document.run(
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
    sql.body.run(row, packed(d.text));
    sql.words.run(row, indexWords(d.title), indexNumber(d.documentNumber), indexWords(d.text), sounds);
  };
  return {
    async write(entries) {
      // A third of a megabyte, read by the first who writes.
      const { indexSounds } = await import('./sound.ts');
      db.exec('BEGIN IMMEDIATE');
      try {
        for (const entry of entries)
          if ('gone' in entry) remove(entry.id);
          else put(entry, indexSounds(entry.title));
        db.exec('COMMIT');
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
  };
}

const packed = (text: string): Uint8Array =>
  deflateRawSync(Buffer.from(text.slice(0, keptText).toWellFormed()), { level: 1 });

const prepare = (db: DatabaseSync) => ({
  rowOf: db.prepare('SELECT row FROM documents WHERE id = ?'),
  document: db.prepare(`INSERT INTO documents
    (id, title, number, department, "column", kind, year, validity, published, path, summary)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
  body: db.prepare('INSERT INTO bodies (row, body) VALUES (?, ?)'),
  words: db.prepare('INSERT INTO words (rowid, title, number, body, sound) VALUES (?, ?, ?, ?, ?)'),
  deletes: [
    db.prepare('DELETE FROM words WHERE rowid = ?'),
    db.prepare('DELETE FROM bodies WHERE row = ?'),
    db.prepare('DELETE FROM documents WHERE row = ?'),
  ],
});
