/** The whole organisation as one JSON file: an array of departments with their people. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { type Actor, append } from '@gongkai/domain/history.ts';
import { type Department, type DepartmentData, departmentDataSchema } from '@gongkai/domain/organisation.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import * as z from 'zod';
import type { Outcome } from './handing-on.ts';
import { handOnAfter } from './handing-on-after.ts';
import { departments, forgetOrganisation } from './organisation.ts';
import { organisationProblems } from './organisation-rules.ts';

type Needed = Pick<Deps, 'table' | 'clock' | 'mail' | 'links' | 'settings'>;

/** All departments in their order, whether valid today or not; always from the table. */
export const allDepartments = ({ table }: Pick<Deps, 'table'>): Promise<Department[]> =>
  Array.fromAsync(departments(table).all('departments', 'county'));

const dataOf = (department: Department): DepartmentData => departmentDataSchema.parse(department);

export async function exportOrganisation(deps: Pick<Deps, 'table'>): Promise<string> {
  return `${JSON.stringify((await allDepartments(deps)).map(dataOf), null, 2)}\n`;
}

/**
 * Checks the whole file, then writes each department that differs, one conditional write each. Running it again
 * finishes what was interrupted. Returns the ids of what changed, and what became of open tasks. Throws
 * {@link InputRefused} with one line per problem; then nothing was written.
 */
export async function importOrganisation(
  deps: Needed,
  text: string,
  actor: Actor,
): Promise<{ changed: string[] } & Outcome> {
  const wanted = parseOrganisation(text);
  const stored = await allDepartments(deps);
  const problems = [
    ...organisationProblems(wanted, localDate(deps.clock.now())),
    ...stored
      .filter((d) => !wanted.some((w) => w.id === d.id))
      .map((d) => `缺少部门 ${d.id}（${d.name}）：部门不能删除，撤销的请保留并填写 validUntil`),
  ];
  if (problems.length > 0) throw refusal(problems);
  const changed = wanted.filter(
    (w) =>
      !same(
        w,
        stored.find((d) => d.id === w.id),
      ),
  );
  for (const data of changed) await writeImported(deps, data, actor);
  forgetOrganisation(deps.table);
  const ids = new Set(changed.map((d) => d.id));
  const outcome = await handOnAfter(
    deps,
    stored.filter((d) => ids.has(d.id)),
    actor,
  );
  return { changed: [...ids], ...outcome };
}

const same = (data: DepartmentData, stored: Department | undefined): boolean =>
  stored !== undefined && JSON.stringify(dataOf(stored)) === JSON.stringify(data);

async function writeImported(deps: Needed, data: DepartmentData, actor: Actor): Promise<void> {
  const facts = { at: deps.clock.now().toISOString(), actor, action: 'import-department' };
  const store = departments(deps.table);
  const { value, created } = await store.createOnce({ ...data, version: 0, history: append([], facts) });
  if (created || same(data, value)) return;
  await store.update(data.id, ({ version, history }) => ({
    ...data,
    version,
    history: append(history, facts),
  }));
}

function parseOrganisation(text: string): DepartmentData[] {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new InputRefused('文件不是有效的 JSON。请先导出现有组织机构，在导出的文件上修改后再导入。');
  }
  const result = z.array(departmentDataSchema).min(1, '文件里没有部门').safeParse(json);
  if (result.success) return result.data;
  throw refusal(result.error.issues.map((i) => `${placeOf(i.path)}：${chinese(i)}`));
}

/** `第 3 个部门 people[2].email`, counted from 1 and 0 as the file's editor will count them. */
const placeOf = ([index, ...rest]: readonly PropertyKey[]): string => {
  if (typeof index !== 'number') return '文件';
  const path = rest.map((p) => (typeof p === 'number' ? `[${p}]` : `.${String(p)}`)).join('');
  return `第 ${index + 1} 个部门 ${path.replace(/^\./, '')}`.trim();
};

const typeName: Record<string, string> = {
  array: '列表',
  object: '对象',
  string: '文字',
  number: '数字',
  int: '整数',
};

/** Our own messages are Chinese already; zod's are not. */
const chinese = (issue: z.core.$ZodIssue): string =>
  /\p{Script=Han}/u.test(issue.message)
    ? issue.message
    : issue.code === 'invalid_type'
      ? `缺少，或者类型不对（应为${typeName[issue.expected] ?? issue.expected}）`
      : '内容不符合要求';

const refusal = (problems: readonly string[]): InputRefused => {
  const shown = problems.slice(0, 20);
  const more = problems.length - shown.length;
  return new InputRefused(
    ['组织机构没有改动，请先改正：', ...shown, ...(more > 0 ? [`（另有 ${more} 处）`] : [])].join('\n'),
  );
};
