/** Executions: what was started, how it ended, and which states it went through. */
import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { ExecutionState, MachineName, Page } from '../../ports.ts';
import type { Failure } from './failure.ts';

/** What never changes while it runs. */
export interface Execution {
  id: number;
  machine: MachineName;
  name: string;
  definition: string;
  /** Random, and the root of all chance in this execution. */
  seed: string;
  input: unknown;
  startedAt: string;
}

export interface TrailEntry {
  state: string;
  at: string;
}

type End = { status: 'SUCCEEDED'; output: unknown } | ({ status: 'FAILED' | 'TIMED_OUT' } & Failure);

interface Row {
  id: number;
  machine: MachineName;
  name: string;
  definition: string;
  seed: string;
  input: string;
  status: ExecutionState['status'];
  started_at: string;
  stopped_at: string | null;
  error: string | null;
  cause: string | null;
  output: string | null;
}

/** States remembered per execution; a loop may pass more. */
const trailLength = 500;
/** Executions kept in memory between their steps. */
const hot = 256;

export type Executions = ReturnType<typeof createExecutions>;

export function createExecutions(db: DatabaseSync) {
  const sql = prepare(db);
  const cache = new Map<number, Execution>();
  return {
    /** The new execution's id, or nothing when the name is taken. */
    insert(start: Omit<Execution, 'id' | 'seed'>, deadline: number | null): number | undefined {
      const { machine, name, definition, input, startedAt } = start;
      const seed = randomBytes(16).toString('hex');
      const text = JSON.stringify(input);
      const row = sql.insert.get(machine, name, definition, seed, text, startedAt, deadline);
      return (row as { id: number } | undefined)?.id;
    },
    get(id: number): Execution {
      const known = cache.get(id);
      if (known) return known;
      const row = sql.get.get(id) as Row | undefined;
      if (!row) throw new Error(`execution ${id} is gone`);
      const { machine, name, definition, seed } = row;
      const input: unknown = JSON.parse(row.input);
      const execution = { id, machine, name, definition, seed, input, startedAt: row.started_at };
      cache.set(id, execution);
      const oldest = cache.size > hot ? cache.keys().next().value : undefined;
      if (oldest !== undefined) cache.delete(oldest);
      return execution;
    },
    finish(id: number, end: End, at: string): void {
      const failure = end.status === 'SUCCEEDED' ? undefined : end;
      const output = end.status === 'SUCCEEDED' ? JSON.stringify(end.output) : null;
      sql.finish.run(end.status, at, failure?.error ?? null, failure?.cause ?? null, output, id);
      cache.delete(id);
    },
    /** Running longer than the machine allows. */
    overdue(now: number): number[] {
      return (sql.overdue.all(now) as { id: number }[]).map((row) => row.id);
    },
    earliestDeadline(): number | undefined {
      return (sql.earliest.get() as { deadline: number | null }).deadline ?? undefined;
    },
    describe(machine: MachineName, name: string): ExecutionState | undefined {
      const row = sql.find.get(machine, name) as Row | undefined;
      return (
        row && {
          ...stateOf(row),
          input: JSON.parse(row.input),
          ...(row.output !== null && { output: JSON.parse(row.output) }),
        }
      );
    },
    /** Newest first, without outputs. */
    list(
      machine: MachineName,
      { status, limit, after }: { status?: ExecutionState['status']; limit: number; after?: string },
    ): Page<ExecutionState> {
      const from = after === undefined ? Number.MAX_SAFE_INTEGER : Number(after);
      const rows = (status === undefined
        ? sql.list.all(machine, from, limit + 1)
        : sql.listStatus.all(machine, status, from, limit + 1)) as unknown as Row[];
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { items: rows.slice(0, limit).map(stateOf), ...(last && { next: String(last.id) }) };
    },
    enter(id: number, { state, at }: TrailEntry): void {
      sql.enter.run(id, state, at);
    },
    trimTrail(id: number): void {
      sql.trim.run(id, id, trailLength);
    },
    history(machine: MachineName, name: string): TrailEntry[] {
      const rows = sql.history.all(machine, name, trailLength) as unknown as TrailEntry[];
      return rows.map(({ state, at }) => ({ state, at })).toReversed();
    },
    /** Forgets what ended before; returns how many. */
    prune(before: Date): number {
      const until = before.toISOString();
      sql.pruneTrail.run(until);
      return Number(sql.prune.run(until).changes);
    },
  };
}

const stateOf = (row: Row): ExecutionState => ({
  name: row.name,
  machine: row.machine,
  status: row.status,
  startedAt: row.started_at,
  ...(row.stopped_at !== null && { stoppedAt: row.stopped_at }),
  ...(row.error !== null && { error: row.error }),
  ...(row.cause !== null && { cause: row.cause }),
});

const prepare = (db: DatabaseSync) => {
  const summary = 'id, machine, name, status, started_at, stopped_at, error, cause';
  return {
    insert: db.prepare(`INSERT INTO workflow_executions
      (machine, name, definition, seed, input, status, started_at, deadline)
      VALUES (?, ?, ?, ?, ?, 'RUNNING', ?, ?) ON CONFLICT DO NOTHING RETURNING id`),
    get: db.prepare('SELECT * FROM workflow_executions WHERE id = ?'),
    find: db.prepare('SELECT * FROM workflow_executions WHERE machine = ? AND name = ?'),
    finish: db.prepare(`UPDATE workflow_executions
      SET status = ?, stopped_at = ?, error = ?, cause = ?, output = ?, deadline = NULL WHERE id = ?`),
    overdue: db.prepare('SELECT id FROM workflow_executions WHERE deadline <= ?'),
    earliest: db.prepare(
      'SELECT MIN(deadline) AS deadline FROM workflow_executions WHERE deadline IS NOT NULL',
    ),
    list: db.prepare(
      `SELECT ${summary} FROM workflow_executions WHERE machine = ? AND id < ? ORDER BY id DESC LIMIT ?`,
    ),
    listStatus: db.prepare(`SELECT ${summary} FROM workflow_executions
      WHERE machine = ? AND status = ? AND id < ? ORDER BY id DESC LIMIT ?`),
    enter: db.prepare('INSERT INTO workflow_trail (execution, state, at) VALUES (?, ?, ?)'),
    trim: db.prepare(`DELETE FROM workflow_trail WHERE execution = ? AND id <= (
      SELECT id FROM workflow_trail WHERE execution = ? ORDER BY id DESC LIMIT 1 OFFSET ?)`),
    history: db.prepare(`SELECT t.state, t.at FROM workflow_trail t
      JOIN workflow_executions e ON e.id = t.execution
      WHERE e.machine = ? AND e.name = ? ORDER BY t.id DESC LIMIT ?`),
    pruneTrail: db.prepare(`DELETE FROM workflow_trail WHERE execution IN (
      SELECT id FROM workflow_executions WHERE stopped_at < ?)`),
    prune: db.prepare('DELETE FROM workflow_executions WHERE stopped_at < ?'),
  };
};
