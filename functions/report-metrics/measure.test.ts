import { describe, expect, it } from 'vitest';
import type { Publication } from '@gongkai/domain/publication.ts';
import { taskItem } from '../../test/support/in-review.ts';
import { memoryDeps } from '../../test/support/memory-deps.ts';
import { enterLists, leaveLists } from '../shared/lists.ts';
import { entries, tasks } from '../shared/stores.ts';
import { answerLate } from '../watch-clock/answer-late.ts';
import { measure } from './measure.ts';

const publication = (n: number): Publication => ({
  path: `documents/d${n}.html`,
  title: '通知',
  documentNumber: null,
  indexNumber: `990101-MZJ-2026-${n}`,
  department: 'civil-affairs',
  column: 'policy-documents',
  publishedAt: `2026-03-02T00:0${n}:00.000Z`,
  summary: '',
  siteNumber: n,
  columnNumber: n,
  departmentNumber: n,
});

describe('the age of the oldest waiting task', () => {
  it('is counted for every kind from when the task was opened, whatever is to be reminded first', async () => {
    const deps = memoryDeps('2026-03-10T00:00:00Z');
    const store = tasks(deps.table);
    const open = (kind: 'secrecy-review' | 'interpret', createdAt: string, attentionAt: string, id: string) =>
      store.createOnce(taskItem(kind, { id, createdAt, attentionAt }));
    await open(
      'secrecy-review',
      '2026-03-09T00:00:00.000Z',
      '2026-03-10T01:00:00.000Z',
      'd2-1-secrecy-review-1',
    );
    await open(
      'secrecy-review',
      '2026-03-03T00:00:00.000Z',
      '2026-03-16T01:00:00.000Z',
      'd1-1-secrecy-review-1',
    );
    await open('interpret', '2026-03-09T23:00:00.000Z', '2026-03-11T01:00:00.000Z', 'd3-1-interpret-1');
    const figures = await measure(deps);
    expect(figures).toMatchObject({ tasksOpen: 3, partial: false });
    expect(figures.oldestWaitingTask).toMatchObject({
      'secrecy-review': 7 * 86_400,
      interpret: 3600,
      reassess: 0,
    });
  });

  it('says so when more tasks are open than it looks at', async () => {
    const deps = memoryDeps();
    for (let i = 0; i <= 1000; i++)
      await tasks(deps.table).createOnce(taskItem('reassess', { id: `d${i}-1-reassess-1` }));
    expect(await measure(deps)).toMatchObject({ tasksOpen: 1000, partial: true });
  });
});

describe('overdue and unanswered tasks', () => {
  it('a task is overdue from the day after its date, by Beijing time', async () => {
    const deps = memoryDeps('2026-03-05T15:59:00Z');
    await tasks(deps.table).createOnce(taskItem('secrecy-review'));
    expect((await measure(deps)).tasksOverdue).toBe(0);
    deps.setNow('2026-03-05T16:00:00Z');
    expect((await measure(deps)).tasksOverdue).toBe(1);
  });

  it('a decision counts when no sweep has come by for half an hour, and no more after it', async () => {
    const deps = memoryDeps('2026-03-02T02:29:00Z');
    const closedAt = '2026-03-02T02:00:00.000Z';
    await tasks(deps.table).createOnce(
      taskItem('secrecy-review', { state: 'decided', token: 't', closedAt }),
    );
    expect((await measure(deps)).tasksUnanswered).toBe(0);
    deps.setNow('2026-03-02T02:31:00Z');
    expect((await measure(deps)).tasksUnanswered).toBe(1);
    await answerLate(deps);
    expect((await measure(deps)).tasksUnanswered).toBe(0);
  });
});

describe('the feed', () => {
  it('is behind from the publication on until it begins with it', async () => {
    const deps = memoryDeps('2026-03-02T00:31:00Z');
    expect((await measure(deps)).feedBehind).toBe(0);
    await entries(deps.table).createOnce({
      kind: 'entry',
      id: 'd1',
      version: 0,
      publication: publication(1),
    });
    expect((await measure(deps)).feedBehind).toBe(1800);
    await enterLists(deps, 'd1', publication(1));
    expect((await measure(deps)).feedBehind).toBe(0);
    await enterLists(deps, 'd2', publication(2));
    expect((await measure(deps)).feedBehind).toBe(0);
  });

  it('is behind while it still begins with what was withdrawn', async () => {
    const deps = memoryDeps('2026-03-02T00:31:00Z');
    await enterLists(deps, 'd1', publication(1));
    await enterLists(deps, 'd2', publication(2));
    await entries(deps.table).delete('d2');
    expect((await measure(deps)).feedBehind).toBe(1800);
    await leaveLists(deps, 'd2', publication(2));
    expect((await measure(deps)).feedBehind).toBe(0);
  });

  it('counts as behind when it cannot be read', async () => {
    const deps = memoryDeps('2026-03-02T00:31:00Z');
    await enterLists(deps, 'd1', publication(1));
    await deps.files.put('public', 'all/feed.json', Buffer.from('<html>'), { contentType: 'text/html' });
    expect((await measure(deps)).feedBehind).toBe(1800);
  });
});
