/** One run of one state: what it can ask for, and the moves it can answer with. */
import type { Clock } from '../../ports.ts';
import type { Calls, Limit } from './calls.ts';
import type { Execution } from './executions.ts';
import { fill } from './expression.ts';
import type { Frame, Variables } from './frames.ts';
import { sha256 } from './library.ts';

export type Move =
  /** Without `next` the thread ends. */
  | { kind: 'leave'; next: string | undefined; output: unknown; variables: Variables }
  | { kind: 'fail'; error: string; cause: string }
  | { kind: 'retry'; due: number; retries: number[] }
  | { kind: 'wait'; due: number }
  | { kind: 'call'; token: string; limit: Limit | undefined }
  | { kind: 'await-token' }
  | { kind: 'fork'; children: Child[]; atOnce: number };

export interface Child {
  scope: string;
  input: unknown;
  item?: Frame['item'];
}

export interface Visit {
  frame: Frame;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Fills in a template; `field` names it. Throws StateFailed. */
  fill(field: string, template: unknown, extra?: Extra): Promise<unknown>;
  /** The same visit as an item of its Map sees it. */
  forItem(item: Frame['item']): Visit;
  call: Calls['call'];
  /** The outputs of ended children, in their order. */
  outputs(): unknown[];
}

export interface Extra {
  result?: unknown;
  errorOutput?: unknown;
}

interface Leaving {
  Output?: unknown;
  Assign?: Record<string, unknown> | undefined;
}

export function createVisit(
  { clock, calls }: { clock: Clock; calls: Calls },
  execution: Execution,
  frame: Frame,
  outputs: () => unknown[],
): Visit {
  const context = contextOf(execution, frame);
  return {
    frame,
    now: () => clock.now().getTime(),
    fill(field, template, extra) {
      let drawn = 0;
      const draw = (): Buffer =>
        sha256(JSON.stringify([execution.seed, frame.id, frame.visits, frame.item?.Index, field, drawn++]));
      const states = { input: frame.input, context, ...extra };
      return fill(template, { states, variables: frame.variables, source: { now: () => clock.now(), draw } });
    },
    forItem: (item) => createVisit({ clock, calls }, execution, { ...frame, item }, outputs),
    call: (name, payload, limit) => calls.call(name, payload, limit),
    outputs,
  };
}

/** Output and Assign see the same old variables; `fallback` is the output when there is no Output. */
export async function leave(
  visit: Visit,
  { Output, Assign }: Leaving,
  next: string | undefined,
  fallback: unknown,
  extra?: Extra,
): Promise<Move> {
  const output = Output === undefined ? fallback : await visit.fill('Output', Output, extra);
  const assigned = Assign === undefined ? {} : await visit.fill('Assign', Assign, extra);
  return { kind: 'leave', next, output, variables: { ...visit.frame.variables, ...(assigned as Variables) } };
}

/** `$states.context`. All of it is stored, so it is the same after a resume. */
const contextOf = (execution: Execution, frame: Frame): unknown => ({
  Execution: {
    Id: `${execution.machine}:${execution.name}`,
    Name: execution.name,
    Input: execution.input,
    StartTime: execution.startedAt,
  },
  StateMachine: { Id: execution.machine, Name: execution.machine },
  State: {
    Name: frame.state,
    EnteredTime: frame.enteredAt,
    RetryCount: frame.retries.reduce((sum, tries) => sum + tries, 0),
  },
  ...(frame.token !== null && { Task: { Token: frame.token } }),
  ...(frame.item && { Map: { Item: frame.item } }),
});
