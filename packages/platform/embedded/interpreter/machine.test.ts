import { describe, expect, it } from 'vitest';
import { loadMachine, UnsupportedDefinition } from './machine.ts';
import { call, machineOf, type States } from './support/harness.ts';

const refused: [string, States, RegExp][] = [
  ['an unknown type', { Odd: { Type: 'Dance' } }, /state 'Odd'.*Type/s],
  ['an unknown field', { Odd: { Type: 'Pass', Result: 1, End: true } }, /state 'Odd'.*Result/s],
  ['JSONPath', { Odd: { Type: 'Pass', QueryLanguage: 'JSONPath', End: true } }, /state 'Odd'/],
  [
    'another service',
    { Odd: call('f', { Resource: 'arn:aws:states:::sqs:sendMessage' }) },
    /state 'Odd'.*Resource/s,
  ],
  [
    'arguments the place cannot honour',
    { Odd: call('f', { Arguments: { FunctionName: 'f', Qualifier: '1' } }) },
    /state 'Odd'.*Qualifier/s,
  ],
  ['a lost Next', { Odd: { Type: 'Pass', Next: 'Gone' } }, /state 'Odd'.*'Gone'/],
  [
    'a lost catcher',
    { Odd: call('f', { Catch: [{ ErrorEquals: ['A'], Next: 'Gone' }] }) },
    /state 'Odd'.*'Gone'/,
  ],
  ['neither Next nor End', { Odd: { Type: 'Pass' } }, /state 'Odd'.*Next or End/],
  ['both Next and End', { Odd: { Type: 'Pass', Next: 'Odd', End: true } }, /state 'Odd'.*Next or End/],
  ['a Wait for nothing', { Odd: { Type: 'Wait', End: true } }, /state 'Odd'.*Seconds or Timestamp/s],
  ['broken JSONata', { Odd: { Type: 'Succeed', Output: { deep: '{% ( %}' } } }, /state 'Odd'.*not JSONata/],
  [
    'a reserved variable',
    { Odd: { Type: 'Pass', Assign: { states: 1 }, End: true } },
    /state 'Odd'.*reserved/s,
  ],
  [
    'a distributed Map',
    {
      Odd: {
        Type: 'Map',
        End: true,
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED' },
          StartAt: 'In',
          States: { In: { Type: 'Succeed' } },
        },
      },
    },
    /state 'Odd'.*Mode/s,
  ],
  [
    'something unknown inside a branch',
    {
      Both: {
        Type: 'Parallel',
        End: true,
        Branches: [{ StartAt: 'In', States: { In: { Type: 'Succeed', InputPath: '$' } } }],
      },
    },
    /state 'In'.*InputPath/s,
  ],
  [
    'a way out of a branch',
    {
      Both: {
        Type: 'Parallel',
        End: true,
        Branches: [{ StartAt: 'In', States: { In: { Type: 'Pass', Next: 'Both' } } }],
      },
    },
    /state 'In'.*'Both'/,
  ],
];

describe('loading a definition', () => {
  it.each(refused)('refuses %s by the name of the state', (_, states, message) => {
    expect(() => loadMachine(machineOf(states))).toThrow(UnsupportedDefinition);
    expect(() => loadMachine(machineOf(states))).toThrow(message);
  });

  it('refuses what is no machine', () => {
    expect(() => loadMachine({ StartAt: 'A' })).toThrow(/the machine.*States/s);
    expect(() => loadMachine(machineOf({ A: { Type: 'Succeed' } }, { StartAt: 'B' }))).toThrow(/'B'/);
    expect(() => loadMachine({ StartAt: 'A', States: { A: { Type: 'Succeed' } } })).toThrow(/JSONata/);
  });

  it('takes JSONata state by state, and any partition of the cloud', () => {
    const state = call('f', { QueryLanguage: 'JSONata', Resource: 'arn:aws:states:::lambda:invoke' });
    const machine = loadMachine({ StartAt: 'A', States: { A: state }, TimeoutSeconds: 5, Comment: 'c' });
    expect(machine.startOf('')).toBe('A');
    expect(machine.timeoutSeconds).toBe(5);
  });
});
