/** For kill.test.ts, as a process of its own: writes to every embedded adapter and says what was acknowledged. */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from './clock.ts';
import { openDatabase } from './database.ts';
import { createStoredFiles } from './files.ts';
import { createInboxEvents } from './inbox-events.ts';
import { createMailQueue, createOutbox } from './mail.ts';
import { synced } from './synced.ts';
import { createSqliteTable } from './table.ts';

const folder = process.argv[2]!;
const db = openDatabase(join(folder, 'gongkai.db'));
const table = createSqliteTable(db);
const clock = systemClock;
const files = createStoredFiles({
  db,
  folder: join(folder, 'files'),
  baseUrl: 'x',
  policyKey: new Uint8Array(32),
  clock,
});
const outbox = createOutbox({ folder: join(folder, 'outbox'), clock, from: 'gongkai@county.example' });
const mail = createMailQueue({ db, clock, deliver: outbox.deliver });
const events = createInboxEvents(db);
const start = await table.counter('rounds');

for (let i = start; ; i++) {
  const key = `document#${i}`;
  const place = (state: string) => ({
    'documents-by-state': { partition: state, sort: String(i).padStart(6, '0') },
  });
  // The round that was under way at the kill is done again, as a step of a workflow would be.
  const { version } = (await table.get(key)) ?? { version: 0 };
  await table.put({ key, value: { i, text: '字'.repeat(500) }, places: place('received') }, version);
  await table.put({ key, value: { i }, places: place('published') }, version + 1);
  await files.put('records', `texts/${i}`, Buffer.from(`正文 ${i}`), {
    contentType: 'text/plain',
    downloadName: `${i}.txt`,
  });
  await files.copy(
    { area: 'records', key: `texts/${i}` },
    { area: 'public', key: `d/${i}.txt` },
    { contentType: 'text/plain' },
  );
  events.add({ detail: { object: { key: `d${i}/1/0`, size: i, sequencer: '0' } } });
  await mail.send({ id: `m${i}`, to: 'a@county.example', subject: '待办', text: `${i}` });
  await table.increment('rounds');
  await synced(db);
  writeSync(1, `${i}\n`);
}
