/** One field, for the county office: departments, guideline, filing round, editions. */
import { localMinute } from '@gongkai/calendar/local-date.ts';
import type { CatalogueField } from '@gongkai/domain/catalogue-field.ts';
import { base } from '../base.ts';
import type { PortalContext } from '../env.ts';
import { Csrf, fieldsOf, Notice, PortalPage, TextArea, TextField } from '../layout.tsx';
import { here, partPath } from './frame.tsx';

export interface FieldPageProps {
  c: PortalContext;
  /** Absent for a new one. */
  field?: CatalogueField | undefined;
  typed?: Record<string, unknown> | undefined;
  errors?: Record<string, string>;
  done?: string | undefined;
}

export const FieldPage = ({ c, field, typed, errors = {}, done }: FieldPageProps) => {
  const values = typed ?? (field ? valuesOf(field) : {});
  const { text } = fieldsOf(values, errors);
  return (
    <PortalPage c={c} title={field?.name ?? '新增领域'} current={here}>
      <p>
        <a href={here}>← 公开事项目录</a>
      </p>
      <h1>{field?.name ?? '新增领域'}</h1>
      {done && (
        <Notice kind="success">
          <p>{done}</p>
        </Notice>
      )}
      {errors['form'] && (
        <Notice kind="error">
          <p>{errors['form']}</p>
        </Notice>
      )}
      {field && <Editions c={c} field={field} />}
      {field && (
        <form method="post" action={`${here}/${field.id}/round`} class="card narrow">
          <h2>要求报送</h2>
          <p>
            {field.round ? `第 ${field.round.number} 轮，截止 ${field.round.due.date}。` : '还没有要求报送。'}
          </p>
          <Csrf c={c} />
          <TextField
            name="due"
            label="报送截止日期"
            type="date"
            hint="不填时为标准指引发布之日起 3 个月"
            error={errors['due']}
          />
          <button type="submit">给 {field.departments.length} 个部门下达任务</button>
        </form>
      )}
      <form method="post" action={field ? `${here}/${field.id}` : `${here}/new-field`} class="narrow">
        <h2>领域资料</h2>
        <Csrf c={c} />
        {field ? (
          <input type="hidden" name="version" value={String(field.version)} />
        ) : (
          <TextField {...text('id')} label="编号" hint="小写字母和连字符；以后不能修改" />
        )}
        <TextField {...text('name')} label="名称" />
        <TextArea
          {...text('departments')}
          label="承担部门"
          hint={
            <>
              每行一个部门编号，第一个为牵头部门。编号见<a href={`${base}/organisation`}>组织机构</a>。
            </>
          }
          rows={3}
        />
        <TextField {...text('guidelineTitle')} label="国务院部门标准指引（可以不填）" />
        <TextField {...text('guidelineDate')} label="标准指引发布日期" type="date" />
        <button type="submit">保存</button>
      </form>
    </PortalPage>
  );
};

const valuesOf = (f: CatalogueField): Record<string, unknown> => ({
  name: f.name,
  departments: f.departments.join('\n'),
  guidelineTitle: f.guideline?.title ?? '',
  guidelineDate: f.guideline?.date ?? '',
});

const Editions = ({ c, field }: { c: PortalContext; field: CatalogueField }) => (
  <>
    <h2>部门</h2>
    <ul>
      {field.departments.map((d) => (
        <li>
          <a href={partPath(field.id, d)}>{c.get('organisation').departmentName(d)}</a>
        </li>
      ))}
    </ul>
    <h2>版本</h2>
    {field.editions.length === 0 && <p class="quiet">还没有通过审核的目录。</p>}
    <ul class="history">
      {field.editions.slice(0, 20).map((e) => (
        <li>
          第 {e.number} 版，{e.from} 起生效：{e.items} 项（新增 {e.added}，修改 {e.changed}，删去 {e.removed}
          ）{e.reason && `；${e.reason}`}
          <span class="quiet">
            {c.get('organisation').departmentName(e.department)}报送，{e.actor.name} {localMinute(e.at)} 审核
          </span>
        </li>
      ))}
    </ul>
  </>
);
