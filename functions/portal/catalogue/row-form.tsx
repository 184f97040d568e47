/** One item to fill in: the columns of the template as a form. */
import { channels } from '@gongkai/domain/catalogue-item.ts';
import type { CatalogueField } from '@gongkai/domain/catalogue-field.ts';
import type { CataloguePart } from '@gongkai/domain/catalogue-part.ts';
import type { PortalContext } from '../env.ts';
import {
  Choices,
  Csrf,
  fieldsOf,
  optionsOf,
  PortalPage,
  TextArea,
  TextField,
  WrongFields,
} from '../layout.tsx';
import { here, partPath } from './frame.tsx';
import type { RowValues } from './row-values.ts';

export const RowPage = ({
  c,
  field,
  part,
  index,
  values,
  errors = {},
}: {
  c: PortalContext;
  field: CatalogueField;
  part: CataloguePart;
  /** Absent for a new row. */
  index?: number | undefined;
  values: RowValues;
  errors?: Record<string, string>;
}) => {
  const path = partPath(field.id, part.department);
  const action = `${path}/rows/${index ?? 'new'}`;
  const { text, choice } = fieldsOf({ ...values }, errors);
  return (
    <PortalPage c={c} title={index === undefined ? '新增公开事项' : '修改公开事项'} current={here}>
      <div class="narrow">
        <p>
          <a href={path}>← {field.name}</a>
        </p>
        <h1>{index === undefined ? '新增公开事项' : '修改公开事项'}</h1>
        <WrongFields errors={errors} />
        <form method="post" action={action} novalidate>
          <Csrf c={c} />
          <input type="hidden" name="version" value={String(part.version)} />
          <div class="pair">
            <TextField {...text('first')} label="一级事项" maxlength={100} />
            <TextField {...text('second')} label="二级事项" maxlength={200} />
          </div>
          <TextArea {...text('content')} label="公开内容（要素）" hint="每个要素一行" rows={4} />
          <TextArea {...text('basis')} label="公开依据" rows={3} />
          <TextField {...text('limit')} label="公开时限" hint="例如：信息形成或变更之日起20个工作日内" />
          <TextField {...text('publishers')} label="公开主体" hint="几个部门之间用顿号隔开" />
          <Choices
            {...choice('channels')}
            type="checkbox"
            legend="公开渠道和载体"
            options={optionsOf(channels)}
          />
          <TextField {...text('otherChannels')} label="其他渠道" hint="几个渠道之间用顿号隔开" />
          <Choices
            {...choice('everyone')}
            type="checkbox"
            legend="公开对象"
            options={optionsOf({ yes: '全社会' })}
          />
          <TextField {...text('groups')} label="特定群体（请写明）" maxlength={200} />
          <Choices
            {...choice('method')}
            type="checkbox"
            legend="公开方式"
            options={optionsOf({ proactive: '主动', onRequest: '依申请' })}
          />
          <Choices
            {...choice('level')}
            type="checkbox"
            legend="公开层级"
            options={optionsOf({ county: '县级', township: '乡级' })}
          />
          <div class="actions">
            <button type="submit">保存</button>
            {index !== undefined && (
              <button type="submit" name="remove" value="yes" class="secondary">
                删去这一项
              </button>
            )}
          </div>
        </form>
      </div>
    </PortalPage>
  );
};
