/** All fields: what stands where, and who has to act. */
import type { CatalogueField } from '@gongkai/domain/catalogue-field.ts';
import type { CataloguePart } from '@gongkai/domain/catalogue-part.ts';
import type { PortalContext } from '../env.ts';
import { Notice, PortalPage } from '../layout.tsx';
import { ListTable } from '../list-table.tsx';
import { here, partPath, StateTag } from './frame.tsx';

export interface ListedField {
  field: CatalogueField;
  parts: readonly CataloguePart[];
}

export const ListPage = ({
  c,
  fields,
  office,
}: {
  c: PortalContext;
  fields: readonly ListedField[];
  office: boolean;
}) => (
  <PortalPage c={c} title="公开事项目录" current={here}>
    <div class="heading">
      <h1>公开事项目录</h1>
      <a class="button secondary" href={`${here}/gaps`}>
        {office ? '全县公开缺口' : '本部门公开缺口'}
      </a>
      {office && (
        <a class="button" href={`${here}/new-field`}>
          新增领域
        </a>
      )}
    </div>
    <p class="lead">
      目录是本县对公众的承诺：公开什么、谁来公开、多长时间内公开。部门填报或上传模板，报送县政府办公室审核后公布。
    </p>
    {fields.length === 0 ? (
      <Notice kind="info">
        <p>本部门还没有承担领域。县政府办公室把领域分给本部门后，会出现在这里。</p>
      </Notice>
    ) : (
      <ListTable
        caption={`共 ${fields.length} 个领域`}
        headings={['领域', '部门填报', '现行版本', '报送期限']}
      >
        {fields.map(({ field, parts }) => (
          <tr>
            <td>{office ? <a href={`${here}/${field.id}`}>{field.name}</a> : field.name}</td>
            <td>
              <ul class="plain">
                {parts.map((part) => (
                  <li>
                    <a href={partPath(field.id, part.department)}>
                      {c.get('organisation').departmentName(part.department)}
                    </a>{' '}
                    <StateTag state={part.state} />
                  </li>
                ))}
              </ul>
            </td>
            <td class="number">
              {field.editions[0] ? `第 ${field.editions[0].number} 版，${field.editions[0].items} 项` : '—'}
            </td>
            <td class="number">{field.round?.due.date ?? '—'}</td>
          </tr>
        ))}
      </ListTable>
    )}
  </PortalPage>
);
