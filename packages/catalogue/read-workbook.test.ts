import { describe, expect, it } from 'vitest';
import type { Sheet, SheetRow } from './grid.ts';
import { mostRows, readWorkbook } from './read-workbook.ts';
import { leafColumns } from './leaf-columns.ts';
import { filledRow } from './testing/filled-row.ts';

const departments = [{ id: 'finance', name: '财政局', aliases: [] }];
const fields = [
  { id: 'budgets', name: '财政预决算' },
  { id: 'disaster-relief', name: '救灾' },
];
const heading = leafColumns.map((c) => c.heading);
const good = (first: string, second: string): string[] => filledRow(first, second, '内容');
const sheet = (rows: (string | undefined)[][], name = '财政预决算'): Sheet => ({
  name,
  hidden: false,
  merges: [],
  rows: rows.map((cells, i): SheetRow => ({
    number: i + 1,
    hidden: false,
    cells: cells.map((text) => (text === undefined ? undefined : { text })),
  })),
});
const read = (rows: (string | undefined)[][], name?: string) =>
  readWorkbook([sheet(rows, name)], { departments, fields });
const where = (rows: string[][]) => {
  const { fields: imported, problems } = read(rows);
  expect(imported).toEqual([]);
  return problems
    .filter((p) => p.severity === 'error')
    .map(({ row, column, message }) => `${column ?? ''}${row ?? ''} ${message}`);
};
const without = (label: string): string[][] => {
  const at = heading.indexOf(label);
  return [heading.toSpliced(at, 1), good('a', 'b').toSpliced(at, 1)];
};
const changed = (label: string, text: string): string[][] => [
  heading,
  good('政府预算', '总表').with(heading.indexOf(label), text),
];

describe('a template with faults', () => {
  it('that is right imports', () => {
    const { fields: imported, problems } = read([heading, good('政府预算', '总表')]);
    expect(imported[0]).toMatchObject({
      field: 'budgets',
      items: [{ row: 2, content: { first: '政府预算', second: '总表' } }],
    });
    expect(problems).toEqual([]);
  });

  it.each(['公开内容（要素）', '公开时限', '公开主体', '公开渠道和载体', '主动', '县级'])(
    'without “%s” says which column is missing',
    (label) => expect(where(without(label))).toEqual([expect.stringContaining(`缺少“${label}”列`)]),
  );

  it.each([
    ['公开主体', '水务局', 'G2', '不在组织机构中'],
    ['公开渠道和载体', '□政府网站', 'H2', '没有选择任何公开渠道'],
    ['公开依据', '', 'E2', '没有填写“公开依据”'],
    ['特定群体（请写明）', '√', 'J2', '请写明是哪些人'],
    ['主动', '', 'K2', '没有选择公开方式'],
    ['县级', '□', 'M2', '没有选择公开层级'],
    ['公开时限', '同上', 'F2', '上面没有内容'],
    ['公开内容（要素）', '长'.repeat(5_000), 'D2', '太长'],
  ])('%s = “%s” is told at its cell', (label, text, cell, message) => {
    const problems = where(changed(label, text));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(cell);
    expect(problems[0]).toContain(message);
  });

  it('imports nothing when one of many rows is wrong', () => {
    const rows = [
      heading,
      ...Array.from({ length: 50 }, (_, i) => good('政府预算', `事项${i}`)),
      good('政府预算', '').with(6, '某局'),
    ];
    expect(where(rows)).toHaveLength(1);
  });

  it('two contradictory rows are told with both row numbers', () => {
    const twice = [heading, good('政府预算', '总表'), good('政府预算', '总 表').with(5, '每年1月31日前')];
    expect(where(twice)).toEqual([expect.stringMatching(/^3 .*第 2 行是同一事项.*内容不一致/)]);
  });

  it('a repeated row is told, too', () => {
    expect(where([heading, good('政府预算', '总表'), good('政府预算', '总表')])).toEqual([
      expect.stringMatching(/^3 .*完全相同/),
    ]);
  });

  it('a formula is told at its cell', () => {
    const formula = sheet([heading, good('政府预算', '总表')]);
    formula.rows[1]!.cells[3] = { text: '0', formula: true };
    const { fields: imported, problems } = readWorkbook([formula], { departments, fields });
    expect(imported).toEqual([]);
    expect(problems).toEqual([
      expect.objectContaining({ row: 2, column: 'D', message: expect.stringContaining('公式') }),
    ]);
  });

  it(`more than ${mostRows} rows are refused at once`, () => {
    const many = Array.from({ length: 50_000 }, (_, i) => good('政府预算', `事项${i}`));
    expect(where([heading, ...many])).toEqual([expect.stringContaining('50001 行')]);
  });

  it('thousands of problems are bounded, the errors first', () => {
    const { problems } = read([
      heading,
      ...Array.from({ length: 2_000 }, (_, i) => good('政府预算', `事项${i}`).with(6, '某局')),
    ]);
    expect(problems).toHaveLength(501);
    expect(problems[0]!.message).toContain('2000 处');
  });

  it('an unreadable limit is a warning and stays as text', () => {
    const { fields: imported, problems } = read(changed('公开时限', '按上级要求'));
    expect(problems).toEqual([expect.objectContaining({ severity: 'warning', row: 2, column: 'F' })]);
    expect(imported[0]!.items[0]!.content.limit).toEqual({ text: '按上级要求', understood: false });
  });

  it('another kind of table is refused with what to do', () =>
    expect(
      where([
        ['姓名', '电话'],
        ['甲', '1'],
      ]),
    ).toEqual([expect.stringContaining('请使用统一的模板')]));

  it('a sheet that names no field is refused, and one of another field', () => {
    expect(read([heading, good('a', 'b')], 'Sheet1').problems[0]!.message).toContain(
      '看不出这张表属于哪个领域',
    );
    const other = readWorkbook([sheet([heading, good('a', 'b')], '救灾')], {
      departments,
      fields,
      field: 'budgets',
    });
    expect(other.problems[0]!.message).toContain('“救灾”领域');
  });
});
