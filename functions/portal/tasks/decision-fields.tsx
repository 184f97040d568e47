/** What the decision forms are put together from. */
import { type Ground, grounds } from '@gongkai/domain/attribute.ts';
import { type TaskKind, taskOutcomes } from '@gongkai/domain/task.ts';
import type { Child } from 'hono/jsx';
import type { PortalContext } from '../env.ts';
import { SelectField, TextArea } from '../layout.tsx';
import type { Values } from './decision-data.ts';
import type { TaskView } from './task-view.ts';
import { outcomeName } from './words.ts';

export interface FormProps {
  c: PortalContext;
  view: TaskView;
  values: Values;
}

export const Radios = ({
  name,
  legend,
  options,
  chosen,
  hint,
  required = false,
}: {
  name: string;
  legend: string;
  options: readonly { value: string; name: Child; hint?: string | undefined }[];
  chosen: string | undefined;
  hint?: Child;
  /** Not for what may be out of sight: a browser refuses the form and cannot say why. */
  required?: boolean;
}) => (
  <fieldset class={`field field-${name}`}>
    <legend>{legend}</legend>
    {hint && <p class="hint">{hint}</p>}
    {options.map((o) => (
      <label class="choice">
        <input type="radio" name={name} value={o.value} checked={o.value === chosen} required={required} />
        <span>
          {o.name}
          {o.hint && <span class="hint">{o.hint}</span>}
        </span>
      </label>
    ))}
  </fieldset>
);

export const Outcomes = ({
  view,
  values,
  hints,
  without = [],
}: FormProps & { hints: Record<string, string>; without?: readonly string[] }) => {
  const kind: TaskKind = view.task.task;
  return (
    <Radios
      name="outcome"
      legend="您的意见"
      required
      chosen={values['outcome']}
      options={taskOutcomes[kind]
        .filter((o) => !without.includes(o))
        .map((o) => ({ value: o, name: outcomeName(kind, o), hint: hints[o] }))}
    />
  );
};

export const Reason = ({
  values,
  label = '理由',
  hint = '退回的必须填写；通过的可以不填。',
}: FormProps & { label?: string; hint?: string }) => (
  <TextArea name="reason" label={label} hint={hint} rows={3} value={values['reason']} />
);

export const GroundField = ({
  values,
  current,
  hint,
}: {
  values: Values;
  current: Ground | undefined;
  hint: string;
}) => (
  <div class="field-ground">
    <SelectField
      name="ground"
      label="法定依据（政府信息公开条例）"
      hint={hint}
      value={values['ground'] ?? current ?? ''}
      options={[
        { value: '', name: '请选择' },
        ...Object.entries(grounds).map(([value, name]) => ({ value, name })),
      ]}
    />
  </div>
);

export const CutTexts = ({ values, view }: FormProps) => {
  const before = view.document.cuts.filter((c) => c.startsWith('='));
  return (
    <div class="field-texts">
      <TextArea
        name="texts"
        label="还要删减的文字"
        hint={
          <>
            一行一处，从正文中复制。文中所有相同的文字都会删去。
            {before.length > 0 && (
              <>前面的审查已定删减：{before.map((t) => `“${t.slice(1)}”`).join('、')}。</>
            )}
          </>
        }
        rows={3}
        value={values['texts']}
      />
    </div>
  );
};
