/** What must hold over the whole organisation, beyond the shape of one department. */
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import { type DepartmentData, officeId, Organisation } from '@gongkai/domain/organisation.ts';

/** Chinese sentences, each with the place it is about; empty when everything holds. `today` is a local date. */
export function organisationProblems(departments: readonly DepartmentData[], today: LocalDate): string[] {
  return [
    ...doubles(departments, (d) => [d.id], '部门编号'),
    ...doubles(departments, (d) => [d.code], '部门代码'),
    ...doubles(departments, (d) => d.people.map((p) => p.id), '人员编号'),
    ...doubles(departments, (d) => d.people.map((p) => p.email), '电子邮箱'),
    ...deputyProblems(departments),
    ...departments.flatMap(periodProblems),
    ...officeProblems(new Organisation(departments, today)),
  ];
}

function doubles(
  departments: readonly DepartmentData[],
  values: (d: DepartmentData) => string[],
  what: string,
): string[] {
  const holders = new Map<string, string[]>();
  for (const d of departments) for (const v of values(d)) holders.set(v, [...(holders.get(v) ?? []), d.name]);
  return [...holders]
    .filter(([, names]) => names.length > 1)
    .map(([value, names]) => `${what} ${value} 重复：${[...new Set(names)].join('、')}`);
}

function deputyProblems(departments: readonly DepartmentData[]): string[] {
  const ids = new Set(departments.flatMap((d) => d.people.map((p) => p.id)));
  return departments.flatMap((d) =>
    d.people.flatMap((p) => {
      if (p.deputy === undefined) return [];
      if (p.deputy === p.id) return [`${d.name} ${p.name}：代理人不能是本人`];
      return ids.has(p.deputy) ? [] : [`${d.name} ${p.name}：代理人 ${p.deputy} 不存在`];
    }),
  );
}

const periodProblems = (d: DepartmentData): string[] =>
  [d, ...d.people]
    .filter((v) => v.validFrom !== undefined && v.validUntil !== undefined && v.validFrom > v.validUntil)
    .map((v) => `${v === d ? d.name : `${d.name} ${v.name}`}：有效期的起始日期晚于结束日期`);

/** Without them nobody could ever repair the organisation, or publish anything. */
function officeProblems(organisation: Organisation): string[] {
  const administrators = organisation.people().filter((m) => m.person.roles.includes('administrator'));
  return [
    ...(organisation.department(officeId)
      ? []
      : [`缺少编号为 ${officeId} 的部门（县政府办公室），或者它不在有效期内`]),
    ...(administrators.length > 0 ? [] : ['至少要有一名在有效期内的系统管理员']),
  ];
}
