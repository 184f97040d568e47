import { describe, expect, it } from 'vitest';
import { type CatalogueItem, openToAll } from '@gongkai/domain/catalogue-item.ts';
import { identify } from './identify.ts';
import { readLimit } from './limit-text.ts';
import { readWorkbook } from './read-workbook.ts';
import { sheetsOfXlsx } from './sheets-of-xlsx.ts';
import { catalogueTitle, templateRows } from './to-cells.ts';
import { writeTemplates } from './write-workbook.ts';

const departments = [{ id: 'finance', name: '财政局', aliases: [] }];
const fields = [{ id: 'budgets', name: '财政预决算' }];
const part = { field: 'budgets', department: 'finance' };
const today = '2026-11-23';

const item = (first: string, second: string, more: Partial<CatalogueItem> = {}): CatalogueItem => ({
  ...openToAll,
  id: '',
  department: 'finance',
  since: today,
  first,
  second,
  content: '收入表\n支出表 "引号" <标签> & 符号',
  basis: '预算法',
  limit: readLimit('批复后20日内'),
  publishers: [
    { name: '财政局', department: 'finance' },
    { name: '乡镇人民政府', department: null },
  ],
  channels: ['website', 'notice-board'],
  ...more,
});
const items = [
  item('政府预算', '收支总表'),
  item('政府预算', '“三公”经费', { otherChannels: ['信用中国', '村村响'], onRequest: true }),
  item('部门预算', '', { everyone: false, groups: '预算单位', limit: readLimit('按规定') }),
  item('政府预算', '决算', { proactive: false, onRequest: true, county: false, township: true }),
];

const exported = (list: readonly CatalogueItem[]): Promise<Uint8Array> =>
  writeTemplates([{ name: '财政预决算', rows: templateRows(catalogueTitle('财政预决算'), list) }]);
const imported = (bytes: Uint8Array): CatalogueItem[] => {
  const read = readWorkbook(sheetsOfXlsx(bytes), { departments, fields });
  const contents = read.fields.flatMap((f) => f.items.map((i) => i.content));
  return identify(part, contents, [], today);
};

describe('export, import, export', () => {
  it('gives the same file, byte for byte', async () => {
    const first = await exported(items);
    const again = await exported(imported(first));
    expect(Buffer.from(again).equals(first)).toBe(true);
  });
  it('loses nothing of any row', async () => {
    const back = imported(await exported(items));
    expect(back).toEqual(items.map((i, n) => ({ ...i, id: back[n]!.id })));
  });
});

describe('ids', () => {
  const before = identify(part, items, [], '2026-01-05');
  it('are stable, different, and carry the field', () => {
    expect(identify(part, items, [], today).map((i) => i.id)).toEqual(before.map((i) => i.id));
    expect(new Set(before.map((i) => i.id)).size).toBe(items.length);
    for (const { id } of before) expect(id).toMatch(/^budgets-[0-9a-f]{8}$/);
  });
  it('stay with a renamed item', () => {
    const unlike = before.map((i, n) => ({ ...i, content: `内容${n}` }));
    const renamed = unlike.with(1, { ...unlike[1]!, second: '“三公”经费预算' });
    expect(identify(part, renamed, unlike, today).map((i) => i.id)).toEqual(before.map((i) => i.id));
  });
  it('of a new item under an old name are new', () => {
    const unlike = before.map((i, n) => ({ ...i, content: `内容${n}` }));
    const moved = [
      { ...unlike[0]!, second: '新名称' },
      { ...unlike[0]!, content: '别的内容', basis: '别的依据' },
    ];
    const [renamed, fresh] = identify(part, moved, unlike, today);
    expect(fresh!.id).toBe(before[0]!.id);
    expect(renamed!.id).not.toBe(before[0]!.id);
  });
});
