import { expect, test } from 'vitest';
import { renderProfilePage } from './profile-page.tsx';
import { profileContent, site } from './testing/fixture.ts';
import { named, parsed } from './testing/parsed.ts';

const department = { id: 'finance', name: '示范县财政局' };
const shown = {
  ...profileContent,
  duties: '编制县级预算。\n\n监督预算执行。',
  since: '2026-09-21T01:00:00.000Z',
};

test('everything that art. 20 no. 2 names is on the page, empty fields are not', () => {
  const elements = parsed(renderProfilePage(site, { department, shown }));
  expect(named(elements, 'dt').map((e) => e.text)).toEqual([
    '办公地址',
    '办公时间',
    '办公电话',
    '更新日期',
    '局长',
  ]);
  expect(named(elements, 'h2').map((e) => e.text)).toEqual(['机关职能', '机构设置', '负责人']);
  expect(
    named(elements, 'meta').find((e) => e.attributes['name'] === 'ColumnType')?.attributes['content'],
  ).toBe('机构职能');
});

test('machines read the same as an organisation', () => {
  const page = renderProfilePage(site, { department, shown });
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)![1]!;
  expect(JSON.parse(data)).toMatchObject({
    '@type': 'GovernmentOrganization',
    name: '示范县财政局',
    telephone: '0990-6120005',
    employee: [{ '@type': 'Person', name: '王负责', jobTitle: '局长' }],
  });
});

test('a department without one says so', () => {
  expect(renderProfilePage(site, { department, shown: null })).toContain('正在整理');
});
