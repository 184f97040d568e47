/** A workflow on a database of its own, a clock that stands still, and short ways to write machines. */
import type { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '../../database.ts';
import type { WorkflowFunction } from '../calls.ts';
import { createEmbeddedWorkflow, type EmbeddedWorkflowOptions } from '../workflow.ts';

export type States = Record<string, Record<string, unknown>>;
export type Functions = Record<string, WorkflowFunction>;

/** JSONata; the first state is the start. */
export const machineOf = (states: States, extra: Record<string, unknown> = {}): unknown => ({
  QueryLanguage: 'JSONata',
  StartAt: Object.keys(states)[0],
  States: states,
  ...extra,
});

const resource = 'arn:aws-cn:states:::lambda:invoke';

export const call = (name: string, extra: Record<string, unknown> = {}): Record<string, unknown> => ({
  Type: 'Task',
  Resource: resource,
  Arguments: { FunctionName: name, Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
  ...(!('Next' in extra) && { End: true }),
  ...extra,
});

export const ask = (name: string, extra: Record<string, unknown> = {}): Record<string, unknown> => ({
  Type: 'Task',
  Resource: `${resource}.waitForTaskToken`,
  Arguments: { FunctionName: name, Payload: { token: '{% $states.context.Task.Token %}' } },
  ...(!('Next' in extra) && { End: true }),
  ...extra,
});

export class FakeClock {
  at: number;
  constructor(start = '2026-01-05T01:00:00.000Z') {
    this.at = Date.parse(start);
  }
  now(): Date {
    return new Date(this.at);
  }
  advance(seconds: number): void {
    this.at += seconds * 1_000;
  }
}

const idle = machineOf({ Nothing: { Type: 'Succeed' } });

export function harness(
  machine: unknown,
  functions: Functions = {},
  given: Partial<EmbeddedWorkflowOptions> & { clock?: FakeClock; db?: DatabaseSync } = {},
) {
  const { clock = new FakeClock(), db = openDatabase(':memory:'), ...rest } = given;
  const workflow = createEmbeddedWorkflow({
    db,
    clock,
    machines: { publication: machine, reassessment: idle, withdrawal: idle, validity: idle },
    functions: (name) => functions[name],
    ...rest,
  });
  return {
    workflow,
    clock,
    db,
    /** Starts one execution, runs all that can run now, tells how it stands. */
    execute: async (input: unknown = {}, name = 'one') => {
      await workflow.start('publication', name, input);
      await workflow.settle();
      return workflow.describe('publication', name);
    },
    state: (name = 'one') => workflow.describe('publication', name),
    /** Moves the clock to the next timer and runs what is due, `times` times. */
    next: async (times = 1) => {
      for (let n = 0; n < times; n++) {
        const due = workflow.nextDueAt();
        if (!due) throw new Error('nothing will be due');
        clock.at = due.getTime();
        await workflow.settle();
      }
    },
  };
}

/** An error with a name, as functions throw them. */
export const named = (name: string, message = name): Error => Object.assign(new Error(message), { name });
