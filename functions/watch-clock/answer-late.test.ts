import { beforeEach, expect, it } from 'vitest';
import { documentItem, taskItem } from '../../test/support/in-review.ts';
import { type MemoryDeps, memoryDeps } from '../../test/support/memory-deps.ts';
import { documents, sweeps, tasks } from '../shared/stores.ts';
import { answerLate } from './answer-late.ts';

let deps: MemoryDeps;
beforeEach(async () => {
  deps = memoryDeps('2026-03-02T02:00:00Z');
  await documents(deps.table).createOnce(documentItem());
});

const decideAt = (closedAt: string, token: string, subject = 'd1') =>
  tasks(deps.table).createOnce(
    taskItem('secrecy-review', {
      id: token,
      state: 'decided',
      subject,
      token,
      closedAt,
      decision: {
        outcome: 'approve',
        actor: { id: 'secrecy', name: '王保密', role: 'secrecy-officer' },
        at: closedAt,
        contentHash: 'h',
      },
    }),
  );
const told = () => deps.answers.map((a) => a.token);
const upTo = async () => (await sweeps(deps.table).get('answers'))?.upTo;

it('tells every closed task, and leaves behind those it has told once they are a while old', async () => {
  await decideAt('2026-03-02T01:30:00.000Z', 'old');
  await decideAt('2026-03-02T01:59:00.000Z', 'new');
  await answerLate(deps);
  expect(told()).toEqual(['old', 'new']);
  expect(await upTo()).toBe('2026-03-02T01:30:00.000Z#old');
});

it('finds what was written a moment later with an earlier time', async () => {
  await decideAt('2026-03-02T01:59:00.000Z', 'quick');
  await answerLate(deps);
  await decideAt('2026-03-02T01:58:00.000Z', 'slow');
  await answerLate(deps);
  expect(told()).toEqual(['quick', 'slow']);
});

it('tells the others when one cannot be told, and begins with that one again', async () => {
  await decideAt('2026-03-02T01:30:00.000Z', 'before');
  await decideAt('2026-03-02T01:31:00.000Z', 'poisoned', 'd2');
  await decideAt('2026-03-02T01:32:00.000Z', 'after');
  await expect(answerLate(deps)).rejects.toThrow('d2');
  expect(told()).toEqual(['before', 'after']);
  expect(await upTo()).toBe('2026-03-02T01:30:00.000Z#before');

  await documents(deps.table).createOnce(documentItem({ id: 'd2' }));
  await answerLate(deps);
  expect(told()).toEqual(['before', 'after', 'poisoned']);
  expect(await upTo()).toBe('2026-03-02T01:32:00.000Z#after');
});
