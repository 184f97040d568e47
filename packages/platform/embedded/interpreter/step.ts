/** One step: run the state, then store the move in one transaction. */
import type { DatabaseSync } from 'node:sqlite';
import type { Clock, MachineName } from '../../ports.ts';
import type { Calls } from './calls.ts';
import { transaction } from '../database.ts';
import type { Definitions } from './definitions.ts';
import type { Execution, Executions } from './executions.ts';
import { type Failure, StateFailed } from './failure.ts';
import type { Frame, Frames } from './frames.ts';
import { handle } from './handling.ts';
import type { Machine } from './machine.ts';
import { runState } from './states/run.ts';
import { createVisit, type Move } from './visit.ts';

export interface WorkflowFailure extends Failure {
  /** Absent when the interpreter itself could not go on, e.g. because the disk is full. */
  execution?: { machine: MachineName; name: string };
}

export interface StepDeps {
  db: DatabaseSync;
  clock: Clock;
  calls: Calls;
  frames: Frames;
  executions: Executions;
  definitions: Definitions;
  report: (failure: WorkflowFailure) => void;
}

/** Bytes of input or output, as in the cloud: pass keys, not texts. */
export const largestPayload = 262_144;
/** States between two looks at the length of the trail. */
const trimEvery = 64;

/** Runs one step of a frame. Returns the frame to go on with at once, or nothing when there is none. */
export function createStep(deps: StepDeps): (frame: Frame) => Promise<Frame | undefined> {
  const { db, clock, frames, executions, definitions, report } = deps;

  return async (frame) => {
    const execution = executions.get(frame.execution);
    const machine = definitions.get(execution.definition);
    const move = await decide(deps, execution, machine, frame);
    const ended: Failure[] = [];
    const next = transaction(db, () => store(execution, machine, frame, move, ended));
    for (const failure of ended)
      report({ ...failure, execution: { machine: execution.machine, name: execution.name } });
    // Overtaken, or woken while this step ended: go on from what is stored.
    return next ?? dueNow(frames.load(frame.id));
  };

  function store(
    execution: Execution,
    machine: Machine,
    frame: Frame,
    move: Move,
    ended: Failure[],
  ): Frame | undefined {
    const now = clock.now();
    const at = now.toISOString();
    const idle = { token: null, deadline: null, lapse: undefined };
    switch (move.kind) {
      case 'wait':
        return dueNow(frames.save({ ...frame, phase: 'wait', due: move.due }));
      case 'retry':
        frames.deleteChildren(frame.id);
        return dueNow(
          frames.save({ ...frame, ...idle, phase: 'enter', due: move.due, retries: move.retries }),
        );
      case 'call':
        return frames.save({
          ...frame,
          phase: 'call',
          token: move.token,
          deadline: move.limit?.at ?? null,
          lapse: move.limit?.error,
        });
      case 'await-token':
        return dueNow(frames.save({ ...frame, phase: 'token', due: frame.deadline }));
      case 'fork': {
        const saved = frames.save({ ...frame, phase: 'fork', due: null, pending: move.children.length });
        if (!saved) return undefined;
        for (const [slot, { scope, input, item = frame.item }] of move.children.entries()) {
          const state = machine.startOf(scope);
          const runs = slot < move.atOnce;
          frames.insert({
            execution: execution.id,
            parent: frame.id,
            slot,
            state,
            phase: runs ? 'enter' : 'queued',
            enteredAt: at,
            due: runs ? now.getTime() : null,
            input,
            variables: frame.variables,
            item,
          });
          if (runs) executions.enter(execution.id, { state, at });
        }
        return undefined;
      }
      case 'leave':
        return move.next === undefined
          ? end(execution, frame, move.output, now)
          : goOn(frame, { ...move, next: move.next }, at);
      case 'fail':
        return failThread(execution, frame, move, now, ended);
    }
  }

  function goOn(
    frame: Frame,
    { next, output, variables }: { next: string; output: unknown; variables: Frame['variables'] },
    at: string,
  ): Frame | undefined {
    const visits = frame.visits + 1;
    const saved = frames.save({
      ...frame,
      state: next,
      phase: 'enter',
      enteredAt: at,
      input: output,
      variables,
      visits,
      retries: [],
      token: null,
      deadline: null,
      lapse: undefined,
      due: Math.min(frame.due ?? Date.parse(at), Date.parse(at)),
      pending: 0,
    });
    if (!saved) return undefined;
    if (frame.phase === 'joined') frames.deleteChildren(frame.id);
    executions.enter(frame.execution, { state: next, at });
    if (visits % trimEvery === 0) executions.trimTrail(frame.execution);
    return saved;
  }
}
