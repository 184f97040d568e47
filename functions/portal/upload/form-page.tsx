/** The upload form. */
import { attributeName, attributes, grounds, markOf } from '@gongkai/domain/attribute.ts';
import { type GovDocument, nameOfDocument } from '@gongkai/domain/document.ts';
import { commonTypes, maxFileBytes, maxFiles, uploadTypes } from '@gongkai/domain/uploads.ts';
import type { Membership } from '@gongkai/domain/organisation.ts';
import type { ItemGroup } from '../../shared/catalogue-choice.ts';
import { base } from '../base.ts';
import type { PortalContext } from '../env.ts';
import {
  Choices,
  Csrf,
  Field,
  fieldIds,
  fieldsOf,
  Notice,
  optionsOf,
  PortalPage,
  SelectField,
  TextField,
  WrongFields,
} from '../layout.tsx';
import { PostingFields } from './posting-fields.tsx';

export interface FormPageProps {
  c: PortalContext;
  uploader: Membership;
  /** What documents may be filed under. */
  items: readonly ItemGroup[];
  /** The upload link that stands for a session. */
  link?: string | undefined;
  /** The returned document of which a new version is uploaded. */
  returned?: GovDocument | undefined;
  /** What was typed before. */
  typed?: Record<string, unknown>;
  errors?: Record<string, string>;
}

const attributeHint = {
  public: '全文公开，县政府网站可查',
  redacted: '遮去个人信息等内容后公开',
  'on-request': '不主动公开，可以依申请提供',
  withheld: '依法不公开，每年评估一次',
} as const;

const megabytes = maxFileBytes / 1_048_576;

export const FormPage = ({ c, uploader, items, link, returned, typed = {}, errors = {} }: FormPageProps) => {
  const { text, choice } = fieldsOf(typed, errors);
  return (
    <PortalPage
      c={c}
      title={returned ? '上传新版本' : '上传文件'}
      current={`${base}/upload`}
      script="upload.js"
    >
      <div class="narrow">
        <h1>{returned ? '上传新版本' : '上传文件'}</h1>
        {returned && <ReturnedNotice document={returned} />}
        <WrongFields errors={errors} />
        <div id="upload-status" hidden role="status" tabindex={-1}></div>
        <ul id="upload-list" class="sending"></ul>
        <form
          id="upload"
          method="post"
          action={`${base}/upload`}
          data-max-bytes={maxFileBytes}
          data-max-files={maxFiles}
          data-types={uploadTypes.join(',')}
          data-common={commonTypes.join('、')}
        >
          <Csrf c={c} />
          {link && <input type="hidden" name="link" value={link} />}
          {returned && <input type="hidden" name="document" value={returned.id} />}
          <Notice kind="warning">
            <p>
              <strong>涉密不上网，上网不涉密。</strong>带有密级标志的文件会被拒收并销毁，同时通知本单位。
            </p>
          </Notice>
          <div class="field">
            <strong>部门</strong>
            <div>{uploader.department.name}</div>
          </div>
          <TextField {...text('title')} label="标题（可以不填）" hint="不填时从文件中读取" />
          <Choices
            {...choice('attribute')}
            type="radio"
            legend="拟定的公开属性"
            hint="与文件上的标注一致；由部门负责人确认"
            options={attributes.map((a) => ({
              value: a,
              name: `${attributeName[a]}${markOf[a]}`,
              hint: attributeHint[a],
            }))}
          />
          <SelectField
            {...text('ground')}
            label="不公开或不全文公开的法定理由"
            hint="主动公开不填；其余必须选择（政府信息公开条例）"
            options={optionsOf({ '': '不填', ...grounds })}
          />
          <SelectField
            {...text('catalogueItem')}
            label="公开事项"
            hint="决定文件出现在网站的哪个栏目"
            options={optionsOf({ '': '请选择' })}
            groups={items}
          />
          <Choices
            {...choice('needsInterpretation')}
            type="radio"
            legend="是否需要解读"
            hint="涉及群众切身利益、需要社会周知的政策文件应当解读，公开后 3 个工作日内发布"
            options={optionsOf({ yes: '需要', no: '不需要' })}
          />
          <PostingFields typed={typed} errors={errors} />
          <h2>文件</h2>
          <p class="hint">
            可以上传 {uploadTypes.join('、')}，每个不超过 {megabytes} MB，正文和附件合计最多 {maxFiles}{' '}
            个。扫描件和图片的文字由机器识别，可能有错：有电子原件的请传原件。
          </p>
          <div id="with-script" hidden>
            <Field name="main" label="正文" error={errors['files']}>
              <input {...fieldIds('main')} name="" type="file" accept={accept} />
            </Field>
            <Field name="others" label="附件（可以多选，没有则不选）">
              <input {...fieldIds('others')} name="" type="file" accept={accept} multiple />
            </Field>
          </div>
          <div id="without-script">
            <SelectField
              name="attachments"
              label="附件数量"
              hint="下一步逐个上传正文和附件"
              options={Array.from({ length: maxFiles }, (_, i) => ({
                value: String(i),
                name: i === 0 ? '没有附件' : `${i} 个`,
              }))}
              value={text('attachments').value || '0'}
              error={errors['attachments'] ?? errors['files']}
            />
          </div>
          <button type="submit">下一步：上传文件</button>
        </form>
      </div>
    </PortalPage>
  );
};

const accept = uploadTypes.map((type) => `.${type}`).join(',');

const ReturnedNotice = ({ document }: { document: GovDocument }) => {
  const reason = document.history.findLast((h) => h.to === 'returned')?.reason;
  return (
    <Notice kind="info">
      <p>
        “{nameOfDocument(document)}”已退回{reason && <>，原因：{reason}</>}。
      </p>
      <p>新版本替换全部文件，原来的审查意见作废，需要重新审查。</p>
    </Notice>
  );
};
