import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { afterCommit, closeDatabase, commit, openDatabase, transaction } from './database.ts';
import { synced } from './synced.ts';

const numbers = (file = ':memory:') => {
  const db = openDatabase(file);
  db.exec('CREATE TABLE IF NOT EXISTS numbers (n INTEGER PRIMARY KEY)');
  const add = db.prepare('INSERT INTO numbers VALUES (?)');
  return {
    db,
    add: (n: number) => add.run(n),
    all: () =>
      db
        .prepare('SELECT n FROM numbers')
        .all()
        .map((r) => r['n']),
  };
};

describe('the database', () => {
  it('keeps all of a transaction or nothing', () => {
    const { db, add, all } = numbers();
    expect(transaction(db, () => [add(1), add(2)].length)).toBe(2);
    expect(() =>
      transaction(db, () => {
        add(3);
        add(1);
      }),
    ).toThrow(/UNIQUE/);
    expect(all()).toEqual([1, 2]);
  });

  it('makes an inner transaction part of the outer one', () => {
    const { db, add, all } = numbers();
    const outer = () =>
      transaction(db, () => {
        transaction(db, () => add(1));
        throw new Error('no');
      });
    expect(outer).toThrow('no');
    expect(all()).toEqual([]);
  });

  it('undoes one piece of work without the others gathered with it', () => {
    const { db, add, all } = numbers();
    transaction(db, () => add(1));
    expect(() =>
      transaction(db, () => {
        add(2);
        add(1);
      }),
    ).toThrow(/UNIQUE/);
    transaction(db, () => add(3));
    commit(db);
    expect(all()).toEqual([1, 3]);
  });

  const twice = () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const [one, two] = [numbers(join(folder, 'x.db')), numbers(join(folder, 'x.db'))];
    onTestFinished(() => [one, two].forEach(({ db }) => closeDatabase(db)));
    return [one, two] as const;
  };

  it('writes ahead, so that a second process reads while the first writes; it sees what was gathered a moment later', async () => {
    const [one, two] = twice();
    transaction(one.db, () => one.add(1));
    transaction(one.db, () => one.add(2));
    expect([one.all(), two.all()]).toEqual([[1, 2], []]);
    await vi.waitFor(() => expect(two.all()).toEqual([1, 2]));
    expect(two.db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  });

  it('has everything on the disk for whoever waits for that, and does then what was to follow', async () => {
    const [one, two] = twice();
    const done: number[] = [];
    transaction(one.db, () => one.add(1));
    afterCommit(one.db, () => done.push(two.all().length));
    expect(done).toEqual([]);
    await Promise.all([synced(one.db), synced(one.db)]);
    expect(done).toEqual([1]);
  });

  it('tells nobody that all is well when something was lost', async () => {
    const { db } = numbers();
    db.exec('CREATE TABLE rooms (n INTEGER REFERENCES numbers (n) DEFERRABLE INITIALLY DEFERRED)');
    db.exec('PRAGMA foreign_keys = ON');
    const began = performance.now();
    transaction(db, () => db.exec('INSERT INTO rooms VALUES (7)'));
    await vi.waitFor(() => expect(db.isTransaction).toBe(false));
    await expect(synced(db, began)).rejects.toThrow(/FOREIGN KEY/);
    expect(db.isTransaction).toBe(false);
    // Whoever began later lost nothing.
    await synced(db, performance.now());
  });
});
