/** The decision form as it is posted, and the decision it means. */
import { targetOf } from '@gongkai/domain/cut.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';
import type { DecidingInput } from '../../shared/deciding-input.ts';
import { correctionField } from './correction-fields.tsx';
import type { Finding } from '../../shared/findings-file.ts';
import { boxCuts } from './boxes.ts';
import { tablesOf } from './columns.ts';
import type { TaskView } from './task-view.ts';

/** Field names → what was typed; shown again when the form is refused. */
export type Values = Readonly<Record<string, string>>;

export const choiceField = (id: string): string => `finding-${id}`;
export const reasonField = (id: string): string => `reason-${id}`;

export const valuesOf = (body: Record<string, unknown>): Values =>
  Object.fromEntries(Object.entries(body).flatMap(([k, v]) => (typeof v === 'string' ? [[k, v]] : [])));

/** Findings the reviewers of before have not settled: the choice for "all the others" is about these. */
export const isUnsettled = (finding: Finding, document: Pick<GovDocument, 'cuts' | 'dismissed'>): boolean =>
  finding.severity !== 'note' &&
  !document.cuts.some((cut) => targetOf(cut) === finding.id) &&
  !document.dismissed.some((d) => d.finding === finding.id);

export function decisionFrom(
  values: Values,
  { document, findings, text }: Pick<TaskView, 'document' | 'findings' | 'text'>,
): DecidingInput {
  const files = text?.files ?? [];
  const chosen = findings.map((f) => ({ id: f.id, choice: choiceOf(values, document, f) }));
  const cuts = [
    ...chosen.filter((f) => f.choice === 'cut').map((f) => f.id),
    ...chosen.filter((f) => f.choice === 'mask').map((f) => `*${f.id}`),
    ...files.flatMap((file) => tablesOf(file, findings)).flatMap((table) => columnCuts(values, table)),
    ...files.flatMap((file) => boxCuts(values, file.slot)),
    ...lines(values['texts']).map((t) => `=${t}`),
  ];
  const dismissed = chosen
    .filter((f) => f.choice === 'keep')
    .map(({ id }) => ({ finding: id, reason: reasonFor(values, id) }));
  return {
    outcome: values['outcome'] ?? '',
    contentHash: values['contentHash'] ?? '',
    cuts,
    dismissed,
    ...given(values, 'reason'),
    ...given(values, 'attribute'),
    ...given(values, 'ground'),
    ...given(values, 'catalogueItem'),
    ...(values['outcome'] === 'submit' ? { interpretation: interpretationFrom(values) } : {}),
    ...corrections(values),
  } as DecidingInput;
}

const choiceOf = (values: Values, document: GovDocument, finding: Finding): string => {
  const own = values[choiceField(finding.id)] ?? '';
  return own === '' && isUnsettled(finding, document) ? (values['rest'] ?? '') : own;
};

/** One reason for all the others, unless there is one of its own. */
function reasonFor(values: Values, id: string): string {
  const own = (values[reasonField(id)] ?? '').trim();
  const shared = values[choiceField(id)] ? '' : (values['rest-reason'] ?? '').trim();
  const reason = own === '' ? shared : own;
  if (reason === '') throw new InputRefused('选择“不需删减”的，请写明理由（例如“办公电话”）。');
  return reason;
}

const columnCuts = (values: Values, { columns }: ReturnType<typeof tablesOf>[number]): string[] =>
  columns.flatMap(({ field, place }) =>
    values[field] === 'cut' ? [`#${place}`] : values[field] === 'mask' ? [`*#${place}`] : [],
  );

const lines = (text = ''): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const given = (values: Values, name: string): Record<string, string> => {
  const value = (values[name] ?? '').trim();
  return value === '' ? {} : { [name]: value };
};

/** Absent where the form has no such fields. */
function corrections(values: Values): Pick<DecidingInput, 'corrections'> {
  const typed = Object.fromEntries(
    Object.entries(correctionField).flatMap(([field, name]) =>
      values[name] === undefined ? [] : [[field, values[name]]],
    ),
  );
  return Object.keys(typed).length > 0 ? { corrections: typed } : {};
}

const interpretationFrom = (values: Values) => ({
  title: values['title'] ?? '',
  form: values['form'] ?? '',
  text: values['text'] ?? '',
  contact: values['contact'] ?? '',
});
