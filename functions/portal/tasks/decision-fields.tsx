/** What the decision forms are put together from. */
import { type Ground, grounds } from '@gongkai/domain/attribute.ts';
import { type TaskKind, taskOutcomes } from '@gongkai/domain/task.ts';
import type { PortalContext } from '../env.ts';
import { Choices, optionsOf, SelectField, TextArea } from '../layout.tsx';
import type { Values } from './decision-data.ts';
import type { TaskView } from './task-view.ts';
import { outcomeName } from './words.ts';

export interface FormProps {
  c: PortalContext;
  view: TaskView;
  values: Values;
}

/** In a box that the stylesheet can hide with what does not belong to the chosen opinion. */
export const Radios = ({
  chosen,
  ...choices
}: Omit<Parameters<typeof Choices>[0], 'type' | 'values'> & { chosen: string | undefined }) => (
  <div class={`field-${choices.name}`}>
    <Choices {...choices} type="radio" values={chosen === undefined ? [] : [chosen]} />
  </div>
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
      options={optionsOf({ '': '请选择', ...grounds })}
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
