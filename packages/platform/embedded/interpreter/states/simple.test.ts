import { expect, it } from 'vitest';
import { done, failed, ok, type Row } from '../support/expected.ts';
import { harness, machineOf, type States } from '../support/harness.ts';

const pass = (fields: Record<string, unknown>): States => ({
  Pass: { Type: 'Pass', End: true, ...fields },
});

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

it.each(table)('%s', async (_, states, input, expected) => {
  const { execute } = harness(machineOf(states));
  expect(await execute(input)).toMatchObject(expected);
});
