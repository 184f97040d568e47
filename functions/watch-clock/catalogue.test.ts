import { seedCatalogue } from '../../packages/cli/demo-catalogue.ts';
import { demoCounty } from '../../packages/cli/demo-county.ts';
import { system } from '@gongkai/domain/history.ts';
import { expect, it } from 'vitest';
import { memoryDeps } from '../../test/support/memory-deps.ts';
import { openRound } from '../shared/catalogue-fields.ts';
import { importOrganisation } from '../shared/organisation-file.ts';
import { createWatchClock } from './watch-clock.ts';

async function county(now: string) {
  const deps = memoryDeps(now);
  await importOrganisation(deps, JSON.stringify(demoCounty), system);
  const watch = createWatchClock(deps);
  const subjects = (to: string) => deps.mails.filter((m) => m.to === to).map((m) => m.subject);
  return { deps, watch, subjects };
}

it('from the first working day of a month on, each department hears once what it owes', async () => {
  // The 1st to the 7th of October are holidays; the 8th is the first working day.
  const { deps, watch, subjects } = await county('2026-10-07T03:00:00Z');
  await seedCatalogue(deps);
  await watch();
  expect(subjects('head@finance.demo')).toEqual([]);
  deps.setNow('2026-10-08T01:00:00Z');
  await watch();
  await watch();
  // No item has a document yet, and no page was built.
  expect(subjects('head@finance.demo')).toEqual(['【政务公开】2026年10月公开事项缺口：6 处']);
  expect(deps.mails.find((m) => m.to === 'head@finance.demo')!.text).toContain(
    '财政预决算·财政预决算·政府预算：没有栏目',
  );
});

it('a filing is reminded of ten and three working days before its last day; when that is over the office hears', async () => {
  const { deps, watch, subjects } = await county('2026-11-02T01:00:00Z');
  await openRound(deps, 'budgets', { actor: system, due: '2026-11-30' });
  const reminded = () => subjects('head@finance.demo').filter((s) => s.includes('提醒')).length;
  const heard = () => subjects('editor@county-office.demo').filter((s) => s.includes('逾期未办')).length;
  for (const [day, reminders, escalations] of [
    ['2026-11-02', 0, 0],
    ['2026-11-15', 0, 0],
    ['2026-11-16', 1, 0],
    ['2026-11-24', 1, 0],
    ['2026-11-25', 2, 0],
    ['2026-11-30', 2, 0],
    ['2026-12-01', 2, 1],
    ['2026-12-02', 2, 1],
    ['2026-12-09', 3, 1],
  ] as const) {
    deps.setNow(`${day}T02:00:00Z`);
    await watch();
    expect([day, reminded(), heard()]).toEqual([day, reminders, escalations]);
  }
});
