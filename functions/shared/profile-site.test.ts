import { expect, it } from 'vitest';
import { system } from '@gongkai/domain/history.ts';
import { profileHash } from '@gongkai/domain/profile.ts';
import { profileContent as content } from '@gongkai/pages/testing/fixture.ts';
// oxlint-disable-next-line no-restricted-imports -- tests run on the real embedded search instead of a fake
import { createEmbeddedSearch } from '@gongkai/platform/embedded/search.ts';
import { changeDepartment } from '../portal/organisation/change.ts';
import { testPlace } from '../portal/testing.ts';
import { departments } from './organisation.ts';
import { writeProfiles } from './profile-site.ts';
import { confirmProfile, proposeProfile } from './profiles.ts';

it('what was confirmed is on the department’s page and found, what only was proposed is not, and nothing is written twice', async () => {
  const { deps } = await testPlace();
  const written: string[] = [];
  const search = createEmbeddedSearch(':memory:');
  const files = search.follow(deps.files);
  const found = async (words: string): Promise<string[]> =>
    (await search.find({ words, only: {}, sort: 'relevance', limit: 9, offset: 0 })).hits.map((h) => h.path);
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
  expect(await found('财政局')).toEqual([]);
  await confirmProfile(deps, 'finance', profileHash(content), { ...system, id: 'editor' });
  await writeProfiles(deps);
  expect(written.slice(3)).toEqual(['departments/finance/profile.html']);
  expect(await page('finance')).toContain('0990-6120005');
  expect(await found('财政局电话')).toEqual(['departments/finance/profile.html']);
  expect(await found('王负责')).toEqual(['departments/finance/profile.html']);

  await proposeProfile(deps, 'finance', { ...content, phone: '0990-6120009' }, { ...system, id: 'clerk' });
  const changed = profileHash({ ...content, phone: '0990-6120009' });
  await confirmProfile(deps, 'finance', changed, { ...system, id: 'editor' });
  await writeProfiles(deps);
  expect([await found('6120005'), await found('6120009')]).toEqual([
    [],
    ['departments/finance/profile.html'],
  ]);

  const { version } = await departments(deps.table).need('finance');
  const ended = { actor: system, action: 'edit-department' };
  await changeDepartment(deps, 'finance', version, ended, (d) => ({ ...d, validUntil: '2026-03-01' }));
  await writeProfiles(deps);
  expect(await page('finance')).toBeUndefined();
  expect(await found('财政局')).toEqual([]);
});
