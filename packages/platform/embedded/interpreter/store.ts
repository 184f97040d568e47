/** A move becomes rows, in one transaction. */
import type { DatabaseSync } from 'node:sqlite';
import type { Clock, MachineName } from '../../ports.ts';
import { transaction } from '../database.ts';
import type { Execution, Executions } from './executions.ts';
import type { Failure } from './failure.ts';
import type { Frame, Frames } from './frames.ts';
import type { Machine } from './machine.ts';
import type { Move } from './visit.ts';

export interface WorkflowFailure extends Failure {
  /** Absent when the interpreter itself could not go on, e.g. because the disk is full. */
  execution?: { machine: MachineName; name: string };
}

export type Store = ReturnType<typeof createStore>;
type MoveOf<K extends Move['kind']> = Extract<Move, { kind: K }>;

/** States between two looks at the length of the trail. */
const trimEvery = 64;
/** Nothing is awaited any more. */
const free = { token: null, deadline: null, lapse: undefined };

export function createStore(
  db: DatabaseSync,
  clock: Clock,
  frames: Frames,
  executions: Executions,
  report: (failure: WorkflowFailure) => void,
) {
  /** The frame as stored, or nothing when it ended or had been overtaken (then nothing was written). */
  return (machine: Machine, execution: Execution, frame: Frame, move: Move): Frame | undefined => {
    const stored = transaction(db, () => write(machine, execution, frame, move));
    if (stored !== 'failed') return stored;
    if (move.kind === 'fail') {
      const { error, cause } = move;
      report({ error, cause, execution: { machine: execution.machine, name: execution.name } });
    }
    return undefined;
  };

  function write(
    machine: Machine,
    execution: Execution,
    frame: Frame,
    move: Move,
  ): Frame | undefined | 'failed' {
    switch (move.kind) {
      case 'wait':
        return frames.save({ ...frame, phase: 'wait', due: move.due });
      case 'call': {
        const { token, limit } = move;
        const deadline = limit?.at ?? null;
        return frames.save({ ...frame, phase: 'call', token, deadline, lapse: limit?.error });
      }
      case 'await-token':
        return frames.save({ ...frame, phase: 'token', due: frame.deadline });
      case 'retry':
        return retry(frame, move);
      case 'fork':
        return fork(machine, frame, move);
      case 'leave':
        return move.next === undefined ? end(execution, frame, move.output) : enter(frame, move.next, move);
      case 'fail':
        break;
    }
    return fail(frame, move);
  }

  function retry(frame: Frame, { due, retries }: MoveOf<'retry'>): Frame | undefined {
    const saved = frames.save({ ...frame, ...free, phase: 'enter', due, retries });
    if (saved) frames.deleteChildren(frame.id);
    return saved;
  }

  function enter(frame: Frame, state: string, { output, variables }: MoveOf<'leave'>): Frame | undefined {
    const at = clock.now().toISOString();
    const visits = frame.visits + 1;
    const place = { state, phase: 'enter' as const, enteredAt: at, visits, retries: [] };
    const saved = frames.save({ ...frame, ...free, ...place, input: output, variables });
    if (!saved) return undefined;
    if (frame.phase === 'joined') frames.deleteChildren(frame.id);
    executions.enter(frame.execution, { state, at });
    if (visits % trimEvery === 0) executions.trimTrail(frame.execution);
    return saved;
  }

  function fork(machine: Machine, frame: Frame, { children, atOnce }: MoveOf<'fork'>): Frame | undefined {
    const saved = frames.save({ ...frame, phase: 'fork', due: null, pending: children.length });
    if (!saved) return undefined;
    const now = clock.now();
    const enteredAt = now.toISOString();
    const { execution, variables, id: parent } = frame;
    for (const [slot, { scope, input, item = frame.item }] of children.entries()) {
      const state = machine.startOf(scope);
      const turn =
        slot < atOnce
          ? { phase: 'enter' as const, due: now.getTime() }
          : { phase: 'queued' as const, due: null };
      frames.insert({ execution, parent, slot, state, enteredAt, input, variables, item, ...turn });
      if (slot < atOnce) executions.enter(execution, { state, at: enteredAt });
    }
    executions.trimTrail(execution);
    return saved;
  }

  function end(execution: Execution, frame: Frame, output: unknown): undefined {
    if (!frames.finish(frame, output)) return;
    const now = clock.now();
    const at = now.toISOString();
    if (frame.parent === null) {
      frames.deleteAll(frame.execution);
      executions.finish(execution.id, { status: 'SUCCEEDED', output }, at);
      return;
    }
    const next = frames.countDown(frame.parent, now.getTime());
    if (!next) return;
    frames.save({ ...next, phase: 'enter', enteredAt: at, due: now.getTime() });
    executions.enter(frame.execution, { state: next.state, at });
  }

  /** 'failed' when the whole execution failed with it. */
  function fail(frame: Frame, { error, cause }: Failure): 'failed' | undefined {
    if (!frames.holds(frame)) return undefined;
    const now = clock.now();
    if (frame.parent !== null) {
      frames.failParent(frame.parent, { error, cause }, now.getTime());
      return undefined;
    }
    frames.deleteAll(frame.execution);
    executions.finish(frame.execution, { status: 'FAILED', error, cause }, now.toISOString());
    return 'failed';
  }
}
