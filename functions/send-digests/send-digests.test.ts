import { expect, it } from 'vitest';
import { entryKind, type Publication } from '@gongkai/domain/publication.ts';
import type { Topic } from '@gongkai/domain/subscription.ts';
import { createStore } from '@gongkai/platform/store.ts';
import { type MemoryDeps, memoryDeps } from '../../test/support/memory-deps.ts';
import { askToSubscribe, confirm } from '../shared/subscriptions.ts';
import { createSendDigests } from './send-digests.ts';

const site: Topic = { kind: 'site', id: 'site' };

/** Monday, nine in the morning by the clock of the county. */
function county() {
  const deps = memoryDeps('2026-03-02T01:00:00Z');
  const subscribe = async (email: string, topic: Topic = site) =>
    confirm(deps, await askToSubscribe(deps, email, topic));
  return { deps, subscribe, run: createSendDigests(deps) };
}

async function publish(deps: MemoryDeps, siteNumber: number, more: Partial<Publication> = {}): Promise<void> {
  const publication: Publication = {
    path: `documents/d${siteNumber}.html`,
    title: `关于第${siteNumber}次发放高龄津贴的通知`,
    documentNumber: null,
    indexNumber: `990101-${siteNumber}`,
    department: 'civil-affairs',
    column: 'policies',
    publishedAt: deps.clock.now().toISOString(),
    summary: '',
    siteNumber,
    columnNumber: siteNumber,
    departmentNumber: siteNumber,
    ...more,
  };
  await createStore(deps.table, entryKind).createOnce({
    kind: 'entry',
    id: `d${siteNumber}`,
    version: 0,
    publication,
  });
}

/** Titles by their numbers, one string a mail. */
const told = (deps: MemoryDeps): string[] =>
  deps.mails.map(
    (m) => `${m.to}: ${[...m.text.matchAll(/documents\/d(\d+)\./g)].map((f) => f[1]).join(' ')}`,
  );

it('sends one mail an address and day, however often it runs, and none before half past eight', async () => {
  const { deps, subscribe, run } = county();
  await subscribe('a@example.com');
  await subscribe('a@example.com', { kind: 'column', id: 'policies' });
  await publish(deps, 1);
  deps.setNow('2026-03-03T00:29:00Z');
  await run();
  await run();
  // Monday's window, opened at once because there was none.
  expect(deps.mails).toEqual([]);
  deps.setNow('2026-03-03T00:30:00Z');
  await run();
  await run();
  expect(told(deps)).toEqual(['a@example.com: 1']);
  expect(deps.mails[0]!.text.match(/subscribe\/stop\/[\w-]{43}\n/g)).toHaveLength(2);
  expect(deps.mails[0]!.unsubscribe).toMatch(/\/subscribe\/stop\/[\w-]{43}\.[\w-]{43}$/);
  expect(deps.mails[0]!.id).not.toContain('example.com');
});

it.each<[Topic, string[]]>([
  [site, ['r@example.com: 1 2 3']],
  [{ kind: 'column', id: 'budgets' }, ['r@example.com: 2']],
  [{ kind: 'department', id: 'finance' }, ['r@example.com: 2']],
  [{ kind: 'item', id: 'budgets-0a1b2c3d', name: '预算' }, ['r@example.com: 2']],
  [{ kind: 'item', id: 'budgets-99999999' }, []],
  [{ kind: 'word', id: '第3次' }, ['r@example.com: 3']],
  [{ kind: 'word', id: '没有的词' }, []],
])('tells who subscribed to %o of what belongs to it, and of nothing else', async (topic, expected) => {
  const { deps, subscribe, run } = county();
  await subscribe('r@example.com', topic);
  await publish(deps, 1);
  await publish(deps, 2, { column: 'budgets', department: 'finance', item: 'budgets-0a1b2c3d' });
  await publish(deps, 3);
  deps.setNow('2026-03-03T01:00:00Z');
  await run();
  expect(told(deps)).toEqual(expected);
});

it('says nothing of what was public before the subscription, and nothing on a day without news', async () => {
  const { deps, subscribe, run } = county();
  await publish(deps, 1);
  deps.setNow('2026-03-02T02:00:00Z');
  await subscribe('a@example.com');
  deps.setNow('2026-03-03T01:00:00Z');
  await run();
  expect(deps.mails).toEqual([]);
});

it('tells later of a number that was given before others and public after them, and only once', async () => {
  const { deps, subscribe, run } = county();
  await subscribe('a@example.com');
  await publish(deps, 1);
  await publish(deps, 3);
  deps.setNow('2026-03-03T01:00:00Z');
  await run();
  await publish(deps, 2);
  await publish(deps, 4);
  deps.setNow('2026-03-04T01:00:00Z');
  await run();
  deps.setNow('2026-03-05T01:00:00Z');
  await run();
  expect(told(deps)).toEqual(['a@example.com: 1 3', 'a@example.com: 2 4']);
});

it('repeats with the same window for who was not reached, and gives up the day after', async () => {
  const { deps, subscribe, run } = county();
  await subscribe('a@example.com');
  await subscribe('b@example.com');
  await publish(deps, 1);
  deps.setNow('2026-03-03T01:00:00Z');
  const { mail } = deps;
  let isDown = true;
  deps.mail = {
    send: async (message) => {
      if (isDown && message.to.startsWith('a@')) throw new Error('550');
      return mail.send(message);
    },
  };
  await expect(run()).rejects.toThrow('1 mails to subscribers');
  await publish(deps, 2);
  isDown = false;
  await run();
  expect(told(deps).toSorted()).toEqual(['a@example.com: 1', 'b@example.com: 1']);

  isDown = true;
  deps.setNow('2026-03-04T01:00:00Z');
  await expect(run()).rejects.toThrow('1 mails to subscribers');
  await publish(deps, 3);
  deps.setNow('2026-03-05T01:00:00Z');
  isDown = false;
  await run();
  expect(told(deps).filter((line) => line.startsWith('b@'))).toEqual([
    'b@example.com: 1',
    'b@example.com: 2',
    'b@example.com: 3',
  ]);
});

it('writes a title as one line, whatever is in it', async () => {
  const { deps, subscribe, run } = county();
  await subscribe('a@example.com');
  await publish(deps, 1, { title: '通知\r\n\r\n【已撤下】\u2028请打开 http://evil.example' });
  deps.setNow('2026-03-03T01:00:00Z');
  await run();
  const lines = deps.mails[0]!.text.split('\n');
  expect(lines.find((l) => l.includes('evil'))).toContain('通知');
  expect(lines).not.toContain('【已撤下】');
});
