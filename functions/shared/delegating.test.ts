import { InputRefused, NotAllowed, WrongState } from '@gongkai/domain/errors.ts';
import { hashOf } from '@gongkai/platform/links.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { settle } from '../../test/support/in-review.ts';
import { type MemoryDeps, memoryDeps } from '../../test/support/memory-deps.ts';
import { decideTask } from './decide.ts';
import { delegateTask, possibleDelegates, resendLinks } from './delegating.ts';
import { loadOrganisation } from './organisation.ts';

let deps: MemoryDeps;
beforeEach(() => {
  deps = memoryDeps();
});

describe('delegating a task', () => {
  it('records both names, mails the delegate a link of their own and lets them decide', async () => {
    const { person, task, opaque } = await settle(deps, 'confirm-attribute', { mailed: ['head'] });
    const delegated = await delegateTask(deps, { taskId: task.id, by: person('head'), to: 'secrecy' });
    expect(delegated.delegatedTo).toEqual({ person: 'secrecy', by: 'head' });
    expect(delegated.history.at(-1)).toMatchObject({
      action: 'delegated',
      actor: { id: 'head' },
      reason: '委托赵保密办理',
    });
    expect(deps.mails).toHaveLength(1);
    expect(deps.mails[0]).toMatchObject({ to: 'secrecy@county.test' });
    expect(deps.mails[0]!.text).toContain('李局长委托您办理一项任务：确认公开属性');
    expect(deps.mails[0]!.text).toContain(`/portal/t/${task.id}/${opaque('secrecy')}`);
    expect(delegated.links.map((l) => l.hash)).toContain(hashOf(opaque('secrecy')));

    const { task: decided } = await decideTask(deps, {
      taskId: task.id,
      person: person('secrecy'),
      outcome: 'approve',
      contentHash: task.contentHash,
    });
    expect(decided.decision?.actor).toMatchObject({ id: 'secrecy', onBehalfOf: 'head' });
  });

  it('repeated mails nobody twice', async () => {
    const { person, task } = await settle(deps, 'confirm-attribute');
    const ask = { taskId: task.id, by: person('head'), to: 'secrecy' };
    const first = await delegateTask(deps, ask);
    expect((await delegateTask(deps, ask)).version).toBe(first.version);
    expect(deps.mails).toHaveLength(1);
  });

  it('offers colleagues of the department, never the author', async () => {
    const { person, task, document } = await settle(deps, 'confirm-attribute');
    const offered = possibleDelegates(task, document, person('head'), await loadOrganisation(deps));
    expect(offered.map((m) => m.person.id)).toEqual(['vice-head', 'secrecy']);
  });

  it.each(['clerk', 'stranger', 'nobody'])('to %s is refused', async (to) => {
    const { person, task } = await settle(deps, 'confirm-attribute');
    await expect(delegateTask(deps, { taskId: task.id, by: person('head'), to })).rejects.toThrow(
      InputRefused,
    );
  });

  it('is not for somebody without the task, nor for a delegate', async () => {
    const { person, task } = await settle(deps, 'confirm-attribute');
    await expect(
      delegateTask(deps, { taskId: task.id, by: person('stranger'), to: 'secrecy' }),
    ).rejects.toThrow(NotAllowed);
    await delegateTask(deps, { taskId: task.id, by: person('head'), to: 'secrecy' });
    await expect(
      delegateTask(deps, { taskId: task.id, by: person('secrecy'), to: 'vice-head' }),
    ).rejects.toThrow('不能再委托');
  });

  it('is over once the task is decided', async () => {
    const { person, task } = await settle(deps, 'confirm-attribute', { task: { state: 'cancelled' } });
    await expect(delegateTask(deps, { taskId: task.id, by: person('head'), to: 'secrecy' })).rejects.toThrow(
      WrongState,
    );
  });
});

describe('sending links again', () => {
  it('kills the old link and mails a new one', async () => {
    const { person, task, opaque } = await settle(deps, 'confirm-attribute', { mailed: ['head'] });
    const renewed = await resendLinks(deps, { taskId: task.id, by: person('editor') });
    expect(renewed.links.map((l) => l.hash)).not.toContain(hashOf(opaque('head')));
    const link = /\/portal\/t\/[^/]+\/(\S+)/.exec(deps.mails[0]!.text)?.[1] ?? '';
    expect(renewed.links).toEqual([{ person: 'head', hash: hashOf(link) }]);
  });

  it('is for the county office', async () => {
    const { person, task } = await settle(deps, 'confirm-attribute', { mailed: ['head'] });
    await expect(resendLinks(deps, { taskId: task.id, by: person('head') })).rejects.toThrow(NotAllowed);
  });
});
