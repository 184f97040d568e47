/**
 * Frames: where each thread of an execution is, persisted after every step. Resuming is loading. A write holds
 * only while the frame is as it was read: whoever was overtaken by an answer, a failure beside it or a time-out
 * writes nothing.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Failure } from './failure.ts';

/**
 * enter: run the state from its beginning · wait: until due · call: token drawn, function to be called ·
 * token: function called, answer awaited · answer: answered · fork: children run · joined: they ended ·
 * queued: a Map item before its turn · done: a child that ended and waits for its siblings.
 */
export type Phase = 'enter' | 'wait' | 'call' | 'token' | 'answer' | 'fork' | 'joined' | 'queued' | 'done';
export type Answer = { output: unknown } | Failure;
export type Variables = Record<string, unknown>;

interface Body {
  input: unknown;
  variables: Variables;
  /** States entered so far in this thread. */
  visits: number;
  /** Per entry of the state's Retry: attempts made. */
  retries: number[];
  /** Which limit the deadline stands for. */
  lapse?: 'States.Timeout' | 'States.HeartbeatTimeout' | undefined;
  /** Inside a Map: `$states.context.Map.Item`. */
  item?: { Index: number; Value: unknown } | undefined;
}

export interface Frame extends Body {
  readonly id: number;
  readonly execution: number;
  readonly parent: number | null;
  /** Branch or item number among its siblings. */
  readonly slot: number;
  readonly version: number;
  state: string;
  phase: Phase;
  enteredAt: string;
  due: number | null;
  deadline: number | null;
  token: string | null;
  answer: Answer | null;
  /** Children that have not ended. */
  pending: number;
}

export type NewFrame = Pick<
  Frame,
  'execution' | 'parent' | 'slot' | 'state' | 'phase' | 'enteredAt' | 'due' | 'input' | 'variables' | 'item'
>;

interface Row {
  id: number;
  execution: number;
  parent: number | null;
  slot: number;
  state: string;
  phase: Phase;
  version: number;
  entered_at: string;
  due: number | null;
  deadline: number | null;
  token: string | null;
  answer: string | null;
  pending: number;
  body: string;
}

export type Frames = ReturnType<typeof createFrames>;

export function createFrames(db: DatabaseSync) {
  const sql = prepare(db);
  const frames = {
    insert(frame: NewFrame): void {
      const { execution, parent, slot, state, phase, enteredAt, due, input, variables, item } = frame;
      const body: Body = { input, variables, visits: 1, retries: [], item };
      sql.insert.run(execution, parent, slot, state, phase, enteredAt, due, JSON.stringify(body));
    },
    load(id: number): Frame | undefined {
      const row = sql.load.get(id) as Row | undefined;
      return row && read(row);
    },
    /** Oldest first, the newest ones left out beyond `limit`. */
    due(now: number, limit: number): number[] {
      return (sql.due.all(now, limit) as { id: number }[]).map((row) => row.id);
    },
    /** What goes on at once, by a clock that was ahead when it was written. Retries keep their delay. */
    hurry(now: number): void {
      sql.hurry.run(now, now, new Date(now).toISOString());
    },
    /** The first `limit` of what will ever be due. */
    timers(limit: number): { id: number; due: number }[] {
      return sql.timers.all(limit) as unknown as { id: number; due: number }[];
    },
    /** The frame as it is now stored, or nothing when it had been overtaken. Its answer has been used up. */
    save(frame: Frame): Frame | undefined {
      const { id, version, state, phase, enteredAt, due, deadline, token, pending } = frame;
      const { input, variables, visits, retries, lapse, item } = frame;
      const text = JSON.stringify({ input, variables, visits, retries, lapse, item } satisfies Body);
      const saved = sql.save.run(state, phase, enteredAt, due, deadline, token, pending, text, id, version);
      if (saved.changes === 0) return undefined;
      // Read back, so that going on and resuming see the very same.
      return { ...frame, ...(JSON.parse(text) as Body), answer: null, version: version + 1 };
    },
    /** A child ended well. Whether it was still wanted. */
    finish({ id, version }: Frame, output: unknown): boolean {
      return sql.finish.run(JSON.stringify({ output }), id, version).changes === 1;
    },
    /** Whether nobody wrote the frame since it was read. */
    holds: ({ id, version }: Frame): boolean => sql.holds.get(id, version) !== undefined,
    /** A child of `parent` ended: wakes it after the last one. Returns the queued child whose turn it is. */
    countDown(parent: number, now: number): Frame | undefined {
      const left = sql.countDown.get(parent) as { pending: number } | undefined;
      if (left?.pending === 0) sql.join.run(null, now, parent);
      const row = sql.queued.get(parent) as Row | undefined;
      return row && read(row);
    },
    /** Ends all children of `parent` and wakes it with their failure. */
    failParent(parent: number, failure: Failure, now: number): void {
      frames.deleteChildren(parent);
      sql.join.run(JSON.stringify(failure), now, parent);
    },
    outputs(parent: number): unknown[] {
      return (sql.outputs.all(parent) as { answer: string }[]).map(
        (row) => (JSON.parse(row.answer) as { output: unknown }).output,
      );
    },
    deleteChildren(parent: number): void {
      sql.deleteChildren.run(parent);
    },
    deleteAll(execution: number): void {
      sql.deleteAll.run(execution);
    },
    /** Whether the token was open: drawn, not answered, not timed out. */
    answer(token: string, answer: Answer, now: number): boolean {
      return sql.answer.run(JSON.stringify(answer), now, token, now).changes === 1;
    },
  };
  return frames;
}

const read = (row: Row): Frame => ({
  ...(JSON.parse(row.body) as Body),
  id: row.id,
  execution: row.execution,
  parent: row.parent,
  slot: row.slot,
  version: row.version,
  state: row.state,
  phase: row.phase,
  enteredAt: row.entered_at,
  due: row.due,
  deadline: row.deadline,
  token: row.token,
  answer: row.answer === null ? null : (JSON.parse(row.answer) as Answer),
  pending: row.pending,
});

const prepare = (db: DatabaseSync) => ({
  insert: db.prepare(`INSERT INTO workflow_frames
    (execution, parent, slot, state, phase, version, entered_at, due, pending, body)
    VALUES (?, ?, ?, ?, ?, 1, ?, ?, 0, ?)`),
  load: db.prepare('SELECT * FROM workflow_frames WHERE id = ?'),
  due: db.prepare('SELECT id FROM workflow_frames WHERE due <= ? ORDER BY due, id LIMIT ?'),
  hurry: db.prepare(`UPDATE workflow_frames SET due = ? WHERE due > ?
    AND (phase IN ('call', 'answer', 'joined') OR (phase = 'enter' AND entered_at > ?))`),
  timers: db.prepare('SELECT id, due FROM workflow_frames WHERE due IS NOT NULL ORDER BY due, id LIMIT ?'),
  save: db.prepare(`UPDATE workflow_frames SET state = ?, phase = ?, entered_at = ?, due = ?, deadline = ?,
    token = ?, pending = ?, body = ?, answer = NULL, version = version + 1 WHERE id = ? AND version = ?`),
  finish: db.prepare(`UPDATE workflow_frames SET phase = 'done', due = NULL, answer = ?, version = version + 1
    WHERE id = ? AND version = ?`),
  countDown: db.prepare('UPDATE workflow_frames SET pending = pending - 1 WHERE id = ? RETURNING pending'),
  join: db.prepare(`UPDATE workflow_frames SET phase = 'joined', answer = ?, due = ?, version = version + 1
    WHERE id = ?`),
  holds: db.prepare('SELECT 1 FROM workflow_frames WHERE id = ? AND version = ?'),
  queued: db.prepare(
    `SELECT * FROM workflow_frames WHERE parent = ? AND phase = 'queued' ORDER BY slot LIMIT 1`,
  ),
  outputs: db.prepare('SELECT answer FROM workflow_frames WHERE parent = ? ORDER BY slot'),
  deleteChildren: db.prepare(`WITH RECURSIVE below (id) AS (
      SELECT id FROM workflow_frames WHERE parent = ?
      UNION ALL SELECT f.id FROM workflow_frames f JOIN below ON f.parent = below.id)
    DELETE FROM workflow_frames WHERE id IN below`),
  deleteAll: db.prepare('DELETE FROM workflow_frames WHERE execution = ?'),
  answer: db.prepare(`UPDATE workflow_frames SET phase = 'answer', answer = ?, due = ?, token = NULL,
    deadline = NULL, version = version + 1
    WHERE token = ? AND phase IN ('call', 'token') AND (deadline IS NULL OR deadline > ?)`),
});
