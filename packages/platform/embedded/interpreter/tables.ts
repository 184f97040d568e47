import type { DatabaseSync } from 'node:sqlite';

/**
 * `workflow_frames.due` is run queue and timer queue in one: what is due by now is to be run, oldest first.
 * Ids are never used again: derived chance and late answers of functions refer to them.
 */
export const createTables = (db: DatabaseSync): void =>
  db.exec(`
    CREATE TABLE IF NOT EXISTS workflow_definitions (hash TEXT PRIMARY KEY, body TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS workflow_executions (
      id INTEGER PRIMARY KEY AUTOINCREMENT, machine TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL,
      seed TEXT NOT NULL, input TEXT NOT NULL, status TEXT NOT NULL, started_at TEXT NOT NULL, stopped_at TEXT,
      deadline INTEGER, error TEXT, cause TEXT, output TEXT, UNIQUE (machine, name));
    CREATE INDEX IF NOT EXISTS workflow_of_machine ON workflow_executions (machine, id);
    CREATE INDEX IF NOT EXISTS workflow_by_status ON workflow_executions (machine, status, id);
    CREATE INDEX IF NOT EXISTS workflow_deadline ON workflow_executions (deadline) WHERE deadline IS NOT NULL;
    CREATE INDEX IF NOT EXISTS workflow_stopped ON workflow_executions (stopped_at) WHERE stopped_at IS NOT NULL;
    CREATE TABLE IF NOT EXISTS workflow_frames (
      id INTEGER PRIMARY KEY AUTOINCREMENT, execution INTEGER NOT NULL, parent INTEGER, slot INTEGER NOT NULL,
      state TEXT NOT NULL, phase TEXT NOT NULL, version INTEGER NOT NULL, entered_at TEXT NOT NULL,
      due INTEGER, deadline INTEGER, token TEXT, answer TEXT, pending INTEGER NOT NULL, body TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS workflow_due ON workflow_frames (due, id) WHERE due IS NOT NULL;
    CREATE UNIQUE INDEX IF NOT EXISTS workflow_token ON workflow_frames (token) WHERE token IS NOT NULL;
    CREATE INDEX IF NOT EXISTS workflow_children ON workflow_frames (parent, phase, slot) WHERE parent IS NOT NULL;
    CREATE INDEX IF NOT EXISTS workflow_frames_of ON workflow_frames (execution);
    CREATE TABLE IF NOT EXISTS workflow_trail (
      id INTEGER PRIMARY KEY, execution INTEGER NOT NULL, state TEXT NOT NULL, at TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS workflow_trail_of ON workflow_trail (execution, id);
  `);
