import { describe, expect, it } from 'vitest';
import { call, FakeClock, harness, machineOf, named } from './support/harness.ts';

const echo = { echo: async (input: unknown) => input };
const one = machineOf({ Task: call('echo', { Next: 'End' }), End: { Type: 'Succeed' } });

describe('start', () => {
  it('starts once per name, whatever the input, even after the end', async () => {
    const { workflow, state } = harness(one, echo);
    expect(await workflow.start('publication', 'one', 1)).toBe('started');
    expect(await workflow.start('publication', 'one', 2)).toBe('already-started');
    await workflow.settle();
    expect(await workflow.start('publication', 'one', 3)).toBe('already-started');
    expect(await workflow.start('withdrawal', 'one', 4)).toBe('started');
    expect(await state()).toMatchObject({ status: 'SUCCEEDED', output: 1 });
  });

  it.each(['', '文号', 'a b', 'x'.repeat(81)])('refuses the name “%s”', async (name) => {
    await expect(harness(one).workflow.start('publication', name, {})).rejects.toThrow(RangeError);
  });

  it('refuses more than 256 KiB of input', async () => {
    const { workflow } = harness(one);
    await expect(workflow.start('publication', 'one', 'x'.repeat(262_143))).rejects.toThrow('DataLimit');
    expect(await workflow.describe('publication', 'one')).toBeUndefined();
  });
});

describe('what ran', () => {
  it('is listed newest first, by status, page by page, without outputs', async () => {
    const { workflow } = harness(machineOf({ Task: call('odd') }), {
      async odd(n) {
        if ((n as number) % 2 === 1) throw named('Odd');
      },
    });
    for (let n = 0; n < 7; n++) await workflow.start('publication', `e${n}`, n);
    await workflow.settle();
    const first = await workflow.list('publication', { limit: 4 });
    expect(first.items.map((item) => item.name)).toEqual(['e6', 'e5', 'e4', 'e3']);
    const second = await workflow.list('publication', { limit: 4, after: first.next ?? '' });
    expect(second.items.map((item) => item.name)).toEqual(['e2', 'e1', 'e0']);
    expect(second.next).toBeUndefined();
    const failed = await workflow.list('publication', { status: 'FAILED', limit: 9 });
    expect(failed.items.map((item) => [item.name, item.error])).toEqual([
      ['e5', 'Odd'],
      ['e3', 'Odd'],
      ['e1', 'Odd'],
    ]);
    expect(failed.items[0]).not.toHaveProperty('output');
  });

  it('leaves a bounded trail with times', async () => {
    const machine = machineOf({
      Count: { Type: 'Pass', Output: '{% $states.input + 1 %}', Next: 'Enough?' },
      'Enough?': {
        Type: 'Choice',
        Choices: [{ Condition: '{% $states.input < 400 %}', Next: 'Count' }],
        Default: 'End',
      },
      End: { Type: 'Succeed' },
    });
    const { execute, workflow, db } = harness(machine);
    await execute(0);
    const trail = workflow.history('publication', 'one');
    expect(trail).toHaveLength(500);
    expect(trail.at(-1)).toEqual({ state: 'End', at: '2026-01-05T01:00:00.000Z' });
    const { n } = db.prepare('SELECT COUNT(*) AS n FROM workflow_trail').get() as { n: number };
    expect(n).toBeLessThan(600);
  });

  it('is forgotten by prune when it stopped before, with its trail and its definition', async () => {
    const { execute, workflow, clock, db, state } = harness(one, echo);
    await execute({}, 'old');
    clock.advance(100);
    const until = clock.now();
    await execute({}, 'new');
    expect(workflow.prune(until)).toBe(1);
    expect(await state('old')).toBeUndefined();
    expect(workflow.history('publication', 'old')).toEqual([]);
    expect(await state('new')).toMatchObject({ status: 'SUCCEEDED' });
    expect(db.prepare('SELECT COUNT(*) AS n FROM workflow_definitions').get()).toEqual({ n: 2 });
    expect(await execute({}, 'old')).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('is told to onFailure once, and a broken listener stops nothing', async () => {
    const told: unknown[] = [];
    const machine = machineOf({ Bad: { Type: 'Fail', Error: 'E', Cause: 'c' } });
    const { execute, workflow } = harness(
      machine,
      {},
      {
        onFailure(failure) {
          told.push(failure);
          throw new Error('broken listener');
        },
      },
    );
    await execute();
    await workflow.settle();
    expect(told).toEqual([{ error: 'E', cause: 'c', execution: { machine: 'publication', name: 'one' } }]);
  });
});

describe('the loop', () => {
  it('takes up new work of this process at once and that of others by polling', async () => {
    const ended = Promise.withResolvers<void>();
    const seen: unknown[] = [];
    const watch = {
      async echo(input: unknown) {
        seen.push(input);
        if (seen.length === 2) ended.resolve();
      },
    };
    const { workflow, db, clock } = harness(machineOf({ Task: call('echo') }), watch);
    workflow.run();
    await workflow.start('publication', 'mine', 'mine');
    const other = harness(machineOf({ Task: call('echo') }), {}, { db, clock });
    await other.workflow.start('publication', 'other', 'other');
    await ended.promise;
    await workflow.stop();
    expect(seen).toEqual(['mine', 'other']);
  });

  it('runs no more threads at a time than it may, in the order of their starts', async () => {
    let now = 0;
    let most = 0;
    const order: unknown[] = [];
    const { workflow } = harness(
      one,
      {
        async echo(input) {
          order.push(input);
          most = Math.max(most, ++now);
          await new Promise((resolve) => setImmediate(resolve));
          now--;
        },
      },
      { concurrency: 4 },
    );
    const names = Array.from({ length: 30 }, (_, n) => n);
    for (const n of names) await workflow.start('publication', `e${n}`, n);
    await workflow.settle();
    expect(most).toBe(4);
    expect(order).toEqual(names);
  });

  it('stops after the step it is in and goes on later', async () => {
    const called = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const { workflow, state } = harness(one, {
      async echo(input) {
        called.resolve();
        await release.promise;
        return input;
      },
    });
    workflow.run();
    await workflow.start('publication', 'one', 'kept');
    await called.promise;
    const stopped = workflow.stop();
    release.resolve();
    await stopped;
    expect(workflow.history('publication', 'one').map((entry) => entry.state)).toEqual(['Task', 'End']);
    expect(await state()).toMatchObject({ status: 'RUNNING' });
    await workflow.settle();
    expect(await state()).toMatchObject({ status: 'SUCCEEDED', output: 'kept' });
  });

  it('tells a fault of the place, and goes on when it is over', async () => {
    const told: unknown[] = [];
    const place = harness(one, echo, { onFailure: (failure) => told.push(failure) });
    await place.workflow.start('publication', 'one', 'kept');
    place.db.exec(`CREATE TRIGGER full BEFORE UPDATE ON workflow_frames
      BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
    await expect(place.workflow.settle()).rejects.toThrow('disk full');
    expect(told).toMatchObject([{ error: 'States.Runtime', cause: expect.stringContaining('disk full') }]);
    place.db.exec('DROP TRIGGER full');
    await place.workflow.settle();
    expect(await place.state()).toMatchObject({ status: 'SUCCEEDED', output: 'kept' });
  });

  it('knows nothing due when nothing runs', () => {
    expect(harness(one, echo, { clock: new FakeClock() }).workflow.nextDueAt()).toBeUndefined();
  });
});
