import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase, transaction } from './database.ts';

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

  it('writes ahead, so that a second process reads while the first writes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const [one, two] = [numbers(join(folder, 'x.db')), numbers(join(folder, 'x.db'))];
    transaction(one.db, () => {
      one.add(1);
      expect(two.all()).toEqual([]);
    });
    expect(two.all()).toEqual([1]);
    expect(two.db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    one.db.close();
    two.db.close();
  });
});
