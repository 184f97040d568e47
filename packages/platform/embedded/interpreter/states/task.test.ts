import { expect, it } from 'vitest';
import { done, failed, ok, type Row } from '../support/expected.ts';
import { call, harness, machineOf, named } from '../support/harness.ts';

const table: Row[] = [
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

it.each(table)('%s', async (_, states, input, expected) => {
  const { execute } = harness(machineOf(states), functions);
  expect(await execute(input)).toMatchObject(expected);
});

it('passes every thrown thing on, even what is no error', async () => {
  const machine = machineOf({ Task: call('odd') });
  const { execute } = harness(machine, { odd: () => Promise.reject('text') });
  expect(await execute()).toMatchObject(failed('Error', expect.stringContaining('"errorMessage":"text"')));
});
