/** One department: its people, and what it is called. */
import { type Department, type Organisation, type Person, roleName } from '@gongkai/domain/organisation.ts';
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import { textOf } from '../body.ts';
import type { PortalContext } from '../env.ts';
import { Csrf, fieldsOf, Notice, PortalPage, TextArea, TextField } from '../layout.tsx';
import { HistoryList } from '../history-list.tsx';
import { here } from './list-page.tsx';
import { type AfterChange, AfterChangeNotices } from './open-tasks.tsx';
import { Refused } from './refused.tsx';
import { Period } from './period.tsx';

export interface DepartmentPageProps {
  c: PortalContext;
  department: Department;
  today: LocalDate;
  done?: string | undefined;
  /** What became of open tasks. */
  after?: AfterChange;
  typed?: Record<string, unknown>;
  errors?: Record<string, string>;
}

export const DepartmentPage = ({
  c,
  department,
  today,
  done,
  after,
  typed,
  errors = {},
}: DepartmentPageProps) => (
  <PortalPage c={c} title={department.name} current={here}>
    <p>
      <a href={here}>← 组织机构</a>
    </p>
    <div class="heading">
      <h1>{department.name}</h1>
      <Period of={department} today={today} />
    </div>
    {done && (
      <Notice kind="success">
        <p>{done}</p>
      </Notice>
    )}
    {after && <AfterChangeNotices {...after} />}
    <div class="heading">
      <h2>人员</h2>
      <a class="button small" href={`${here}/${department.id}/people/new`}>
        新增人员
      </a>
    </div>
    <MissingRoles c={c} department={department} />
    {department.people.length === 0 ? (
      <p class="empty">还没有人员。</p>
    ) : (
      <PeopleTable c={c} department={department} today={today} />
    )}
    <h2>部门资料</h2>
    <form method="post" action={`${here}/${department.id}`} class="narrow" novalidate>
      <Refused problem={errors['form']} />
      <Csrf c={c} />
      <input type="hidden" name="version" value={textOf(typed ?? { ...department }, 'version')} />
      <DepartmentFields values={typed ?? valuesOf(department)} errors={errors} />
      <button type="submit">保存</button>
    </form>
    <h2>变更记录</h2>
    <HistoryList history={department.history} names={actionName} most={20} />
  </PortalPage>
);

/** The county office stands in; whoever took the last one away must hear of it. */
const MissingRoles = ({ c, department }: Pick<DepartmentPageProps, 'c' | 'department'>) => {
  const missing = (['department-head', 'secrecy-officer'] as const).filter(
    (role) => c.get('organisation').holders(department.id, role).length === 0,
  );
  return missing.length === 0 ? null : (
    <Notice kind="warning">
      <p>
        没有在任的{missing.map((role) => roleName[role]).join('和')}
        ，新的审查任务由县政府办公室代办，请尽快补上。
      </p>
    </Notice>
  );
};

export const NewDepartmentPage = ({
  c,
  typed = {},
  errors = {},
}: Pick<DepartmentPageProps, 'c' | 'typed' | 'errors'>) => (
  <PortalPage c={c} title="新增部门" current={here}>
    <div class="narrow">
      <h1>新增部门</h1>
      <form method="post" action={here} novalidate>
        <Refused problem={errors['form']} />
        <Csrf c={c} />
        <TextField
          {...fieldsOf(typed, errors).text('id')}
          label="编号"
          hint="小写字母、数字和连字符，例如 forestry；以后不能修改"
        />
        <DepartmentFields values={typed} errors={errors} />
        <button type="submit">新增</button>
      </form>
    </div>
  </PortalPage>
);

const actionName: Record<string, string> = {
  'import-department': '从文件导入',
  'add-department': '新增部门',
  'edit-department': '修改部门资料',
  'add-person': '新增人员',
  'edit-person': '修改人员',
  'remove-person': '移除人员',
};

const valuesOf = (d: Department): Record<string, unknown> => ({ ...d, aliases: d.aliases.join('\n') });

const DepartmentFields = ({
  values,
  errors,
}: {
  values: Record<string, unknown>;
  errors: Record<string, string>;
}) => {
  const { text } = fieldsOf(values, errors);
  return (
    <>
      <TextField {...text('name')} label="名称" maxlength={100} />
      <div class="pair">
        <TextField
          {...text('code')}
          label="代码"
          hint="用于索引号，2 至 10 位大写字母或数字"
          maxlength={10}
        />
        <TextField {...text('order')} label="排序" hint="数字小的在前" inputmode="numeric" maxlength={6} />
      </div>
      <TextArea {...text('aliases')} label="其他署名" hint="文件上可能出现的其他名称，每行一个" rows={3} />
      <div class="pair">
        <TextField {...text('validFrom')} label="有效期起（可不填）" type="date" />
        <TextField {...text('validUntil')} label="有效期止（可不填）" type="date" />
      </div>
    </>
  );
};

const PeopleTable = ({ c, department, today }: Pick<DepartmentPageProps, 'c' | 'department' | 'today'>) => (
  <div class="table-wrap">
    <table>
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">角色</th>
          <th scope="col">电子邮箱</th>
          <th scope="col">代理人</th>
          <th scope="col">
            <span class="quiet">操作</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {department.people.map((p) => (
          <tr>
            <td>
              <a href={`${here}/${department.id}/people/${p.id}`}>{p.name}</a> <Period of={p} today={today} />
            </td>
            <td>{p.roles.map((r) => roleName[r]).join('、')}</td>
            <td>{p.email}</td>
            <td>{deputyName(c.get('organisation'), p)}</td>
            <td class="buttons">
              {p.roles.includes('clerk') && (
                <form method="post" action={`${here}/${department.id}/people/${p.id}/upload-link`}>
                  <Csrf c={c} />
                  <button class="secondary small" type="submit">
                    发送上传链接
                  </button>
                </form>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const deputyName = (organisation: Organisation, { deputy }: Person) =>
  deputy === undefined ? <span class="quiet">未设</span> : organisation.personName(deputy);
