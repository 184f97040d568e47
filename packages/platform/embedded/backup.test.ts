import { describe, expect, it } from 'vitest';
import { backupContract, type BackupUnderTest } from '../contract/backup.contract.ts';
import { testClock } from '../contract/support.ts';
import type { Clock } from '../ports.ts';
import { createSqliteBackup } from './backup.ts';
import { openDatabase } from './database.ts';
import { createMailQueue } from './mail.ts';
import { createSqliteTable } from './table.ts';

function make(clock: Clock, deliver = async (): Promise<void> => {}): BackupUnderTest {
  const db = openDatabase(':memory:');
  const sent: string[] = [];
  const table = createSqliteTable(db, clock);
  const mail = createMailQueue({
    db,
    clock,
    deliver: async ({ id }) => {
      await deliver();
      sent.push(id);
    },
  });
  const delivered = async () => {
    await mail.flush();
    return sent;
  };
  return { table, mail, delivered, backup: createSqliteBackup(db) };
}

backupContract('SQLite', async (clock) => make(clock));

describe('the backup of one machine', () => {
  it('has the whole of a mail that waits for a mail server', async () => {
    const { mail, backup, delivered } = make(testClock(), () => Promise.reject(new Error('down')));
    const message = { id: 'm1', to: 'a@county.example', subject: '待办', text: '正文' };
    await mail.send(message);
    await delivered();
    const first = await backup.dump({ limit: 5 });
    const second = await backup.dump({ limit: 5, after: first.next! });
    expect(second).toEqual({ items: [{ kind: 'waiting-mail', message }] });
  });
});
