/** What one department may file a document under: its own items first, then whole fields. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import { itemName, publishersOn } from '@gongkai/domain/catalogue-item.ts';
import { policyItem } from '@gongkai/domain/catalogue.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { listedItems } from './catalogue.ts';
import { loadFields } from './catalogue-columns.ts';

export interface ItemGroup {
  name: string;
  options: { value: string; name: string }[];
}

export async function itemChoice(
  deps: Pick<Deps, 'table' | 'files' | 'clock'>,
  department: string,
): Promise<ItemGroup[]> {
  const today = localDate(deps.clock.now());
  const fields = await loadFields(deps);
  const own = await Promise.all(
    fields
      .filter((f) => f.departments.includes(department) || department in f.parts)
      .map(async (field): Promise<ItemGroup> => ({
        name: `本部门的公开事项：${field.name}`,
        options: (await listedItems(deps, field))
          .filter((item) => item.department === department || publishersOn(item, today).includes(department))
          .map((item) => ({ value: item.id, name: itemName(item) })),
      })),
  );
  const whole = (f: { id: string; name: string }) => ({ value: f.id, name: f.name });
  const led = fields.filter((f) => f.departments.includes(department));
  return [
    ...own,
    { name: '本部门的领域（不属于列出的事项时）', options: led.map(whole) },
    { name: '综合', options: [{ value: policyItem, name: '政策文件' }] },
    { name: '其他领域', options: fields.filter((f) => !led.includes(f)).map(whole) },
  ].filter((group) => group.options.length > 0);
}
