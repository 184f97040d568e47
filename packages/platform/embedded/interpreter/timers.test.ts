import { describe, expect, it } from 'vitest';
import { call, harness, machineOf, named } from './support/harness.ts';

const instant = (at: number): string => new Date(at).toISOString();

describe('Wait', () => {
  it('lasts a year, and ends to the second', async () => {
    const machine = machineOf({
      Wait: { Type: 'Wait', Seconds: 31_536_000, Next: 'Done' },
      Done: { Type: 'Succeed' },
    });
    const { execute, workflow, clock, state } = harness(machine);
    const start = clock.at;
    await execute('kept');
    expect(workflow.nextDueAt()).toEqual(new Date(start + 31_536_000_000));
    clock.advance(31_535_999);
    await workflow.settle();
    expect(await state()).toMatchObject({ status: 'RUNNING' });
    clock.advance(1);
    await workflow.settle();
    expect(await state()).toMatchObject({
      status: 'SUCCEEDED',
      output: 'kept',
      stoppedAt: instant(clock.at),
    });
    expect(workflow.nextDueAt()).toBeUndefined();
  });

  it('takes its instant from the input', async () => {
    const machine = machineOf({ Wait: { Type: 'Wait', Timestamp: '{% $states.input.at %}', End: true } });
    const { execute, workflow } = harness(machine);
    await execute({ at: '2027-03-01T09:00:00+08:00' });
    expect(workflow.nextDueAt()).toEqual(new Date('2027-03-01T01:00:00Z'));
  });
});

describe('Retry', () => {
  const flaky = (errors: string[]) => {
    const times: number[] = [];
    return {
      times,
      functions: (clock: () => number) => ({
        async flaky() {
          times.push(clock());
          const error = errors.shift();
          if (error !== undefined) throw named(error);
          return 'done';
        },
      }),
    };
  };

  it('backs off up to its longest delay, then Catch takes over', async () => {
    const { times, functions } = flaky(Array.from({ length: 9 }, () => 'TryLater'));
    const machine = machineOf({
      Task: call('flaky', {
        Retry: [
          {
            ErrorEquals: ['TryLater'],
            IntervalSeconds: 60,
            BackoffRate: 2,
            MaxDelaySeconds: 150,
            MaxAttempts: 4,
            JitterStrategy: 'FULL',
          },
        ],
        Catch: [{ ErrorEquals: ['TryLater'], Next: 'Caught' }],
      }),
      Caught: { Type: 'Succeed', Output: '{% $states.input.Error %}' },
    });
    const place = harness(
      machine,
      functions(() => place.clock.at),
    );
    await place.execute();
    await place.next(4);
    expect(times.map((at) => (at - (times[0] ?? 0)) / 1_000)).toEqual([0, 60, 180, 330, 480]);
    expect(await place.state()).toMatchObject({ status: 'SUCCEEDED', output: 'TryLater' });
  });

  it('counts for each entry by itself and starts anew in the next state', async () => {
    const { times, functions } = flaky(['A', 'B', 'A', 'B', 'A']);
    const retry = [
      { ErrorEquals: ['A'], IntervalSeconds: 1, MaxAttempts: 2 },
      { ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 2 },
    ];
    const machine = machineOf({
      First: call('flaky', { Retry: retry, Next: 'Second' }),
      Second: call('flaky', { Retry: retry }),
    });
    const place = harness(
      machine,
      functions(() => place.clock.at),
    );
    await place.execute();
    await place.next(4);
    expect(times).toHaveLength(5);
    expect(await place.state()).toMatchObject({ status: 'FAILED', error: 'A' });
  });

  it('of nothing (MaxAttempts 0) goes to Catch at once', async () => {
    const { functions } = flaky(['A']);
    const machine = machineOf({
      Task: call('flaky', {
        Retry: [{ ErrorEquals: ['A'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }],
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
      }),
      Caught: { Type: 'Succeed', Output: 'caught' },
    });
    expect(
      await harness(
        machine,
        functions(() => 0),
      ).execute(),
    ).toMatchObject({ output: 'caught' });
  });
});

describe('time-outs', () => {
  it('give up a function that hangs; its late answer changes nothing', async () => {
    const hanging = Promise.withResolvers<string>();
    const started = Promise.withResolvers<void>();
    const machine = machineOf({
      Task: call('hang', {
        TimeoutSeconds: '{% $states.input.limit %}',
        Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }],
      }),
      Late: { Type: 'Succeed', Output: 'late' },
    });
    const { workflow, clock, state } = harness(machine, {
      hang() {
        started.resolve();
        return hanging.promise;
      },
    });
    await workflow.start('publication', 'one', { limit: 30 });
    const settled = workflow.settle();
    await started.promise;
    expect(workflow.nextDueAt()).toEqual(new Date(clock.at + 30_000));
    clock.advance(30);
    await settled;
    hanging.resolve('too late');
    await workflow.settle();
    expect(await state()).toMatchObject({ status: 'SUCCEEDED', output: 'late' });
  });

  it('of the execution end it wherever it is', async () => {
    const failures: unknown[] = [];
    const machine = machineOf(
      { Wait: { Type: 'Wait', Seconds: 1_000, Next: 'Done' }, Done: { Type: 'Succeed' } },
      { TimeoutSeconds: 60 },
    );
    const { execute, next, state, workflow } = harness(machine, {}, { onFailure: (f) => failures.push(f) });
    await execute();
    await next();
    expect(await state()).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
    expect(workflow.nextDueAt()).toBeUndefined();
    expect(failures).toMatchObject([
      { error: 'States.Timeout', execution: { machine: 'publication', name: 'one' } },
    ]);
  });
});
