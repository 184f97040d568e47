import { expect, it } from 'vitest';
import { createLinks, hashOf } from '@gongkai/platform/links.ts';
import { settle } from '../../test/support/in-review.ts';
import { memoryDeps } from '../../test/support/memory-deps.ts';
import { tasks } from '../shared/stores.ts';
import { remindAndEscalate } from './remind-and-escalate.ts';

it('after the link key was rotated a reminder mails a link that opens the task, and the old one no longer does', async () => {
  const deps = memoryDeps('2026-03-03T01:00:00Z');
  const { task, opaque } = await settle(deps, 'secrecy-review', { mailed: ['secrecy'] });
  const old = opaque('secrecy');
  await remindAndEscalate({ ...deps, links: createLinks(new Uint8Array(32).fill(9)) });

  const mailed = /\/t\/[^/]+\/([\w-]{43})/.exec(deps.mails[0]!.text)![1]!;
  expect(mailed).not.toBe(old);
  const { links } = await tasks(deps.table).need(task.id);
  expect(links).toEqual([{ person: 'secrecy', hash: hashOf(mailed) }]);
});

it('with the same key the link stays the same', async () => {
  const deps = memoryDeps('2026-03-03T01:00:00Z');
  const { task } = await settle(deps, 'secrecy-review', { mailed: ['secrecy'] });
  await remindAndEscalate(deps);
  expect(deps.mails).toHaveLength(1);
  expect((await tasks(deps.table).need(task.id)).links).toEqual(task.links);
});
