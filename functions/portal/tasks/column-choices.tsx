/** Tables: what is to be done with whole columns. */
import { mergeCuts } from '@gongkai/domain/cut.ts';
import { patternFor } from '@gongkai/redaction/mask.ts';
import type { Values } from './decision-data.ts';
import { tablesOf } from './columns.ts';
import type { TaskView } from './task-view.ts';
import { patternName } from './words.ts';

export const ColumnChoices = ({ view, form, values }: { view: TaskView; form: string; values: Values }) => {
  const { text, findings, document } = view;
  const tables = (text?.files ?? []).flatMap((file) =>
    tablesOf(file, findings).map((table) => Object.assign(table, { name: file.name })),
  );
  if (tables.length === 0) return null;
  const decided = new Set(mergeCuts(document.cuts, []));
  const before = (place: string): string =>
    decided.has(`#${place}`) ? '（已定整列删减）' : decided.has(`*#${place}`) ? '（已定整列遮盖）' : '';
  return (
    <details class="fold" open={tables.some((t) => t.columns.some((c) => c.findings > 2))}>
      <summary>表格栏目：整列删减或遮盖</summary>
      <p class="hint">人员名单按栏目处理最快：选定的栏目，表头以下每一格都会处理，表头保留。</p>
      {tables.map((table, i) => (
        <fieldset class="column-choices">
          <legend>
            表 {i + 1}（{table.columns[0]?.rows} 行）{view.text!.files.length > 1 && ` · 《${table.name}》`}
          </legend>
          {table.columns.map(({ field, place, heading, findings: count }, column) => (
            <label>
              <span>
                {heading === '' ? `第 ${column + 1} 列` : heading}
                {count > 0 && <span class="tag amber">{count} 处发现</span>}
                <span class="hint">{before(place)}</span>
              </span>
              <select name={field} form={form}>
                {(
                  [
                    ['', before(place) === '' ? '不整列处理' : '维持前面的决定'],
                    ['cut', '整列删减'],
                    ['mask', `整列遮盖（${patternName[patternFor(heading)]}）`],
                  ] as const
                ).map(([value, name]) => (
                  <option value={value} selected={(values[field] ?? '') === value}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </fieldset>
      ))}
    </details>
  );
};
