/** All departments, and the organisation as a file. */
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import type { Department } from '@gongkai/domain/organisation.ts';
import { base } from '../base.ts';
import type { PortalContext } from '../env.ts';
import { Csrf, Field, fieldIds, Notice, PortalPage } from '../layout.tsx';
import { ListTable } from '../list-table.tsx';
import { type AfterChange, AfterChangeNotices } from './open-tasks.tsx';
import { Period } from './period.tsx';

export interface ListPageProps {
  c: PortalContext;
  departments: readonly Department[];
  today: LocalDate;
  /** Ids of the departments that an import has just changed. */
  imported?: readonly string[] | undefined;
  /** What became of open tasks. */
  after?: AfterChange;
  /** Lines that say why an import was refused. */
  refused?: readonly string[];
}

export const here = `${base}/organisation`;

export const ListPage = ({ c, departments, today, imported, after, refused }: ListPageProps) => (
  <PortalPage c={c} title="组织机构" current={here}>
    <div class="heading">
      <h1>组织机构</h1>
      <a class="button" href={`${here}/new`}>
        新增部门
      </a>
    </div>
    {imported && (
      <Notice kind="success">
        <p>
          {imported.length === 0 ? '导入的文件与现有内容相同，没有改动。' : `已更新：${imported.join('、')}`}
        </p>
      </Notice>
    )}
    {after && <AfterChangeNotices {...after} />}
    {refused && (
      <Notice kind="error">
        <ul>
          {refused.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Notice>
    )}
    <ListTable
      caption={`共 ${departments.length} 个部门`}
      headings={['部门', '代码', '负责人', '保密审查员', '人数']}
    >
      {departments.map((d) => (
        <tr>
          <td>
            <a href={`${here}/${d.id}`}>{d.name}</a> <Period of={d} today={today} />
          </td>
          <td>
            <code>{d.code}</code>
          </td>
          <td>{holders(d, 'department-head')}</td>
          <td>{holders(d, 'secrecy-officer')}</td>
          <td class="number">{d.people.length}</td>
        </tr>
      ))}
    </ListTable>
    <h2>导出与导入</h2>
    <p>导出的文件包含全部部门和人员，可以修改后再导入。导入前会整体检查，有一处不对就全部不改。</p>
    <p>
      <a class="button secondary" href={`${here}/export`}>
        导出为文件
      </a>
    </p>
    <form method="post" action={`${here}/import`} enctype="multipart/form-data" class="row-form">
      <Csrf c={c} />
      <Field name="file" label="组织机构文件（JSON）">
        <input {...fieldIds('file')} type="file" accept=".json,application/json" required />
      </Field>
      <button type="submit" class="secondary">
        检查并导入
      </button>
    </form>
  </PortalPage>
);

const holders = (d: Department, role: 'department-head' | 'secrecy-officer') => {
  const names = d.people.filter((p) => p.roles.includes(role)).map((p) => p.name);
  return names.length > 0 ? names.join('、') : <span class="tag amber">未设</span>;
};
