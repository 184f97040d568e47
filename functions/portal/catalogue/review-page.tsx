/** What a filing changes, row by row and column by column, and the office's decision about it. */
import { itemName } from '@gongkai/domain/catalogue-item.ts';
import type { Comparison } from '@gongkai/catalogue/compare.ts';
import type { CatalogueField } from '@gongkai/domain/catalogue-field.ts';
import type { CataloguePart } from '@gongkai/domain/catalogue-part.ts';
import type { PortalContext } from '../env.ts';
import { Choices, Csrf, Notice, PortalPage, TextArea, TextField } from '../layout.tsx';
import { here, partPath } from './frame.tsx';
import { ItemTable } from './item-table.tsx';

export const ReviewPage = ({
  c,
  field,
  part,
  comparison,
  today,
  error,
}: {
  c: PortalContext;
  field: CatalogueField;
  part: CataloguePart;
  comparison: Comparison;
  today: string;
  error?: string;
}) => {
  const path = partPath(field.id, part.department);
  const { added, removed, changed, unchanged } = comparison;
  const unclear = [...added, ...changed.map((x) => x.item)].filter((item) => !item.limit.understood);
  return (
    <PortalPage c={c} title={`审核${field.name}目录`} current={here}>
      <p>
        <a href={path}>← {field.name}</a>
      </p>
      <h1>
        审核：{c.get('organisation').departmentName(part.department)}的{field.name}目录
      </h1>
      {error && (
        <Notice kind="error">
          <p>{error}</p>
        </Notice>
      )}
      <p class="lead">
        新增 {added.length} 项，修改 {changed.length} 项，删去 {removed.length} 项，不变 {unchanged} 项。
        {part.filed?.reason && `部门说明：${part.filed.reason}`}
      </p>
      {unclear.length > 0 && (
        <Notice kind="warning">
          <p>有 {unclear.length} 项的公开时限没有完全读懂，将按 20 个工作日计算，请核对。</p>
        </Notice>
      )}
      {changed.length > 0 && (
        <>
          <h2>修改</h2>
          {changed.map(({ item, columns }) => (
            <section class="card">
              <h3>{itemName(item)}</h3>
              <table>
                <thead>
                  <tr>
                    <th scope="col">列</th>
                    <th scope="col">原来</th>
                    <th scope="col">现在</th>
                  </tr>
                </thead>
                <tbody>
                  {columns.map((column) => (
                    <tr>
                      <th scope="row">{column.heading}</th>
                      <td class="lines">
                        <del>{column.before || '（空）'}</del>
                      </td>
                      <td class="lines">
                        <ins>{column.after || '（空）'}</ins>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          ))}
        </>
      )}
      {added.length > 0 && (
        <>
          <h2>新增</h2>
          <ItemTable rows={added} first={1} />
        </>
      )}
      {removed.length > 0 && (
        <>
          <h2>删去</h2>
          <p class="quiet">删去的事项不再列入目录，它的栏目页面保留并注明。</p>
          <ItemTable rows={removed} first={1} />
        </>
      )}
      <form method="post" action={`${path}/decision`} class="card narrow">
        <h2>作出决定</h2>
        <Csrf c={c} />
        <input type="hidden" name="contentHash" value={part.filed!.sha256} />
        <Choices
          type="radio"
          name="outcome"
          legend="您的意见"
          options={[
            { value: 'approve', name: '通过', hint: '从生效之日起成为新的版本，公布在政府网站上' },
            { value: 'return', name: '退回修改', hint: '必须写明理由' },
          ]}
          values={[]}
        />
        <TextField name="from" label="生效日期" type="date" value={today} />
        <TextArea name="reason" label="理由" hint="退回的必须填写；通过的可以不填。" rows={3} />
        <button type="submit">提交意见</button>
      </form>
    </PortalPage>
  );
};
