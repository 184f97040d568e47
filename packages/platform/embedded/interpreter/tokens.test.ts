import { describe, expect, it } from 'vitest';
import { TokenClosed } from '../../ports.ts';
import { ask, harness, machineOf, named } from './support/harness.ts';

const asking = machineOf({
  Ask: ask('mail', {
    TimeoutSeconds: 3_600,
    Assign: { answered: '{% $states.result.by %}' },
    Catch: [
      { ErrorEquals: ['States.Timeout'], Next: 'Late' },
      { ErrorEquals: ['Refused'], Next: 'Late', Output: '{% $states.errorOutput %}' },
    ],
    Next: 'Show',
  }),
  Show: { Type: 'Succeed', Output: { result: '{% $states.input %}', by: '{% $answered %}' } },
  Late: { Type: 'Succeed', Output: { late: '{% $states.input.Error %}' } },
});

/** The function notes its tokens. */
function mailing(machine = asking) {
  const tokens: string[] = [];
  const place = harness(machine, {
    async mail(input) {
      tokens.push((input as { token: string }).token);
    },
  });
  const first = async (): Promise<string> => {
    await place.execute();
    return tokens[0] ?? '';
  };
  return { ...place, tokens, first };
}

describe('a task with a token', () => {
  it('waits, and goes on with the answer', async () => {
    const { first, workflow, state } = mailing();
    const token = await first();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await state()).toMatchObject({ status: 'RUNNING' });
    await workflow.succeed(token, { by: 'office' });
    await workflow.settle();
    expect(await state()).toMatchObject({ output: { result: { by: 'office' }, by: 'office' } });
  });

  it('can be failed, and the failure caught by its name', async () => {
    const { first, workflow, state } = mailing();
    await workflow.fail(await first(), 'Refused', 'no');
    await workflow.settle();
    expect(await state()).toMatchObject({ output: { late: 'Refused' } });
  });

  it('times out by the clock, and the token is closed from that instant', async () => {
    const { first, workflow, clock, state } = mailing();
    const token = await first();
    expect(workflow.nextDueAt()).toEqual(new Date(clock.at + 3_600_000));
    clock.advance(3_599);
    await workflow.settle();
    expect(await state()).toMatchObject({ status: 'RUNNING' });
    clock.advance(1);
    await expect(workflow.succeed(token, {})).rejects.toThrow(TokenClosed);
    await workflow.settle();
    expect(await state()).toMatchObject({ output: { late: 'States.Timeout' } });
    await expect(workflow.succeed(token, {})).rejects.toThrow(TokenClosed);
  });

  it('goes by its heartbeat when that is shorter', async () => {
    const machine = machineOf({ Ask: ask('mail', { HeartbeatSeconds: 60, TimeoutSeconds: 3_600 }) });
    const { first, next, state } = mailing(machine);
    await first();
    await next();
    expect(await state()).toMatchObject({ status: 'FAILED', error: 'States.HeartbeatTimeout' });
  });

  it('is asked again with a new token by Retry; the old token is closed', async () => {
    const retrying = ask('mail', { Retry: [{ ErrorEquals: ['Again'], IntervalSeconds: 10 }] });
    const { first, workflow, next, tokens, state } = mailing(machineOf({ Ask: retrying }));
    const token = await first();
    await workflow.fail(token, 'Again', '');
    await workflow.settle();
    await next();
    expect(tokens).toHaveLength(2);
    expect(tokens[1]).not.toBe(token);
    await expect(workflow.succeed(token, {})).rejects.toThrow(TokenClosed);
    await workflow.succeed(tokens[1] ?? '', 'second');
    await workflow.settle();
    expect(await state()).toMatchObject({ output: 'second' });
  });
});

describe('an answer', () => {
  it('counts once', async () => {
    const { first, workflow, state } = mailing();
    const token = await first();
    await workflow.succeed(token, { by: 'a' });
    await expect(workflow.succeed(token, { by: 'b' })).rejects.toThrow(TokenClosed);
    await expect(workflow.fail(token, 'Refused', '')).rejects.toThrow(TokenClosed);
    await workflow.settle();
    expect(await state()).toMatchObject({ output: { by: 'a' } });
  });

  it('with a token nobody drew is refused', async () => {
    const { workflow } = mailing();
    await expect(workflow.succeed('nothing', {})).rejects.toThrow(TokenClosed);
  });

  it('of more than 256 KiB is refused and leaves the token open', async () => {
    const { first, workflow } = mailing();
    const token = await first();
    await expect(workflow.succeed(token, '公'.repeat(100_000))).rejects.toThrow('States.DataLimitExceeded');
    await workflow.succeed(token, { by: 'a' });
  });

  it('while the function is still at work counts, whatever the function does afterwards', async () => {
    for (const after of [async () => 'ignored', () => Promise.reject(named('Ignored'))]) {
      const place = harness(asking, {
        async mail(input) {
          await place.workflow.succeed((input as { token: string }).token, { by: 'fast' });
          return after();
        },
      });
      expect(await place.execute()).toMatchObject({ output: { by: 'fast' } });
    }
  });

  it('may come long after a new definition is in use', async () => {
    const { first, workflow, db, clock } = mailing();
    const token = await first();
    await workflow.stop();
    const renewed = harness(machineOf({ New: { Type: 'Succeed', Output: 'new' } }), {}, { db, clock });
    await renewed.workflow.succeed(token, { by: 'old' });
    await renewed.workflow.settle();
    expect(await renewed.state()).toMatchObject({ output: { by: 'old' } });
    expect(await renewed.execute({}, 'two')).toMatchObject({ output: 'new' });
  });
});
