/** A store as years of work leave it: one published document, copied in the database under other names and numbers. */
import { join } from 'node:path';
import { documentKind, documentSchema } from '@gongkai/domain/document.ts';
import type { IndexPlaces } from '@gongkai/domain/indexes.ts';
import { entryKind } from '@gongkai/domain/publication.ts';
import { answersSweep } from '@gongkai/domain/sweep.ts';
import { closingOrder, taskKind, taskSchema } from '@gongkai/domain/task.ts';
import { sweeps } from '@gongkai/functions/shared/stores.ts';
import { closeDatabase, openDatabase, transaction } from '@gongkai/platform/embedded/database.ts';
import { type County, openCounty } from './county.ts';

/** A notice of two pages: of the journey's long ones, 100,000 would take 20 GB and half an hour. */
const paragraphs = 12;

interface Row {
  key: string;
  version: number;
  value: string;
}

/** Adds `count` published documents, each with its three tasks, its line in the lists, its page, its data and its records. */
export async function fillStore(folder: string, count: number): Promise<void> {
  const county = await openCounty(folder, paragraphs);
  const model = await county.publish(0);
  await leaveNothingToTell(county);
  await county.close();
  const db = openDatabase(join(folder, 'gongkai.db'));
  const rows = db
    .prepare("SELECT key, version, value FROM items WHERE key LIKE '%#' || ? || '%'")
    .all(model) as unknown as Row[];
  const first = db.prepare("SELECT n FROM counters WHERE name = 'list#site#site'").get() as { n: number };
  const item = db.prepare('INSERT INTO items VALUES (?, ?, ?, ?, NULL)');
  const place = db.prepare('INSERT INTO places VALUES (?, ?, ?, ?)');
  const file = db.prepare(`INSERT INTO files (area, key, size, type, body)
    SELECT area, replace(key, ?1, ?2), size, type, body FROM files
    WHERE (area = 'public' AND key IN ('documents/' || ?1 || '.html', 'api/v1/documents/' || ?1 || '.json'))
    OR (area = 'records' AND key > 'documents/' || ?1 || '/' AND key < 'documents/' || ?1 || '0')`);
  for (let i = 1; i <= count; i++)
    transaction(db, () => {
      const id = `x${i.toString(32).padStart(12, '0')}`;
      for (const { key, version, value } of rows) {
        const text = value.replaceAll(model, id);
        const places = placesOf(
          key,
          numbered(JSON.parse(text) as Record<string, unknown>, first.n + i, version),
        );
        const newKey = key.replace(model, id);
        item.run(newKey, version, text, JSON.stringify(places));
        for (const [name, { partition, sort }] of Object.entries(places))
          place.run(name, partition, sort, newKey);
      }
      file.run(model, id);
    });
  const raise = db.prepare('UPDATE counters SET n = n + ? WHERE name LIKE ?');
  for (const name of ['list#%', 'index-number#%']) raise.run(count, name);
  closeDatabase(db);
}

/** The clock-watcher told the workflow of all those decisions long ago. */
async function leaveNothingToTell({ place: { deps } }: County): Promise<void> {
  const upTo = closingOrder({ closedAt: deps.clock.now().toISOString(), id: '' });
  await sweeps(deps.table).createOnce({ kind: 'sweep', id: answersSweep, version: 0, upTo });
}

function numbered(value: Record<string, unknown>, number: number, version: number): Record<string, unknown> {
  const publication = value['publication'] as object | undefined;
  const numbers = { siteNumber: number, columnNumber: number, departmentNumber: number };
  return { ...value, version, ...(publication && { publication: { ...publication, ...numbers } }) };
}

function placesOf(key: string, value: Record<string, unknown>): IndexPlaces {
  if (key.startsWith('document#')) return documentKind.places(documentSchema.parse(value));
  if (key.startsWith('task#')) return taskKind.places(taskSchema.parse(value));
  return key.startsWith('entry#') ? entryKind.places(entryKind.parse(value)) : {};
}
