/** The figures that tell whether people are waiting for something that does not come. Counts and ages only. */
import * as z from 'zod';
import { localDate } from '@gongkai/calendar/local-date.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { answersSweep } from '@gongkai/domain/sweep.ts';
import { closingOrder, type Task, type TaskKind, taskKinds } from '@gongkai/domain/task.ts';
import { jsonFeedPath } from '@gongkai/pages/paths.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { entries, sweeps, tasks } from '../shared/stores.ts';

export interface Figures {
  /** UTC instant of measuring. */
  at: string;
  tasksOpen: number;
  /** Seconds since the oldest open task of each kind was opened; 0 when there is none. */
  oldestWaitingTask: Record<TaskKind, number>;
  /** Open tasks whose date has passed. */
  tasksOverdue: number;
  /** More than 1,000 tasks are open: these figures are of the 1,000 to be looked at next. */
  partial: boolean;
  /** Closed half an hour ago or more, and the sweep that tells the workflow has not come by; at most 100 are counted. */
  tasksUnanswered: number;
  /** Seconds since the newest publication, while the feed does not begin with it; otherwise 0. */
  feedBehind: number;
}

type Needs = Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>;

/**
 * Reads at most 1,000 open tasks through the index they are reminded by. An index by kind would answer exactly with
 * seven small queries, at the price of two more index writes for every task; a county has some hundred open.
 */
const pages = 5;
const perPage = 200;
/** Two sweeps, which run every quarter of an hour. */
const sweptWithinMs = 1_800_000;

export async function measure(deps: Needs): Promise<Figures> {
  const now = deps.clock.now();
  const [{ open, partial }, tasksUnanswered, feedBehind] = await Promise.all([
    openTasks(deps),
    unanswered(deps, now),
    behind(deps, now),
  ]);
  const today = localDate(now);
  return {
    at: now.toISOString(),
    tasksOpen: open.length,
    oldestWaitingTask: oldestByKind(open, now),
    tasksOverdue: open.filter((task) => task.due.date < today).length,
    partial,
    tasksUnanswered,
    feedBehind,
  };
}

async function openTasks({ table }: Needs): Promise<{ open: Task[]; partial: boolean }> {
  const open: Task[] = [];
  let after: string | undefined;
  for (let page = 0; page < pages; page++) {
    const { items, next } = await tasks(table).query('tasks-by-attention', {
      partition: 'open',
      limit: perPage,
      ...(after === undefined ? {} : { after }),
    });
    open.push(...items);
    after = next;
    if (after === undefined) break;
  }
  return { open, partial: after !== undefined };
}

function oldestByKind(open: readonly Task[], now: Date): Record<TaskKind, number> {
  const oldest = Object.fromEntries(taskKinds.map((kind) => [kind, 0])) as Record<TaskKind, number>;
  for (const { task, createdAt } of open)
    oldest[task] = Math.max(oldest[task], secondsBetween(createdAt, now));
  return oldest;
}

async function unanswered({ table }: Needs, now: Date): Promise<number> {
  const from = (await sweeps(table).get(answersSweep))?.upTo ?? '';
  const to = `${new Date(now.getTime() - sweptWithinMs).toISOString()}~`;
  if (to <= from) return 0;
  const { items } = await tasks(table).query('tasks-by-closing', {
    partition: 'closed',
    from,
    to,
    limit: 101,
  });
  // It begins with the last one told.
  return items.filter((task) => closingOrder(task) !== from).length;
}

const feedSchema = z.object({ items: z.array(z.object({ url: z.string() })) });

async function behind(deps: Needs, now: Date): Promise<number> {
  const { items } = await entries(deps.table).query('published-by-site', {
    partition: 'site',
    descending: true,
    limit: 1,
  });
  const newest = items[0]?.publication;
  if (!newest || (await beginsWith(deps, newest))) return 0;
  return secondsBetween(newest.publishedAt, now);
}

async function beginsWith({ files, settings }: Needs, { path }: Publication): Promise<boolean> {
  const stored = await files.get('public', jsonFeedPath('site', 'site'));
  if (!stored) return false;
  const feed = feedSchema.safeParse(parsed(Buffer.from(stored.body).toString()));
  return feed.success && feed.data.items[0]?.url === `${settings.siteUrl}/${path}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const secondsBetween = (from: string, to: Date): number =>
  Math.max(0, Math.round((to.getTime() - Date.parse(from)) / 1000));
