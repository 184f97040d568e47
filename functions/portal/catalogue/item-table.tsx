/** Items as a table; on request with a link to edit each. */
import { itemName, type ItemContent } from '@gongkai/domain/catalogue-item.ts';
import {
  audienceText,
  channelNames,
  levelText,
  methodText,
  publishersText,
} from '@gongkai/pages/item-facts.tsx';

export const ItemTable = ({
  rows,
  first,
  edit,
}: {
  rows: readonly ItemContent[];
  /** Number of the first row shown, from 1. */
  first: number;
  edit?: ((index: number) => string) | undefined;
}) => (
  <div class="table-wrap">
    <table class="catalogue">
      <thead>
        <tr>
          {[
            '序号',
            '公开事项',
            '公开内容（要素）',
            '公开依据',
            '公开时限',
            '公开主体',
            '渠道和载体',
            '对象',
            '方式',
            '层级',
          ].map((name) => (
            <th scope="col">{name}</th>
          ))}
          {edit && <th scope="col">操作</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr>
            <td class="number">{first + i}</td>
            <th scope="row">{itemName(row)}</th>
            <td class="lines">{row.content}</td>
            <td class="lines">{row.basis}</td>
            <td>
              {row.limit.text}
              {!row.limit.understood && <span class="tag amber">时限未读懂</span>}
            </td>
            <td>{publishersText(row)}</td>
            <td>{channelNames(row)}</td>
            <td>{audienceText(row)}</td>
            <td>{methodText(row)}</td>
            <td>{levelText(row)}</td>
            {edit && (
              <td>
                <a href={edit(first + i - 1)}>修改</a>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
