import { describe, expect, it } from 'vitest';
import { call, harness, machineOf, named, type States } from './support/harness.ts';

type Row = [name: string, states: States, input: unknown, expected: Record<string, unknown>];

const ok = (output: unknown) => ({ status: 'SUCCEEDED', output });
const failed = (error: string, cause?: unknown) => ({
  status: 'FAILED',
  error,
  ...(cause !== undefined && { cause }),
});
const done = { Done: { Type: 'Succeed' } };
const pass = (fields: Record<string, unknown>): States => ({ Pass: { Type: 'Pass', End: true, ...fields } });

const table: Row[] = [
  ['Pass hands its input on', pass({}), { a: 1 }, ok({ a: 1 })],
  [
    'Pass fills in templates at any depth',
    pass({ Output: { a: [1, '{% $states.input.b %}'], c: 'x' } }),
    { b: 2 },
    ok({ a: [1, 2], c: 'x' }),
  ],
  [
    'Assign sees the old values only, all at once',
    {
      First: { Type: 'Pass', Assign: { a: 1, b: 2 }, Next: 'Swap' },
      Swap: { Type: 'Pass', Assign: { a: '{% $b %}', b: '{% $a %}' }, Output: '{% $a %}', Next: 'Show' },
      Show: { Type: 'Succeed', Output: { a: '{% $a %}', b: '{% $b %}', before: '{% $states.input %}' } },
    },
    {},
    ok({ a: 2, b: 1, before: 1 }),
  ],
  [
    'Output that returns nothing is an error',
    pass({ Output: '{% $states.input.none %}' }),
    {},
    failed('States.QueryEvaluationError'),
  ],
  [
    'an expression that throws is an error',
    pass({ Output: "{% $error('no') %}" }),
    {},
    failed('States.QueryEvaluationError'),
  ],
  ['a literal null is not nothing', pass({ Output: '{% null %}' }), {}, ok(null)],
  ['$parse reads JSON', pass({ Output: '{% $parse($states.input).a %}' }), '{"a":[1]}', ok([1])],
  [
    '$partition, $range and $hash are there',
    pass({ Output: ['{% $partition($range(1,5,2), 2) %}', "{% $hash('a','SHA-256') %}"] }),
    {},
    ok([[[1, 3], [5]], 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb']),
  ],
  [
    '$now is the clock',
    pass({ Output: "{% [$now(), $now('[Y]'), $millis()] %}" }),
    {},
    ok(['2026-01-05T01:00:00.000Z', '2026', 1767574800000]),
  ],
  ['$eval is not there', pass({ Output: "{% $eval('1') %}" }), {}, failed('States.QueryEvaluationError')],
  [
    'Choice takes the first rule that holds, with its own Output and Assign',
    {
      Choose: {
        Type: 'Choice',
        Choices: [
          { Condition: '{% $states.input.n > 5 %}', Next: 'Fail' },
          { Condition: '{% $states.input.n > 1 %}', Next: 'Show', Output: 'second', Assign: { rule: 2 } },
          { Condition: true, Next: 'Fail' },
        ],
      },
      Show: { Type: 'Succeed', Output: '{% $states.input & $string($rule) %}' },
      Fail: { Type: 'Fail' },
    },
    { n: 3 },
    ok('second2'),
  ],
  [
    'Choice without a rule takes Default, with the state’s Output and Assign',
    {
      Choose: {
        Type: 'Choice',
        Choices: [{ Condition: false, Next: 'Fail' }],
        Default: 'Show',
        Output: 'd',
        Assign: { v: 1 },
      },
      Show: { Type: 'Succeed', Output: '{% $states.input & $string($v) %}' },
      Fail: { Type: 'Fail' },
    },
    {},
    ok('d1'),
  ],
  [
    'Choice without Default fails when no rule holds',
    { Choose: { Type: 'Choice', Choices: [{ Condition: false, Next: 'Done' }] }, ...done },
    {},
    failed('States.NoChoiceMatched'),
  ],
  [
    'a Condition must be a boolean',
    { Choose: { Type: 'Choice', Choices: [{ Condition: '{% 1 %}', Next: 'Done' }] }, ...done },
    {},
    failed('States.QueryEvaluationError'),
  ],
  [
    'Wait that is over goes on at once',
    { Wait: { Type: 'Wait', Timestamp: '2020-01-01T00:00:00+08:00', Next: 'Done' }, ...done },
    1,
    ok(1),
  ],
  [
    'Wait refuses what is no instant',
    { Wait: { Type: 'Wait', Timestamp: "{% 'soon' %}", Next: 'Done' }, ...done },
    1,
    failed('States.QueryEvaluationError'),
  ],
  [
    'Wait refuses what is no number of seconds',
    { Wait: { Type: 'Wait', Seconds: '{% -1 %}', Next: 'Done' }, ...done },
    1,
    failed('States.QueryEvaluationError'),
  ],
  [
    'Succeed has an Output',
    { Done: { Type: 'Succeed', Output: { was: '{% $states.input %}' } } },
    7,
    ok({ was: 7 }),
  ],
  [
    'Fail has literal Error and Cause',
    { Fail: { Type: 'Fail', Error: 'Bad', Cause: 'because' } },
    {},
    failed('Bad', 'because'),
  ],
  [
    'Fail computes Error and Cause',
    { Fail: { Type: 'Fail', Error: '{% $states.input.e %}', Cause: "{% 'of ' & $states.input.e %}" } },
    { e: 'X' },
    failed('X', 'of X'),
  ],
  [
    'Task answers like the service',
    { Task: call('echo', { Output: '{% $states.result %}' }) },
    { a: 1 },
    ok({ Payload: { a: 1 }, StatusCode: 200 }),
  ],
  ['a function that returns nothing returns null', { Task: call('nothing') }, {}, ok(null)],
  [
    'what a function returns arrives as JSON',
    { Task: call('date') },
    {},
    ok({ at: '2026-01-01T00:00:00.000Z' }),
  ],
  [
    'a function’s error has its name and its cause as JSON',
    { Task: call('refuse') },
    {},
    failed('InputRefused', '{"errorType":"InputRefused","errorMessage":"改正后再来","trace":[]}'),
  ],
  [
    'a function nobody has is an error',
    { Task: call('none') },
    {},
    failed('Lambda.ResourceNotFoundException'),
  ],
  ['more than 256 KiB is not passed on', { Task: call('large') }, {}, failed('States.DataLimitExceeded')],
  [
    'Catch gets the error, with Output, Assign and variables',
    {
      Task: call('refuse', {
        Catch: [
          { ErrorEquals: ['Other'], Next: 'Done' },
          {
            ErrorEquals: ['States.ALL'],
            Next: 'Done',
            Assign: { e: '{% $states.errorOutput.Error %}' },
            Output: {
              why: '{% $parse($states.errorOutput.Cause).errorMessage %}',
              was: '{% $states.input %}',
            },
          },
        ],
      }),
      Done: { Type: 'Succeed', Output: '{% $merge([$states.input, {"e": $e}]) %}' },
    },
    1,
    ok({ why: '改正后再来', was: 1, e: 'InputRefused' }),
  ],
  [
    'Catch hands the error on by default',
    { Task: call('none', { Catch: [{ ErrorEquals: ['States.TaskFailed'], Next: 'Done' }] }), ...done },
    {},
    ok({ Error: 'Lambda.ResourceNotFoundException', Cause: "there is no function 'none'" }),
  ],
  [
    'a bad expression in a task can be caught',
    {
      Task: call('echo', {
        Output: '{% $nope.x %}',
        Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Done', Output: 'caught' }],
      }),
      ...done,
    },
    {},
    ok('caught'),
  ],
  [
    'a wildcard does not catch what is too large',
    { Task: call('large', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done' }] }), ...done },
    {},
    failed('States.DataLimitExceeded'),
  ],
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
  [
    'the context tells what runs',
    { Show: { Type: 'Succeed', Output: '{% $states.context %}' } },
    { i: 1 },
    ok({
      Execution: {
        Id: 'publication:one',
        Name: 'one',
        Input: { i: 1 },
        StartTime: '2026-01-05T01:00:00.000Z',
      },
      StateMachine: { Id: 'publication', Name: 'publication' },
      State: { Name: 'Show', EnteredTime: '2026-01-05T01:00:00.000Z', RetryCount: 0 },
    }),
  ],
];

const functions = {
  echo: async (input: unknown) => input,
  nothing: async () => undefined,
  date: async () => ({ at: new Date('2026-01-01'), gone: undefined }),
  refuse: async () => {
    throw named('InputRefused', '改正后再来');
  },
  large: async () => '公'.repeat(100_000),
};

describe('every state type', () => {
  it.each(table)('%s', async (_, states, input, expected) => {
    const { execute } = harness(machineOf(states), functions);
    expect(await execute(input)).toMatchObject(expected);
  });
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

it('passes every thrown thing on, even what is no error', async () => {
  const machine = machineOf({ Task: call('odd') });
  const { execute } = harness(machine, { odd: () => Promise.reject('text' as unknown as Error) });
  expect(await execute()).toMatchObject(failed('Error', expect.stringContaining('"errorMessage":"text"')));
});
