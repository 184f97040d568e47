/** One department's profile: what waits for a second person, the form, what happened. */
import { type Profile, type ProfileContent, profileHash } from '@gongkai/domain/profile.ts';
import type { DepartmentData } from '@gongkai/domain/organisation.ts';
import { absoluteUrl, profilePath } from '@gongkai/pages/paths.ts';
import type { Settings } from '@gongkai/domain/settings.ts';
import { base } from '../base.ts';
import type { PortalContext } from '../env.ts';
import { HistoryList } from '../history-list.tsx';
import { Choices, Csrf, fieldsOf, Notice, PortalPage, TextArea, TextField } from '../layout.tsx';
import { ListTable } from '../list-table.tsx';
import { formOf, type ProfileForm } from './form.ts';

export const here = `${base}/profiles`;

export interface ProfilePageProps {
  c: PortalContext;
  settings: Settings;
  department: DepartmentData;
  profile: Profile;
  form: ProfileForm;
  errors?: Record<string, string>;
  may: { edit: boolean; confirm: boolean };
  /** What screening wants people to look at in the proposal. */
  toCheck: readonly string[];
  done?: string | undefined;
}

const actionNames: Record<string, string> = {
  'profile-proposed': '填报',
  'profile-confirmed': '确认并公开',
  'profile-returned': '退回',
};

export const ProfilePage = (props: ProfilePageProps) => {
  const { c, settings, department, profile, may, done, errors = {} } = props;
  const url = absoluteUrl({ settings, columns: [], departments: [] }, profilePath(department.id));
  return (
    <PortalPage c={c} title={`${department.name}机构职能`} current={here}>
      <h1>{department.name}机构职能</h1>
      {done && (
        <Notice kind="success">
          <p>{done}</p>
        </Notice>
      )}
      <p class="lead">
        {profile.shown ? '已公开的内容见' : '公开后的地址是'} <a href={url}>{url}</a>
      </p>
      {errors['form'] && (
        <Notice kind="error">
          <p>{errors['form']}</p>
        </Notice>
      )}
      {profile.proposed && <Proposal {...props} content={profile.proposed.content} />}
      {may.edit && <Form {...props} />}
      {profile.history.length > 0 && (
        <>
          <h2>办理记录</h2>
          <HistoryList history={profile.history} names={actionNames} most={20} />
        </>
      )}
    </PortalPage>
  );
};

const rows: readonly (readonly [keyof ProfileForm, string])[] = [
  ['duties', '机关职能'],
  ['structure', '机构设置'],
  ['address', '办公地址'],
  ['hours', '办公时间'],
  ['phone', '办公电话'],
  ['otherContact', '其他联系方式'],
  ['leaders', '负责人'],
];

/** Beside what is public, row by row. */
const Proposal = ({
  c,
  department,
  profile,
  may,
  toCheck,
  content,
}: ProfilePageProps & { content: ProfileContent }) => {
  const [now, then] = [formOf(content), profile.shown && formOf(profile.shown)];
  return (
    <section class="card">
      <h2>待确认的内容</h2>
      <ListTable headings={['项目', '现在公开的', '填报的']}>
        {rows.map(([name, label]) => (
          <tr>
            <th scope="row">{label}</th>
            <td class="lines">{then?.[name] || '—'}</td>
            <td class="lines">
              {then?.[name] === now[name] ? <span class="quiet">没有变化</span> : now[name] || '—'}
            </td>
          </tr>
        ))}
      </ListTable>
      {toCheck.length > 0 && (
        <Notice kind="warning">
          <p>请核对以下内容是不是应当公开：</p>
          <ul>
            {toCheck.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      {may.confirm ? (
        <form method="post" action={`${here}/${department.id}/decision`} class="narrow">
          <Csrf c={c} />
          <input type="hidden" name="contentHash" value={profileHash(content)} />
          <Choices
            type="radio"
            name="outcome"
            legend="您的意见"
            options={[
              { value: 'confirm', name: '确认并公开' },
              { value: 'return', name: '退回', hint: '必须写明理由' },
            ]}
            values={[]}
          />
          <TextField name="reason" label="退回的理由" maxlength={200} />
          <button type="submit">提交</button>
        </form>
      ) : (
        <p class="quiet">由县政府办公室的另一名人员确认后公开。</p>
      )}
    </section>
  );
};

const Form = ({ c, department, profile, form, errors = {} }: ProfilePageProps) => {
  const { text } = fieldsOf({ ...form }, errors);
  return (
    <form method="post" action={`${here}/${department.id}`} class="narrow" novalidate>
      <h2>{profile.proposed ? '修改填报的内容' : '填报'}</h2>
      <Csrf c={c} />
      <input type="hidden" name="version" value={String(profile.version)} />
      <TextArea {...text('duties')} label="机关职能" hint="每段一行" rows={8} />
      <TextArea {...text('structure')} label="机构设置" hint="内设机构和所属单位，每段一行" rows={5} />
      <TextField {...text('address')} label="办公地址" maxlength={200} />
      <TextField
        {...text('hours')}
        label="办公时间"
        hint="例如：工作日 8:30—12:00，14:30—18:00"
        maxlength={200}
      />
      <TextField
        {...text('phone')}
        label="办公电话"
        hint="单位的值班或咨询电话，不要填个人手机"
        maxlength={100}
      />
      <TextField
        {...text('otherContact')}
        label="其他联系方式（可不填）"
        hint="传真、邮政编码、电子邮箱"
        maxlength={300}
      />
      <TextArea {...text('leaders')} label="负责人" hint="每行一人，例如：局长：张三" rows={4} />
      <button type="submit">提交确认</button>
    </form>
  );
};
