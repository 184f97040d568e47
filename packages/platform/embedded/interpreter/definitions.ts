/** Definitions by hash: a new one does not change what is running. */
import type { DatabaseSync } from 'node:sqlite';
import { sha256 } from './library.ts';
import { loadMachine, type Machine } from './machine.ts';

export type Definitions = ReturnType<typeof createDefinitions>;

export function createDefinitions(db: DatabaseSync) {
  const insert = db.prepare('INSERT INTO workflow_definitions VALUES (?, ?) ON CONFLICT DO NOTHING');
  const find = db.prepare('SELECT body FROM workflow_definitions WHERE hash = ?');
  const deleteUnused = db.prepare(
    'DELETE FROM workflow_definitions WHERE hash NOT IN (SELECT definition FROM workflow_executions)',
  );
  const loaded = new Map<string, Machine>();
  const current = new Map<string, string>();
  return {
    /** Checks and stores it; returns its hash. Throws UnsupportedDefinition. */
    add(definition: unknown): string {
      const body = JSON.stringify(definition);
      const hash = sha256(body).toString('hex');
      loaded.set(hash, loadMachine(definition));
      current.set(hash, body);
      insert.run(hash, body);
      return hash;
    },
    get(hash: string): Machine {
      const known = loaded.get(hash);
      if (known) return known;
      const row = find.get(hash) as { body: string } | undefined;
      if (!row) throw new Error(`no definition ${hash}`);
      const machine = loadMachine(JSON.parse(row.body));
      loaded.set(hash, machine);
      return machine;
    },
    prune(): void {
      deleteUnused.run();
      for (const [hash, body] of current) insert.run(hash, body);
    },
  };
}
