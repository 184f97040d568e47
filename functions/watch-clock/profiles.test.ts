import { demoCounty } from '../../packages/cli/demo-county.ts';
import { system } from '@gongkai/domain/history.ts';
import { profileHash } from '@gongkai/domain/profile.ts';
import { profileContent as content } from '@gongkai/pages/testing/fixture.ts';
import { expect, it } from 'vitest';
import { memoryDeps } from '../../test/support/memory-deps.ts';
import { departments, forgetOrganisation } from '../shared/organisation.ts';
import { importOrganisation } from '../shared/organisation-file.ts';
import { settleProfile } from '../shared/profile-tasks.ts';
import { confirmProfile, proposeProfile } from '../shared/profiles.ts';
import { tasks } from '../shared/stores.ts';
import { createWatchClock } from './watch-clock.ts';

const clerk = { id: 'finance-clerk', name: '经办人', role: 'clerk' } as const;
const editor = { id: 'county-office-editor', name: '王审核', role: 'office-editor' } as const;

async function county() {
  const deps = memoryDeps('2026-03-02T01:00:00Z');
  await importOrganisation(deps, JSON.stringify(demoCounty), system);
  const watch = createWatchClock(deps);
  const about = (to: string) =>
    deps.mails
      .filter((m) => m.to === to && m.subject.includes('确认机构职能'))
      .map((m) => m.subject.slice(6));
  const task = () => tasks(deps.table).get('profile-finance-1');
  return { deps, watch, about, task };
}

it('a profile that waits is reminded of like any review of the office, and then its others hear of it', async () => {
  const { deps, watch, about } = await county();
  await settleProfile(deps, await proposeProfile(deps, 'finance', content, clerk));
  expect(about('editor@county-office.demo')).toEqual(['确认机构职能：财政局']);
  const { remindAfter, escalateAfter } = deps.settings.reviewTimes['office-editor'];
  expect([remindAfter, escalateAfter]).toEqual([[1, 2], 3]);
  for (const day of ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05']) {
    deps.setNow(`${day}T02:00:00Z`);
    await watch();
    await watch();
  }
  expect(about('editor@county-office.demo')).toEqual([
    '确认机构职能：财政局',
    '提醒：确认机构职能（期限 2026-03-05）：财政局',
    '提醒：确认机构职能（期限 2026-03-05）：财政局',
    '逾期未办：确认机构职能：财政局',
  ]);
});

it('what was cut short between the profile and its task is made up for by the sweep, both ways', async () => {
  const { deps, watch, about, task } = await county();
  await proposeProfile(deps, 'finance', content, clerk);
  await watch();
  await watch();
  expect(about('editor@county-office.demo')).toHaveLength(1);
  await confirmProfile(deps, 'finance', profileHash(content), editor);
  expect((await task())!.state).toBe('open');
  await watch();
  expect(await task()).toMatchObject({ state: 'decided', decision: { outcome: 'approve', actor: editor } });
});

it('nobody is asked about a department that is gone', async () => {
  const { deps, watch, task } = await county();
  await settleProfile(deps, await proposeProfile(deps, 'finance', content, clerk));
  await departments(deps.table).update('finance', (d) => ({ ...d, validUntil: '2026-03-01' }));
  forgetOrganisation(deps.table);
  await watch();
  expect((await task())!.state).toBe('cancelled');
});
