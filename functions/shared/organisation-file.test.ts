import { describe, expect, it } from 'vitest';
import type { DepartmentData } from '@gongkai/domain/organisation.ts';
import { system } from '@gongkai/domain/history.ts';
import { testCounty, testPlace } from '../portal/testing.ts';
import { exportOrganisation, importOrganisation } from './organisation-file.ts';
import { departments, loadOrganisation } from './organisation.ts';

const edited = (edit: (county: DepartmentData[]) => void): string => {
  const county = structuredClone(testCounty);
  edit(county);
  return JSON.stringify(county);
};

describe('the organisation as a file', () => {
  it('comes out as it went in', async () => {
    const { deps } = await testPlace();
    expect(JSON.parse(await exportOrganisation(deps))).toEqual(testCounty);
  });

  it('writes only the departments that differ, each with its history', async () => {
    const { deps } = await testPlace();
    const text = edited((county) => void (county[1]!.name = '财政和国资局'));
    expect(await importOrganisation(deps, text, { ...system, id: 'admin' })).toMatchObject({
      changed: ['finance'],
    });
    expect((await loadOrganisation(deps)).department('finance')?.name).toBe('财政和国资局');
    const { history } = await departments(deps.table).need('finance');
    expect(history.map((h) => [h.action, h.actor.id])).toEqual([
      ['import-department', 'system'],
      ['import-department', 'admin'],
    ]);
    expect(await importOrganisation(deps, text, system)).toMatchObject({ changed: [] });
  });

  it('reads a file with a byte order mark', async () => {
    const { deps } = await testPlace();
    expect(await importOrganisation(deps, `\uFEFF${JSON.stringify(testCounty)}`, system)).toMatchObject({
      changed: [],
    });
  });

  it.each([
    ['no JSON', 'x', '不是有效的 JSON'],
    ['no list', '{}', '文件：缺少，或者类型不对（应为列表）'],
    ['an empty list', '[]', '文件里没有部门'],
    [
      'a role nobody knows',
      edited((c) => void (c[1]!.people[0]!.roles = ['king' as never])),
      '第 2 个部门 people[0].roles[0]：',
    ],
    [
      'a broken address',
      edited((c) => void (c[2]!.people[0]!.email = 'x')),
      '第 3 个部门 people[0].email：电子邮箱格式不正确',
    ],
    [
      'one address twice',
      edited((c) => void (c[2]!.people[0]!.email = 'clerk@county.example')),
      '电子邮箱 clerk@county.example 重复：财政局、卫生健康局',
    ],
    ['one code twice', edited((c) => void (c[2]!.code = 'CZJ')), '部门代码 CZJ 重复'],
    ['no administrator', edited((c) => void c[0]!.people.pop()), '至少要有一名在有效期内的系统管理员'],
    [
      'an administrator whose time is over',
      edited((c) => void (c[0]!.people[1]!.validUntil = '2026-03-01')),
      '至少要有一名',
    ],
    ['no county office', edited((c) => void (c[0]!.id = 'office')), '缺少编号为 county-office 的部门'],
    ['a department left out', edited((c) => void c.pop()), '缺少部门 health（卫生健康局）'],
    ['oneself as deputy', edited((c) => void (c[1]!.people[0]!.deputy = 'clerk')), '代理人不能是本人'],
  ])('is refused with %s, and then nothing is written', async (_, text, message) => {
    const { deps } = await testPlace();
    const before = await exportOrganisation(deps);
    await expect(importOrganisation(deps, text, system)).rejects.toThrow(message);
    expect(await exportOrganisation(deps)).toBe(before);
  });

  it('names at most twenty problems and counts the rest', async () => {
    const { deps } = await testPlace();
    const text = JSON.stringify(Array.from({ length: 30 }, () => ({})));
    await expect(importOrganisation(deps, text, system)).rejects.toThrow(/（另有 \d+ 处）$/);
  });
});
