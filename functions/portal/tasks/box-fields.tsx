/** Boxes on the pages of a PDF, by numbers; where scripts run, drawing on the picture fills them in. */
import { parseCut } from '@gongkai/domain/cut.ts';
import { boxFields, boxRows } from './boxes.ts';
import type { Values } from './decision-data.ts';
import type { TaskView } from './task-view.ts';

const names: Record<(typeof boxFields)[number], string> = {
  page: '页',
  left: '左 %',
  top: '上 %',
  right: '右 %',
  bottom: '下 %',
};

export const BoxFields = ({
  view,
  slot,
  form,
  values,
}: {
  view: TaskView;
  slot: number;
  form: string;
  values: Values;
}) => {
  const before = view.document.cuts.filter((cut) => {
    const parsed = parseCut(cut);
    return parsed?.what === 'box' && parsed.slot === slot;
  }).length;
  return (
    <fieldset class="box-fields" data-slot={slot}>
      <legend>框选页面：另外要遮盖的位置</legend>
      <p class="hint">
        按占页面宽、高的百分比填写，页面图像边上每一格是 10%。能用鼠标的，直接在上面的页面图像上拖动即可。
        {before > 0 && `前面的审查已框选 ${before} 处。`}
      </p>
      {boxRows(slot).map((row, i) => (
        <div class="box-row" role="group" aria-label={`第 ${i + 1} 处`}>
          {boxFields.map((field) => (
            <label>
              {names[field]}
              <input
                type="number"
                form={form}
                name={row[field]}
                min={field === 'page' ? 1 : 0}
                max={field === 'page' ? 2000 : 100}
                step={field === 'page' ? 1 : 0.1}
                value={values[row[field]] ?? ''}
              />
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  );
};
