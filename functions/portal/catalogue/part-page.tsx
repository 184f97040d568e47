/** One department's part: its rows, upload of the filled template, filing. */
import type { Problem } from '@gongkai/catalogue/grid.ts';
import type { CatalogueField } from '@gongkai/domain/catalogue-field.ts';
import type { ItemContent } from '@gongkai/domain/catalogue-item.ts';
import type { CataloguePart } from '@gongkai/domain/catalogue-part.ts';
import type { Child } from 'hono/jsx';
import type { PortalContext } from '../env.ts';
import { Csrf, Field, fieldIds, Notice, PortalPage, TextArea } from '../layout.tsx';
import { ListTable } from '../list-table.tsx';
import { HistoryList } from '../history-list.tsx';
import { here, Pages, partPath, rowsPerPage, slice, StateTag } from './frame.tsx';
import { ItemTable } from './item-table.tsx';

export interface PartPageProps {
  c: PortalContext;
  field: CatalogueField;
  part: CataloguePart;
  rows: readonly ItemContent[];
  page: number;
  may: { edit: boolean; file: boolean; judge: boolean };
  done?: string | undefined;
  /** Of an upload that was refused, or of one that went in with remarks. */
  problems?: readonly Problem[];
  error?: string;
}

export const PartPage = ({ c, field, part, rows, page, may, done, problems = [], error }: PartPageProps) => {
  const path = partPath(field.id, part.department);
  const editable = may.edit && part.state !== 'filed';
  return (
    <PortalPage c={c} title={`${field.name}目录`} current={here}>
      <p>
        <a href={here}>← 公开事项目录</a>
      </p>
      <div class="heading">
        <h1>
          {field.name}：{c.get('organisation').departmentName(part.department)}
        </h1>
        <StateTag state={part.state} />
      </div>
      {done && (
        <Notice kind="success">
          <p>{done}</p>
        </Notice>
      )}
      {error && (
        <Notice kind="error">
          <p>{error}</p>
        </Notice>
      )}
      <Problems problems={problems} />
      {part.state === 'returned' && part.returned && (
        <Notice kind="warning">
          <p>县政府办公室已退回，请修改后重新报送。原因：{part.returned.reason}</p>
        </Notice>
      )}
      {field.round && part.state !== 'approved' && (
        <p>
          请在 <strong>{field.round.due.date}</strong> 前报送
          {field.round.due.status === 'provisional' && '（暂定，待国务院办公厅公布节假日安排）'}。
        </p>
      )}
      {may.judge && part.state === 'filed' && (
        <p>
          <a class="button" href={`${path}/review`}>
            审核这次报送
          </a>
        </p>
      )}
      <div class="heading">
        <h2>
          {part.state === 'filed' ? '报送的目录' : part.draft ? '填报中的目录' : '现行目录'}（{rows.length}{' '}
          项）
        </h2>
        {editable && (
          <a class="button small" href={`${path}/rows/new`}>
            新增事项
          </a>
        )}
        <a class="button secondary small" href={`${path}/template.xlsx`}>
          下载模板（含现有内容）
        </a>
      </div>
      {rows.length === 0 ? (
        <p class="empty">还没有公开事项。请上传填好的模板，或者逐项新增。</p>
      ) : (
        <ItemTable
          rows={slice(rows, page)}
          first={(page - 1) * rowsPerPage + 1}
          edit={editable ? (i) => `${path}/rows/${i}` : undefined}
        />
      )}
      <Pages path={path} page={page} total={rows.length} />
      {editable && <UploadForm c={c} path={path} part={part} />}
      {may.file && part.draft && (part.state === 'draft' || part.state === 'returned') && (
        <FilingForm c={c} path={path} part={part} />
      )}
      <History part={part} />
    </PortalPage>
  );
};

const severityName = { error: '必须修改', warning: '请核对', note: '说明' } as const;
const severityTone = { error: 'red', warning: 'amber', note: 'blue' } as const;

/** Every problem at its cell. */
export const Problems = ({ problems }: { problems: readonly Problem[] }): Child => {
  if (problems.length === 0) return null;
  const errors = problems.filter((p) => p.severity === 'error').length;
  return (
    <Notice kind={errors > 0 ? 'error' : 'warning'}>
      <p>
        {errors > 0
          ? `文件没有导入：有 ${errors} 处必须修改。改好后请重新上传整个文件，原有内容没有变动。`
          : `文件已导入，有 ${problems.length} 处请核对：`}
      </p>
      <ListTable headings={['工作表', '单元格', '问题']}>
        {problems.map((p) => (
          <tr>
            <td>{p.sheet}</td>
            <td class="number">
              {p.column ?? ''}
              {p.row ?? ''}
            </td>
            <td>
              <span class={`tag ${severityTone[p.severity]}`}>{severityName[p.severity]}</span> {p.message}
            </td>
          </tr>
        ))}
      </ListTable>
    </Notice>
  );
};

type FormProps = Pick<PartPageProps, 'c' | 'part'> & { path: string };

const UploadForm = ({ c, path, part }: FormProps) => (
  <form method="post" action={`${path}/upload`} enctype="multipart/form-data" class="row-form">
    <Csrf c={c} />
    <input type="hidden" name="version" value={String(part.version)} />
    <Field
      name="file"
      label="上传填好的模板"
      hint=".xlsx、.xls 或 .csv，最大 2 MB。整体替换填报中的内容；有一处必须修改就都不导入。"
    >
      <input {...fieldIds('file')} type="file" accept=".xlsx,.xls,.et,.csv" required />
    </Field>
    <button type="submit" class="secondary">
      检查并导入
    </button>
  </form>
);

const FilingForm = ({ c, path, part }: FormProps) => (
  <form method="post" action={`${path}/filing`} class="card narrow">
    <h2>报送县政府办公室</h2>
    <Csrf c={c} />
    <input type="hidden" name="contentHash" value={part.draft!.sha256} />
    <TextArea name="reason" label="修改说明（可以不填）" hint="例如：按上级 2026 年标准指引调整。" rows={2} />
    <button type="submit">报送 {part.draft!.rows} 项</button>
  </form>
);

const actionName: Record<string, string> = {
  'catalogue-drafted': '修改',
  'catalogue-filed': '报送',
  'catalogue-returned': '退回',
  'catalogue-approved': '审核通过',
};

const History = ({ part }: { part: CataloguePart }) => (
  <>
    <h2>办理记录</h2>
    {part.history.length === 0 && <p class="quiet">还没有记录。</p>}
    <HistoryList history={part.history} names={actionName} most={30} />
  </>
);
