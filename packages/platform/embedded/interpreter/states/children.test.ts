import { describe, expect, it } from 'vitest';
import { done, failed, ok, type Row } from '../support/expected.ts';
import { call, harness, machineOf, named } from '../support/harness.ts';

const table: Row[] = [
  [
    'Parallel gives Arguments to every branch and joins in order; inner variables stay inside',
    {
      Set: { Type: 'Pass', Assign: { v: 'outer' }, Next: 'Both' },
      Both: {
        Type: 'Parallel',
        Arguments: { n: 1 },
        Branches: [
          {
            StartAt: 'Left',
            States: { Left: { Type: 'Pass', Assign: { w: 'inner' }, Output: '{% $v %}', End: true } },
          },
          { StartAt: 'Right', States: { Right: call('echo') } },
        ],
        Assign: { both: '{% $states.result %}', inner: '{% $exists($w) %}' },
        Next: 'Show',
      },
      Show: { Type: 'Succeed', Output: ['{% $states.input %}', '{% $both %}', '{% $inner %}'] },
    },
    {},
    ok([['outer', { n: 1 }], ['outer', { n: 1 }], false]),
  ],
  [
    'Map selects, limits and keeps the order',
    {
      Each: {
        Type: 'Map',
        Items: '{% $states.input.list %}',
        MaxConcurrency: 2,
        ItemSelector: {
          i: '{% $states.context.Map.Item.Index %}',
          v: '{% $states.context.Map.Item.Value %}',
          all: '{% $states.input.all %}',
        },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' },
          StartAt: 'One',
          States: {
            One: call('echo', { Next: 'Two' }),
            Two: {
              Type: 'Pass',
              Output:
                '{% $states.input.all & $string($states.input.i) & $states.input.v & $string($states.context.Map.Item.Index) %}',
              End: true,
            },
          },
        },
        End: true,
      },
    },
    { list: ['a', 'b', 'c', 'd', 'e'], all: 'x' },
    ok(['x0a0', 'x1b1', 'x2c2', 'x3d3', 'x4e4']),
  ],
  [
    'Map over its input, and over nothing',
    { Each: { Type: 'Map', ItemProcessor: { StartAt: 'In', States: { In: call('echo') } }, End: true } },
    [],
    ok([]),
  ],
  [
    'Map wants an array',
    {
      Each: {
        Type: 'Map',
        Items: '{% 1 %}',
        ItemProcessor: { StartAt: 'In', States: { In: call('echo') } },
        End: true,
      },
    },
    {},
    failed('States.QueryEvaluationError'),
  ],
  [
    'a Fail inside a Map can be caught',
    {
      Each: {
        Type: 'Map',
        ItemProcessor: { StartAt: 'In', States: { In: { Type: 'Fail', Error: 'Inner', Cause: 'c' } } },
        Catch: [{ ErrorEquals: ['Inner'], Next: 'Done' }],
        End: true,
      },
      ...done,
    },
    [1, 2, 3],
    ok({ Error: 'Inner', Cause: 'c' }),
  ],
  [
    'a Fail inside a Parallel inside a Map can be caught outside',
    {
      Each: {
        Type: 'Map',
        ItemProcessor: {
          StartAt: 'Both',
          States: {
            Both: {
              Type: 'Parallel',
              Branches: [
                { StartAt: 'Ok', States: { Ok: call('echo') } },
                { StartAt: 'Bad', States: { Bad: { Type: 'Fail', Error: 'Deep' } } },
              ],
              End: true,
            },
          },
        },
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done', Output: '{% $states.errorOutput.Error %}' }],
        End: true,
      },
      ...done,
    },
    [1, 2],
    ok('Deep'),
  ],
  [
    'an uncaught Fail inside a branch fails the execution',
    {
      Both: {
        Type: 'Parallel',
        Branches: [{ StartAt: 'Bad', States: { Bad: { Type: 'Fail', Error: 'Deep' } } }],
        End: true,
      },
    },
    {},
    failed('Deep'),
  ],
];

const functions = { echo: async (input: unknown) => input };

it.each(table)('%s', async (_, states, input, expected) => {
  const { execute } = harness(machineOf(states), functions);
  expect(await execute(input)).toMatchObject(expected);
});

describe('a failure among children', () => {
  it('leaves no sibling behind, and a late one changes nothing', async () => {
    const late = Promise.withResolvers<string>();
    const machine = machineOf({
      Both: {
        Type: 'Parallel',
        Branches: [
          { StartAt: 'Slow', States: { Slow: call('slow', { Next: 'After' }), After: call('after') } },
          { StartAt: 'Bad', States: { Bad: call('bad') } },
        ],
        Catch: [{ ErrorEquals: ['Bad'], Next: 'Recover' }],
        End: true,
      },
      Recover: call('recover'),
    });
    const called: string[] = [];
    const { workflow, db, state } = harness(machine, {
      slow: () => late.promise,
      after: async () => called.push('after'),
      bad: async () => {
        throw named('Bad');
      },
      async recover() {
        called.push('recover');
        late.resolve('late');
        return 'recovered';
      },
    });
    await workflow.start('publication', 'one', {});
    await workflow.settle();
    expect(await state()).toMatchObject(ok('recovered'));
    expect(called).toEqual(['recover']);
    expect(db.prepare('SELECT COUNT(*) AS n FROM workflow_frames').get()).toEqual({ n: 0 });
  });

  it('is tried again as a whole by the Retry of the Map', async () => {
    let calls = 0;
    const machine = machineOf({
      Each: {
        Type: 'Map',
        ItemProcessor: { StartAt: 'In', States: { In: call('sometimes') } },
        Retry: [{ ErrorEquals: ['Sometimes'], IntervalSeconds: 5 }],
        End: true,
      },
    });
    const { execute, next, state } = harness(machine, {
      async sometimes(input) {
        if (++calls === 2) throw named('Sometimes');
        return input;
      },
    });
    expect(await execute([1, 2, 3])).toMatchObject({ status: 'RUNNING' });
    await next();
    expect(await state()).toMatchObject(ok([1, 2, 3]));
  });
});

it('runs no more Map items at a time than MaxConcurrency says', async () => {
  let now = 0;
  let most = 0;
  const machine = machineOf({
    Each: {
      Type: 'Map',
      MaxConcurrency: 3,
      ItemProcessor: { StartAt: 'In', States: { In: call('count') } },
      End: true,
    },
  });
  const { execute } = harness(machine, {
    async count(input) {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setImmediate(resolve));
      now--;
      return input;
    },
  });
  const items = Array.from({ length: 20 }, (_, n) => n);
  expect(await execute(items)).toMatchObject(ok(items));
  expect(most).toBe(3);
});
