/**
 * Files of one machine: small ones in the database, where a dozen of a document cost one commit and no folder, large
 * ones in a folder under the hash of their bytes, so that a copy is another row.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { NotFound } from '@gongkai/domain/errors.ts';
import { checkFileKey, isFileKey } from '../file-key.ts';
import type { Area, Clock, FileHead, Files, PutOptions } from '../ports.ts';
import { afterCommit, transaction } from './database.ts';
import { signPolicy } from './post-policy.ts';
import { emptyTemporary } from './temporary.ts';
import { isMissing, writeFile } from './write-file.ts';

export interface StoredFilesOptions {
  db: DatabaseSync;
  /** Of the large files; for the owner's eyes only (0700). */
  folder: string;
  /** Where the inbox handler answers, e.g. `https://county.example/inbox`. */
  baseUrl: string;
  policyKey: Uint8Array;
  clock: Clock;
}

/** Beyond this a file of its own is cheaper than rows of overflow pages that are written twice. */
const smallBytes = 128 * 1024;

interface Row {
  size: number;
  type: string;
  name: string | null;
  body: Uint8Array | null;
  large: string | null;
}

/** `cacheControl` is not kept; the machine's own web server decides. */
export function createStoredFiles(options: StoredFilesOptions): Files {
  const { db, folder, baseUrl, policyKey, clock } = options;
  db.exec(`
    CREATE TABLE IF NOT EXISTS files (
      area TEXT NOT NULL, key TEXT NOT NULL, size INTEGER NOT NULL, type TEXT NOT NULL, name TEXT, large TEXT, body BLOB,
      PRIMARY KEY (area, key));
    CREATE INDEX IF NOT EXISTS files_large ON files (large) WHERE large IS NOT NULL;
  `);
  const sql = prepare(db);
  const temporary = join(folder, 'temp');
  mkdirSync(temporary, { recursive: true, mode: 0o700 });
  emptyTemporary(temporary);
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash);

  const find = (area: Area, key: string): Row | undefined =>
    isFileKey(key) ? (sql.get.get(area, key) as Row | undefined) : undefined;
  /** Writes the row, and forgets large bytes that no row names any more. */
  const store = (area: Area, key: string, row: Row | undefined): void => {
    const before = sql.head.get(area, key) as Row | undefined;
    if (row) sql.put.run(area, key, row.size, row.type, row.name, row.large, row.body);
    else if (before) sql.delete.run(area, key);
    const left = before?.large;
    if (left && left !== row?.large)
      afterCommit(db, () => {
        if (!sql.named.get(left)) rmSync(pathOf(left), { force: true });
      });
  };
  const keepLarge = async (body: Uint8Array): Promise<string> => {
    const hash = createHash('sha256').update(body).digest('hex');
    await writeFile(pathOf(hash), temporary, body);
    return hash;
  };

  return {
    async put(area, key, body, { contentType, downloadName }) {
      checkFileKey(key);
      const row: Row = {
        size: body.length,
        type: contentType,
        name: downloadName ?? null,
        body,
        large: null,
      };
      if (body.length <= smallBytes) return transaction(db, () => store(area, key, row));
      // Whoever deletes the last other name of these bytes meanwhile takes them along.
      for (let large = await keepLarge(body); ; large = await keepLarge(body))
        if (existsSync(pathOf(large)))
          return transaction(db, () => store(area, key, { ...row, body: null, large }));
    },
    async get(area, key) {
      const row = find(area, key);
      if (!row) return undefined;
      const body = row.body ?? (await read(pathOf(row.large!)));
      return body && { ...headOf(row), ...(row.name === null ? {} : { downloadName: row.name }), body };
    },
    async head(area, key) {
      const row = isFileKey(key) ? (sql.head.get(area, key) as Row | undefined) : undefined;
      return row && headOf(row);
    },
    async list(area, prefix, { limit, after = '' }) {
      const from = after > prefix ? after : prefix;
      const rows = sql.list.all(area, from, `${prefix}\u{10ffff}`, after, limit + 1) as { key: string }[];
      const items = rows.slice(0, limit).map((row) => row.key);
      return { items, ...(rows.length > limit && items.length > 0 ? { next: items.at(-1)! } : {}) };
    },
    async copy(from, to, { contentType, downloadName }: PutOptions) {
      checkFileKey(from.key);
      checkFileKey(to.key);
      transaction(db, () => {
        const row = find(from.area, from.key);
        if (!row) throw new NotFound(`文件 ${from.area}/${from.key} 不存在`);
        store(to.area, to.key, { ...row, type: contentType, name: downloadName ?? null });
      });
    },
    async delete(area, key) {
      checkFileKey(key);
      transaction(db, () => store(area, key, undefined));
    },
    async presignPost(policy) {
      checkFileKey(policy.key);
      if (policy.expiresAt <= clock.now()) throw new RangeError('a post policy must expire in the future');
      return { url: baseUrl, fields: signPolicy(policy, policyKey) };
    },
  };
}

const headOf = ({ size, type }: Row): FileHead => ({ size, contentType: type });

async function read(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    // Deleted since the row was read.
    if (isMissing(error)) return undefined;
    throw error;
  }
}

const prepare = (db: DatabaseSync) => ({
  get: db.prepare('SELECT size, type, name, large, body FROM files WHERE area = ? AND key = ?'),
  head: db.prepare('SELECT size, type, large FROM files WHERE area = ? AND key = ?'),
  put: db.prepare(`INSERT INTO files (area, key, size, type, name, large, body) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (area, key) DO UPDATE SET size = excluded.size, type = excluded.type, name = excluded.name,
    large = excluded.large, body = excluded.body`),
  delete: db.prepare('DELETE FROM files WHERE area = ? AND key = ?'),
  named: db.prepare('SELECT 1 FROM files WHERE large = ? LIMIT 1'),
  list: db.prepare(
    'SELECT key FROM files WHERE area = ? AND key >= ? AND key < ? AND key > ? ORDER BY key LIMIT ?',
  ),
});
