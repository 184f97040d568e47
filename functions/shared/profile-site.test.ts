import { expect, it } from 'vitest';
import { system } from '@gongkai/domain/history.ts';
import { profileHash } from '@gongkai/domain/profile.ts';
import { changeDepartment } from '../portal/organisation/change.ts';
import { testPlace } from '../portal/testing.ts';
import { departments } from './organisation.ts';
import { writeProfiles } from './profile-site.ts';
import { confirmProfile, proposeProfile } from './profiles.ts';

const content = {
  duties: '编制县级预算。',
  structure: '预算股。',
  address: '西街8号',
  hours: '工作日',
  phone: '0990-6120005',
  otherContact: '',
  leaders: [{ post: '局长', name: '王负责' }],
};

it('what was confirmed is on the department’s page, what only was proposed is not, and nothing is written twice', async () => {
  const { deps } = await testPlace();
  const written: string[] = [];
  const { files } = deps;
  deps.files = {
    ...files,
    put: async (area, key, ...rest) => {
      if (area === 'public') written.push(key);
      await files.put(area, key, ...rest);
    },
  };
  const page = async (id: string): Promise<string | undefined> => {
    const file = await deps.files.get('public', `departments/${id}/profile.html`);
    return file && Buffer.from(file.body).toString();
  };
  await writeProfiles(deps);
  expect(await page('finance')).toContain('正在整理');
  await proposeProfile(deps, 'finance', content, { ...system, id: 'clerk' });
  await writeProfiles(deps);
  expect(written).toHaveLength(3);
  await confirmProfile(deps, 'finance', profileHash(content), { ...system, id: 'editor' });
  await writeProfiles(deps);
  expect(written.slice(3)).toEqual(['departments/finance/profile.html']);
  expect(await page('finance')).toContain('0990-6120005');

  const { version } = await departments(deps.table).need('finance');
  const ended = { actor: system, action: 'edit-department' };
  await changeDepartment(deps, 'finance', version, ended, (d) => ({ ...d, validUntil: '2026-03-01' }));
  await writeProfiles(deps);
  expect(await page('finance')).toBeUndefined();
});
