/** Adding or editing one person of a department. */
import { type Department, type Person, roleName, roles } from '@gongkai/domain/organisation.ts';
import { textOf } from '../body.ts';
import type { PortalContext } from '../env.ts';
import { Choices, Csrf, fieldsOf, PortalPage, SelectField, TextField } from '../layout.tsx';
import { here } from './list-page.tsx';
import { type AfterRemoval, BeforeRemoval } from './open-tasks.tsx';
import { Refused } from './refused.tsx';

export interface PersonPageProps {
  c: PortalContext;
  department: Department;
  /** Absent: a new one. */
  person?: Person | undefined;
  /** What waits for this person. */
  open?: readonly AfterRemoval[];
  typed?: Record<string, unknown>;
  errors?: Record<string, string>;
}

const roleHint = {
  clerk: '上传文件、撰写解读',
  'department-head': '确认公开属性、决定年度评估',
  'secrecy-officer': '保密审查、核准删减稿',
  'office-editor': '发布审查，仅限县政府办公室',
  administrator: '维护组织机构',
} as const;

export const PersonPage = ({ c, department, person, open = [], typed, errors = {} }: PersonPageProps) => {
  const values: Record<string, unknown> = typed ?? { ...person };
  const { text, choice } = fieldsOf(values, errors);
  const path = `${here}/${department.id}/people`;
  const colleagues = department.people.filter((p) => p.id !== person?.id);
  const version = textOf(typed ?? { ...department }, 'version');
  return (
    <PortalPage c={c} title={person ? person.name : '新增人员'} current={here}>
      <div class="narrow">
        <p>
          <a href={`${here}/${department.id}`}>← {department.name}</a>
        </p>
        <h1>{person ? person.name : '新增人员'}</h1>
        <form method="post" action={person ? `${path}/${person.id}` : path} novalidate>
          <Refused problem={errors['form']} />
          <Csrf c={c} />
          <input type="hidden" name="version" value={version} />
          {!person && (
            <TextField
              {...text('id')}
              label="编号"
              hint="小写字母、数字和连字符，全县不重复，例如 finance-li；以后不能修改"
            />
          )}
          <TextField {...text('name')} label="姓名" maxlength={50} />
          <TextField
            {...text('email')}
            label="电子邮箱"
            type="email"
            hint="登录和任务通知都发到这里，必须是本人专用"
          />
          <Choices
            {...choice('roles')}
            type="checkbox"
            legend="角色"
            options={roles.map((r) => ({ value: r, name: roleName[r], hint: roleHint[r] }))}
          />
          <SelectField
            {...text('deputy')}
            label="代理人"
            hint="本人不能办理时由谁代办"
            options={[
              { value: '', name: '不设' },
              ...colleagues.map((p) => ({ value: p.id, name: `${p.name}（${p.id}）` })),
            ]}
          />
          <div class="pair">
            <TextField {...text('validFrom')} label="有效期起（可不填）" type="date" />
            <TextField {...text('validUntil')} label="有效期止（可不填）" type="date" />
          </div>
          <button type="submit">保存</button>
        </form>
        {person && (
          <form class="card actions" method="post" action={`${path}/${person.id}/sign-out`}>
            <Csrf c={c} />
            <p>邮箱或设备可能被他人使用时，先结束此人现有的全部登录。任务和资料不受影响。</p>
            <button class="secondary" type="submit">
              结束{person.name}的全部登录
            </button>
          </form>
        )}
        {person && (
          <form class="card actions" method="post" action={`${path}/${person.id}/remove`}>
            <Csrf c={c} />
            <input type="hidden" name="version" value={version} />
            <p>移除后立即不能登录，原有的办理记录保留。离任的建议改为填写“有效期止”。</p>
            <BeforeRemoval name={person.name} open={open} />
            <label class="choice">
              <input type="checkbox" required />
              <span>我确认要移除{person.name}</span>
            </label>
            <button class="danger" type="submit">
              移除{person.name}
            </button>
          </form>
        )}
      </div>
    </PortalPage>
  );
};
