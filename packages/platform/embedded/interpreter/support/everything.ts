/** A machine with every kind of state, and functions that note what they did. */
import type { MachineName } from '../../../ports.ts';
import type { WorkflowFunction } from '../calls.ts';
import { ask, call, machineOf, named } from './harness.ts';

const done = { Type: 'Pass', End: true };

/** About 25 states for one input `{n}`. The output shows what must be stable over a resume. */
export const everything = machineOf({
  Begin: { Type: 'Pass', Assign: { id: '{% $uuid() %}', n: '{% $states.input.n %}' }, Next: 'Read' },
  Read: call('note', {
    Arguments: {
      FunctionName: 'note',
      Payload: {
        at: 'Read',
        id: '{% $id %}',
        own: '{% $uuid() %}',
        since: '{% $states.context.Execution.StartTime %}',
      },
    },
    Assign: { read: '{% $states.result.Payload %}' },
    Next: 'Fan out',
  }),
  'Fan out': {
    Type: 'Parallel',
    Branches: [
      {
        StartAt: 'Each',
        States: {
          Each: {
            Type: 'Map',
            Items: '{% [1..3] %}',
            MaxConcurrency: 2,
            ItemProcessor: {
              StartAt: 'Item',
              States: {
                Item: call('note', {
                  Arguments: {
                    FunctionName: 'note',
                    Payload: {
                      at: '{% "Item " & $string($states.input) %}',
                      id: '{% $id %}',
                      own: '{% $uuid() %}',
                    },
                  },
                  Next: 'Item done',
                }),
                'Item done': done,
              },
            },
            End: true,
          },
        },
      },
      {
        StartAt: 'Pause',
        States: {
          Pause: { Type: 'Wait', Seconds: 1, Next: 'Paused' },
          Paused: { ...done, Output: 'paused' },
        },
      },
    ],
    Assign: { fanned: '{% $states.result %}' },
    Next: 'Try',
  },
  Try: {
    Type: 'Parallel',
    Branches: [
      { StartAt: 'Bad', States: { Bad: { Type: 'Fail', Error: 'Bad' } } },
      { StartAt: 'Good', States: { Good: { Type: 'Wait', Seconds: 86_400, End: true } } },
    ],
    Catch: [{ ErrorEquals: ['Bad'], Next: 'Ask', Assign: { caught: '{% $states.errorOutput.Error %}' } }],
    End: true,
  },
  Ask: ask('ask', {
    Arguments: {
      FunctionName: 'ask',
      Payload: { at: 'Ask', id: '{% $id %}', token: '{% $states.context.Task.Token %}' },
    },
    TimeoutSeconds: 864_000,
    Next: 'Approved?',
  }),
  'Approved?': {
    Type: 'Choice',
    Choices: [{ Condition: "{% $states.input.outcome = 'approve' %}", Next: 'Stumble' }],
    Default: 'Never',
  },
  Stumble: call('stumble', {
    Arguments: {
      FunctionName: 'stumble',
      Payload: { at: 'Stumble', id: '{% $id %}', tries: '{% $states.context.State.RetryCount %}' },
    },
    Retry: [{ ErrorEquals: ['TryLater'], IntervalSeconds: 1 }],
    Next: 'End',
  }),
  Never: { Type: 'Fail' },
  End: {
    Type: 'Succeed',
    Output: {
      n: '{% $n %}',
      id: '{% $id %}',
      read: '{% $read %}',
      fanned: '{% $fanned %}',
      caught: '{% $caught %}',
    },
  },
});

export type Effect = { at: string; id: string; token?: string };

/** `note` is told every call, before anything else happens; `work` is how long a call takes. */
export const effectful = (
  note: (effect: Effect) => void,
  work: () => Promise<void> = async () => {},
): Record<string, WorkflowFunction> => ({
  async note(input) {
    note(input as Effect);
    await work();
    return (input as Effect).at;
  },
  async ask(input) {
    note(input as Effect);
    await work();
  },
  async stumble(input) {
    note(input as Effect);
    if ((input as { tries: number }).tries < 1) throw named('TryLater');
  },
});

/** Read, three items, Ask, and Stumble twice. */
export const effectsEach = 7;

export const expectedOutput = (n: number, id: unknown): unknown => ({
  n,
  id,
  read: 'Read',
  fanned: [['Item 1', 'Item 2', 'Item 3'], 'paused'],
  caught: 'Bad',
});

export const machines = (): Record<MachineName, unknown> => ({
  publication: everything,
  reassessment: everything,
  withdrawal: everything,
  validity: everything,
});
