import { describe, expect, it } from 'vitest';
import type { Mail } from '@gongkai/platform/ports.ts';
import { settle } from '../../test/support/in-review.ts';
import { type MemoryDeps, memoryDeps } from '../../test/support/memory-deps.ts';
import { departments } from '../shared/organisation.ts';
import { tasks } from '../shared/stores.ts';
import { handOnTasks } from './hand-on-tasks.ts';
import { remindAndEscalate } from './remind-and-escalate.ts';
import { createWatchClock } from './watch-clock.ts';

/** A mail server that will not take mail for one address, whatever happens. */
const refusing = (deps: MemoryDeps, address: string): Mail => ({
  send: async (message) => {
    if (message.to === address) throw new Error(`${address} refused`);
    await deps.mail.send(message);
  },
});
const remindersOf = async (deps: MemoryDeps, id: string) => (await tasks(deps.table).need(id)).remindersSent;

describe('one that always fails', () => {
  it('keeps no reminder from the others', async () => {
    const deps = memoryDeps('2026-03-03T01:00:00Z');
    const { task } = await settle(deps, 'secrecy-review', { mailed: ['head'] });
    const other = { ...task, version: 0, id: 'd1-1-secrecy-review-2', links: [] };
    await tasks(deps.table).createOnce(other);
    await expect(remindAndEscalate({ ...deps, mail: refusing(deps, 'head@county.test') })).rejects.toThrow(
      'refused',
    );
    expect(await remindersOf(deps, task.id)).toBe(0);
    expect(await remindersOf(deps, other.id)).toBe(1);
  });

  it('keeps no other task from being handed on, and is tried again', async () => {
    const deps = memoryDeps();
    const { task } = await settle(deps, 'secrecy-review', { mailed: ['secrecy'] });
    await tasks(deps.table).createOnce({ ...task, version: 0, id: 'd1-1-secrecy-review-2' });
    await departments(deps.table).update('civil-affairs', (d) => ({
      ...d,
      people: d.people.filter((p) => p.id !== 'secrecy'),
    }));
    const mail = refusing(deps, 'editor@county.test');
    await expect(handOnTasks({ ...deps, mail })).rejects.toThrow('refused');
    for (const id of [task.id, 'd1-1-secrecy-review-2'])
      expect((await tasks(deps.table).need(id)).links.map((l) => l.person)).toEqual(['editor', 'editor-two']);
    await handOnTasks(deps);
    expect(deps.mails.map((m) => m.to).sort()).toEqual([
      'editor-two@county.test',
      'editor-two@county.test',
      'editor@county.test',
      'editor@county.test',
    ]);
  });

  it('keeps no other part of the sweep from its work', async () => {
    const deps = memoryDeps('2026-03-03T01:00:00Z');
    const { task } = await settle(deps, 'secrecy-review', { mailed: ['secrecy'] });
    deps.workflowIs('down');
    await tasks(deps.table).createOnce({
      ...task,
      version: 0,
      id: 'd1-1-secrecy-review-2',
      state: 'decided',
      token: 'waits',
      closedAt: '2026-03-02T01:00:00.000Z',
      decision: {
        outcome: 'approve',
        actor: { id: 'secrecy', name: '赵保密', role: 'secrecy-officer' },
        at: '2026-03-02T01:00:00.000Z',
        contentHash: task.contentHash,
      },
    });
    await expect(createWatchClock(deps)()).rejects.toThrow('unreachable');
    expect(await remindersOf(deps, task.id)).toBe(1);
  });
});
