import { expect, it } from 'vitest';
import { failed, ok } from './support/expected.ts';
import { harness, machineOf } from './support/harness.ts';

const table: [unknown, Record<string, unknown>][] = [
  [['{% $partition($range(1,5,2), 2) %}'], ok([[[1, 3], [5]]])],
  ['{% $range(1, 5000, 1) %}', failed('States.QueryEvaluationError')],
  ['{% $partition([1], 0) %}', failed('States.QueryEvaluationError')],
  ["{% $hash('a','SHA-256') %}", ok('ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb')],
  ["{% $hash('a','CRC') %}", failed('States.QueryEvaluationError')],
  ["{% [$now(), $now('[Y]'), $millis()] %}", ok(['2026-01-05T01:00:00.000Z', '2026', 1767574800000])],
  ['{% $parse(\'{"a":[1]}\').a %}', ok([1])],
  ['{% $random() != $random() and $random(1) = $random(1) %}', ok(true)],
  [
    '{% $match($uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/).index %}',
    ok(0),
  ],
  ['{% $uuid() = $uuid() %}', ok(false)],
  ["{% $eval('1') %}", failed('States.QueryEvaluationError')],
];

it.each(table)('%j is evaluated as in the service', async (output, expected) => {
  const { execute } = harness(machineOf({ Show: { Type: 'Succeed', Output: output } }));
  expect(await execute()).toMatchObject(expected);
});
