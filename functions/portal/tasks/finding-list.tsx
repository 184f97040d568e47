/** What the screening found, each with the reviewer's choice: cut it, or keep it with a reason. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Finding } from '../../shared/findings-file.ts';
import { choiceField, isUnsettled, reasonField, type Values } from './decision-data.ts';
import { nameOfFinding, severityName } from './words.ts';

export const severityTone: Record<Finding['severity'], string> = {
  block: 'red',
  review: 'amber',
  note: 'blue',
};

interface Props {
  findings: readonly Finding[];
  document: GovDocument;
  numbers: ReadonlyMap<string, number>;
  /** Id of the form the choices belong to; absent where nothing is to be decided. */
  form?: string | undefined;
  values: Values;
}

export const FindingList = ({ findings, document, numbers, form, values }: Props) => {
  if (findings.length === 0)
    return <p class="empty">自动筛查没有发现敏感信息。自动筛查不能代替人工审查，请仍然通读全文。</p>;
  const unsettled = findings.filter((f) => isUnsettled(f, document));
  return (
    <>
      <ol class="findings" tabindex={0} aria-label="筛查发现">
        {findings.map((finding) => (
          <li id={`finding-${finding.id}`} class={finding.severity}>
            <p>
              <span class="mark-number">{numbers.get(finding.id)}</span>
              <strong>{nameOfFinding(finding.kind)}</strong>{' '}
              <span class={`tag ${severityTone[finding.severity]}`}>{severityName[finding.severity]}</span>
              {finding.hidden === undefined ? null : <span class="tag">{finding.hidden}</span>}
              <a class="small" href={`#at-${finding.id}`}>
                看位置
              </a>
            </p>
            <p class="excerpt">{finding.excerpt}</p>
            <p class="hint">
              {finding.rule}
              {finding.law === undefined ? null : `（${finding.law}）`}
            </p>
            {finding.why === undefined ? null : <p class="hint">判断依据：{finding.why}</p>}
            <Settled finding={finding} document={document} />
            {form !== undefined && !document.cuts.includes(finding.id) && (
              <FindingChoice finding={finding} number={numbers.get(finding.id)} form={form} values={values} />
            )}
          </li>
        ))}
      </ol>
      {form !== undefined && unsettled.length > 1 && (
        <RestChoice count={unsettled.length} form={form} values={values} />
      )}
    </>
  );
};

const Settled = ({ finding, document }: { finding: Finding; document: GovDocument }) => {
  if (document.cuts.includes(finding.id)) return <p class="settled">前面的审查已决定删减</p>;
  const dismissed = document.dismissed.find((d) => d.finding === finding.id);
  return dismissed ? <p class="settled">前面的审查认为不需删减：{dismissed.reason}</p> : null;
};

const FindingChoice = ({
  finding,
  number,
  form,
  values,
}: {
  finding: Finding;
  number: number | undefined;
  form: string;
  values: Values;
}) => {
  const name = choiceField(finding.id);
  const option = (value: string, label: string) => (
    <label>
      <input type="radio" form={form} name={name} value={value} checked={(values[name] ?? '') === value} />{' '}
      {label}
    </label>
  );
  return (
    <fieldset class="finding-choice">
      <legend class="unseen">第 {number} 处如何处理</legend>
      {option('', '暂不处理')}
      {option('cut', '删减')}
      {option('keep', '不需删减')}
      <input
        type="text"
        form={form}
        name={reasonField(finding.id)}
        value={values[reasonField(finding.id)] ?? ''}
        maxlength={200}
        placeholder="不需删减的理由，如：办公电话"
        aria-label={`第 ${number} 处不需删减的理由`}
      />
    </fieldset>
  );
};

const RestChoice = ({ count, form, values }: { count: number; form: string; values: Values }) => {
  const option = (value: string, label: string) => (
    <label>
      <input type="radio" form={form} name="rest" value={value} checked={(values['rest'] ?? '') === value} />{' '}
      {label}
    </label>
  );
  return (
    <fieldset class="finding-choice rest">
      <legend>上面 {count} 处待处理的发现中，没有单独选择的一律：</legend>
      {option('', '暂不处理')}
      {option('cut', '删减')}
      {option('keep', '不需删减')}
      <input
        type="text"
        form={form}
        name="rest-reason"
        value={values['rest-reason'] ?? ''}
        maxlength={200}
        placeholder="共同的理由"
        aria-label="一律不需删减的共同理由"
      />
    </fieldset>
  );
};
