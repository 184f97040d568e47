/** The form of a decision: the opinion, the attribute, the cuts, the reason, in the order people think. */
import { attributeName, attributes } from '@gongkai/domain/attribute.ts';
import { interpretationForms } from '@gongkai/domain/interpretation.ts';
import { reassessmentOutcomes } from '@gongkai/domain/reassessment.ts';
import type { DocumentTaskKind } from '@gongkai/domain/task.ts';
import type { Child } from 'hono/jsx';
import { base } from '../base.ts';
import { Csrf, optionsOf, SelectField, TextArea, TextField } from '../layout.tsx';
import { CorrectionFields } from './correction-fields.tsx';
import { CutTexts, type FormProps, GroundField, Outcomes, Radios, Reason } from './decision-fields.tsx';

export const decisionFormId = 'decision';

export const DecisionForm = (props: FormProps) => {
  const { c, view } = props;
  return (
    <form
      method="post"
      action={`${base}/tasks/${view.task.id}/decision`}
      id={decisionFormId}
      class={`decision ${view.task.task}`}
    >
      <Csrf c={c} />
      <input type="hidden" name="contentHash" value={view.task.contentHash} />
      {fields[view.task.task](props)}
      <div class="actions">
        <button type="submit">{view.task.task === 'interpret' ? '提交解读材料' : '提交意见'}</button>
        <span class="quiet small">提交后不能修改；您的姓名、时间和理由会记入文件的办理记录。</span>
      </div>
    </form>
  );
};

const attributeHint = {
  public: '全文公开',
  redacted: '删去一部分后公开；公开的只有删减稿',
  'on-request': '不主动公开，有人申请时答复',
  withheld: '不公开，每年评估一次',
};

const ReviewFields = (props: FormProps) => {
  const { view, values } = props;
  const { document, task } = view;
  const contradiction = task.task === 'confirm-attribute' && document.proposal?.contradiction === true;
  const approve =
    task.task === 'publication-review' ? '公开的文件立即发布；不公开的登记备案' : '交下一环节继续审查';
  return (
    <>
      <Outcomes {...props} hints={{ approve, return: '退回部门修改后重新上传，必须写明理由' }} />
      <Radios
        name="attribute"
        legend="公开属性"
        hint={contradiction ? '各来源不一致，没有预先选好，请您核定。' : undefined}
        chosen={values['attribute'] ?? (contradiction ? undefined : document.attribute)}
        options={attributes.map((a) => ({ value: a, name: attributeName[a], hint: attributeHint[a] }))}
      />
      <GroundField values={values} current={document.ground} hint="不是全文公开的，必须选择。" />
      {document.filedUnder && (
        <SelectField
          name="catalogueItem"
          label="公开事项"
          hint="不对的请改正；栏目和公开期限随之改变。"
          value={values['catalogueItem'] ?? document.filedUnder.id}
          options={[{ value: document.filedUnder.id, name: document.filedUnder.name }]}
          groups={view.items}
        />
      )}
      {task.task === 'confirm-attribute' && <CorrectionFields {...props} />}
      <CutTexts {...props} />
      <Reason {...props} />
    </>
  );
};

const RedactionFields = (props: FormProps) => (
  <>
    <Outcomes
      {...props}
      hints={{
        approve: '发布这份删减稿',
        'cut-more': '选择或填写还要删减的内容，系统重新制作删减稿',
        return: '退回部门修改后重新上传，必须写明理由',
      }}
    />
    <CutTexts {...props} />
    <Reason {...props} />
  </>
);

const ReassessFields = (props: FormProps) => {
  const { view, values } = props;
  const same = { 'on-request': 'on-request', withheld: 'withhold' }[view.document.state as string];
  return (
    <>
      <Outcomes
        {...props}
        without={same === undefined ? [] : [same]}
        hints={{
          keep: `现在是“${attributeName[view.document.attribute]}”，依据仍然成立`,
          'on-request': '不主动公开，有人申请时答复',
          withhold: '必须重新选择依据',
          redact: '删去不能公开的部分，经保密和发布审查后公开',
          release: '全文公开，经保密和发布审查后发布',
        }}
      />
      <GroundField
        values={values}
        current={view.document.ground}
        hint={`“${reassessmentOutcomes.release}”的不需要。`}
      />
      <CutTexts {...props} />
      <Reason {...props} label="评估意见" hint="必须填写：为什么这样决定。会记入评估记录。" />
    </>
  );
};

const InterpretFields = ({ values, view }: FormProps) => {
  const before = view.interpretation;
  return (
    <>
      <input type="hidden" name="outcome" value="submit" />
      <TextField
        name="title"
        label="解读标题"
        value={values['title'] ?? before?.title ?? `《${view.document.title}》解读`}
        maxlength={200}
        required
      />
      <Radios
        name="form"
        legend="解读形式"
        chosen={values['form'] ?? before?.form ?? 'text'}
        options={optionsOf(interpretationForms)}
      />
      <TextArea
        name="text"
        label="解读正文"
        hint="每段一行。写清：背景依据、目标任务、主要内容、适用范围、执行标准、注意事项、关键词。"
        rows={16}
        value={values['text'] ?? before?.text}
        required
      />
      <TextField
        name="contact"
        label="咨询方式"
        hint="会公开，请填写办公电话，例如：解读单位：县民政局，咨询电话：0000-0000000"
        value={values['contact'] ?? before?.contact}
        maxlength={200}
        required
      />
    </>
  );
};

const InterpretationReviewFields = (props: FormProps) => (
  <>
    <Outcomes
      {...props}
      hints={{ approve: '立即发布，并与文件互相链接', return: '退回起草部门，必须写明理由' }}
    />
    <Reason {...props} />
  </>
);

const RecheckFields = (props: FormProps) => (
  <>
    <Outcomes
      {...props}
      hints={{
        withdraw: '页面、附件、解读、列表和订阅源中的条目一起删除，不能恢复；删减后请部门重新上传',
        stay: '这些内容依法可以公开，以后不再提示',
      }}
    />
    <Reason {...props} hint="必须填写。撤下的理由会公开显示，请不要写个人信息。" />
  </>
);

const fields: Record<DocumentTaskKind, (props: FormProps) => Child> = {
  'confirm-attribute': ReviewFields,
  'secrecy-review': ReviewFields,
  'publication-review': ReviewFields,
  'approve-redaction': RedactionFields,
  interpret: InterpretFields,
  'review-interpretation': InterpretationReviewFields,
  reassess: ReassessFields,
  recheck: RecheckFields,
};
