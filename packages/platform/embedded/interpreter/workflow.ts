/** The Workflow port on one machine: synthesised definitions, executed durably in SQLite. */
import type { DatabaseSync } from 'node:sqlite';
import { type Clock, type MachineName, TokenClosed, type Workflow } from '../../ports.ts';
import { transaction } from '../database.ts';
import { createCalls, type WorkflowFunction } from './calls.ts';
import { createDefinitions } from './definitions.ts';
import { createExecutions, type TrailEntry } from './executions.ts';
import { type Answer, createFrames } from './frames.ts';
import { checkSize } from './payload.ts';
import { createRunner } from './runner.ts';
import { createStep } from './step.ts';
import { createStore, type WorkflowFailure } from './store.ts';
import { createTables } from './tables.ts';

export interface EmbeddedWorkflow extends Workflow {
  /** Starts the background loop. New work of this process is taken up at once, of others within 250 ms. */
  run(): void;
  /** Every thread stops after the step it is in; what is left goes on after the next start. */
  stop(): Promise<void>;
  /** Runs everything that can run at this instant, functions included. */
  settle(): Promise<void>;
  /** When something becomes due next: a wait, a retry, a time-out. */
  nextDueAt(): Date | undefined;
  /** The last 500 states entered, oldest first. */
  history(machine: MachineName, name: string): TrailEntry[];
  /** Forgets executions that stopped before; returns how many. Their names are free again. */
  prune(before: Date): number;
}

export interface EmbeddedWorkflowOptions {
  db: DatabaseSync;
  clock: Clock;
  /** Amazon States Language in JSONata; refused with the name of the state that cannot be executed. */
  machines: Record<MachineName, unknown>;
  /**
   * The step that calls one may not be committed yet, and is then taken again after a kill, with other chance. What a
   * function leaves outside this database it therefore leaves after `commit`, as the mail queue does.
   */
  functions: (name: string) => WorkflowFunction | undefined;
  /** Told once when an execution fails or times out, and whenever the interpreter itself cannot go on. */
  onFailure?: (failure: WorkflowFailure) => void;
  /** Threads at work at a time. */
  concurrency?: number;
}

/** What Step Functions takes without trouble in logs and addresses. */
const nameShape = /^[\w.-]{1,80}$/;

/** Throws UnsupportedDefinition. */
export function createEmbeddedWorkflow(options: EmbeddedWorkflowOptions): EmbeddedWorkflow {
  const { db, clock, functions, onFailure, concurrency = 16 } = options;
  createTables(db);
  const frames = createFrames(db);
  const executions = createExecutions(db);
  const definitions = createDefinitions(db);
  const current = Object.fromEntries(
    Object.entries(options.machines).map(([name, definition]) => [name, definitions.add(definition)]),
  );
  const calls = createCalls(functions, clock);
  const report = (failure: WorkflowFailure): void => {
    try {
      onFailure?.(failure);
    } catch {
      // Whoever listens must not stop the work of others.
    }
  };
  const store = createStore(db, clock, frames, executions, report);
  const step = createStep({ clock, calls, frames, executions, definitions, store });

  const endOverdue = (): void => {
    const now = clock.now();
    for (const id of executions.overdue(now.getTime())) {
      const failure = { error: 'States.Timeout', cause: 'the execution took too long' };
      const { machine, name } = executions.get(id);
      transaction(db, () => {
        frames.deleteAll(id);
        executions.finish(id, { status: 'TIMED_OUT', ...failure }, now.toISOString());
      });
      report({ ...failure, execution: { machine, name } });
    }
  };
  const onClockBack = (): void => transaction(db, () => frames.hurry(clock.now().getTime()));
  const onFault = (error: unknown): void => report({ error: 'States.Runtime', cause: String(error) });
  const runner = createRunner({ clock, calls, frames, step, onClockBack, endOverdue, concurrency, onFault });

  const answer = async (token: string, given: Answer): Promise<void> => {
    if (!transaction(db, () => frames.answer(token, given, clock.now().getTime())))
      throw new TokenClosed('the token is unknown, answered or timed out');
    runner.wake();
  };

  return {
    async start(machine, name, input) {
      if (!nameShape.test(name)) throw new RangeError(`not a name for an execution: '${name}'`);
      const definition = current[machine];
      if (definition === undefined) throw new RangeError(`there is no machine '${machine}'`);
      checkSize(JSON.stringify(input));
      const { startOf, timeoutSeconds } = definitions.get(definition);
      const now = clock.now();
      const startedAt = now.toISOString();
      const deadline = timeoutSeconds === undefined ? null : now.getTime() + timeoutSeconds * 1_000;
      const started = transaction(db, () => {
        const execution = executions.insert({ machine, name, definition, input, startedAt }, deadline);
        if (execution === undefined) return false;
        const state = startOf('');
        frames.insert({
          execution,
          parent: null,
          slot: 0,
          state,
          phase: 'enter',
          enteredAt: startedAt,
          due: now.getTime(),
          input,
          variables: {},
          item: undefined,
        });
        executions.enter(execution, { state, at: startedAt });
        return true;
      });
      runner.wake();
      return started ? 'started' : 'already-started';
    },
    async succeed(token, output) {
      checkSize(JSON.stringify(output));
      await answer(token, { output });
    },
    fail: (token, error, cause) => answer(token, { error, cause }),
    describe: async (machine, name) => executions.describe(machine, name),
    list: async (machine, query) => executions.list(machine, query),
    run: () => runner.run(),
    stop: () => runner.stop(),
    settle: () => runner.settle(),
    nextDueAt() {
      const timer = frames.timers(concurrency + 1).find(({ id }) => !runner.isRunning(id));
      const instants = [timer?.due, calls.earliest(), executions.earliestDeadline()].filter(
        (instant) => instant !== undefined,
      );
      return instants.length === 0 ? undefined : new Date(Math.min(...instants));
    },
    history: (machine, name) => executions.history(machine, name),
    prune: (before) =>
      transaction(db, () => {
        const pruned = executions.prune(before);
        definitions.prune();
        return pruned;
      }),
  };
}
