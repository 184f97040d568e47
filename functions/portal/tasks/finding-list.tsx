/** What the screening found, each with the reviewer's choice: cut it, mask it, or keep it with a reason. */
import { targetOf } from '@gongkai/domain/cut.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { MaskPattern, Settings } from '@gongkai/domain/settings.ts';
import { patternFor } from '@gongkai/redaction/mask.ts';
import { nameOfKind } from '@gongkai/screening/rules.ts';
import type { Finding } from '../../shared/findings-file.ts';
import { choiceField, isUnsettled, reasonField, type Values } from './decision-data.ts';
import { patternName, severityName } from './words.ts';

export const severityTone: Record<Finding['severity'], string> = {
  block: 'red',
  review: 'amber',
  note: 'blue',
};

/** What earlier reviews decided about the findings. */
type Settling = Pick<GovDocument, 'cuts' | 'dismissed'>;

interface Props {
  findings: readonly Finding[];
  document: Settling;
  numbers: ReadonlyMap<string, number>;
  /** Id of the form the choices belong to; absent where nothing is to be decided. */
  form?: string | undefined;
  values: Values;
  masks: Settings['masks'];
}

/** A page of more takes a browser seconds; lists of persons are settled by their columns. */
const most = 300;
const weight = { block: 0, review: 1, note: 2 };

export const FindingList = ({ findings, document, numbers, form, values, masks }: Props) => {
  if (findings.length === 0)
    return <p class="empty">自动筛查没有发现敏感信息。自动筛查不能代替人工审查，请仍然通读全文。</p>;
  const shown = mostImportant(findings);
  const unsettled = findings.filter((f) => isUnsettled(f, document));
  return (
    <>
      <ol class="findings" tabindex={0} aria-label="筛查发现">
        {shown.map((finding) => (
          <li id={`finding-${finding.id}`} class={finding.severity}>
            <p>
              <span class="mark-number">{numbers.get(finding.id)}</span>
              <strong>{nameOfKind(finding.kind)}</strong>{' '}
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
            {form !== undefined && (
              <FindingChoice
                finding={finding}
                number={numbers.get(finding.id)}
                settled={isSettled(finding, document)}
                pattern={patternOf(finding, masks)}
                form={form}
                values={values}
              />
            )}
          </li>
        ))}
      </ol>
      {shown.length < findings.length && (
        <p class="hint">
          发现很多，这里只列出最要紧的 {shown.length} 处，另有 {findings.length - shown.length}{' '}
          处没有列出。名单请在“表格栏目”中整列处理；“删减后公开”的，没有处理的“必须处理”项会自动删减。
        </p>
      )}
      {form !== undefined && unsettled.length > 1 && (
        <RestChoice count={unsettled.length} form={form} values={values} />
      )}
    </>
  );
};

const Settled = ({ finding, document }: { finding: Finding; document: Settling }) => {
  const cut = document.cuts.find((c) => targetOf(c) === finding.id);
  if (cut !== undefined)
    return <p class="settled">前面的审查已决定{cut.startsWith('*') ? '遮盖' : '删减'}</p>;
  const dismissed = document.dismissed.find((d) => d.finding === finding.id);
  return dismissed ? <p class="settled">前面的审查认为不需删减：{dismissed.reason}</p> : null;
};

const isSettled = (finding: Finding, document: Settling): boolean =>
  document.cuts.some((c) => targetOf(c) === finding.id) ||
  document.dismissed.some((d) => d.finding === finding.id);

const patternOf = ({ scope, match, kind }: Finding, masks: Props['masks']): MaskPattern | undefined =>
  scope === 'column' ? patternFor(match) : masks[kind];

/** In their order on the page, the blocking ones before the others when there are too many. */
export function mostImportant(findings: readonly Finding[]): Finding[] {
  if (findings.length <= most) return [...findings];
  const chosen = new Set(findings.toSorted((a, b) => weight[a.severity] - weight[b.severity]).slice(0, most));
  return findings.filter((f) => chosen.has(f));
}

const FindingChoice = ({
  finding,
  number,
  settled,
  pattern,
  form,
  values,
}: {
  finding: Finding;
  number: number | undefined;
  settled: boolean;
  pattern: MaskPattern | undefined;
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
      {option('', settled ? '维持前面的决定' : '暂不处理')}
      {option('cut', finding.scope === 'column' ? '整列删减' : '删减')}
      {pattern &&
        option('mask', `${finding.scope === 'column' ? '整列' : ''}遮盖（${patternName[pattern]}）`)}
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
