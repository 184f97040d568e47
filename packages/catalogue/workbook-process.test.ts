import { describe, expect, it } from 'vitest';
import { fillMerges, type Merge, type Sheet } from './grid.ts';
import { leafColumns } from './leaf-columns.ts';
import { readTemplate } from './workbook-process.ts';
import { filledRow } from './testing/filled-row.ts';

const heading = leafColumns.map((c) => c.heading);
const row = filledRow('政府预算', '总表', '收入');
const template = {
  bytes: new TextEncoder().encode([heading, row].map((cells) => cells.join(',')).join('\n')),
  name: '财政预决算.csv',
  context: {
    departments: [{ id: 'finance', name: '财政局', aliases: [] }],
    fields: [{ id: 'budgets', name: '财政预决算' }],
  },
};

describe('a template', () => {
  it('that takes too long is refused, and the next is read', async () => {
    await expect(readTemplate(template, 1)).rejects.toMatchObject({ name: 'Refusal', code: 'too-slow' });
    const { fields, problems } = await readTemplate(template);
    expect([problems.filter((p) => p.severity === 'error'), fields.map((f) => f.field)]).toEqual([
      [],
      ['budgets'],
    ]);
  });

  it('leaves the program free while it is read', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const many = new TextEncoder().encode(Array(19_000).fill(heading.join(',')).join('\n'));
    await readTemplate({ ...template, bytes: many });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  it('whose merged ranges have more cells than its table is refused', () => {
    const whole: Merge = { top: 1, left: 0, bottom: 2, right: 16_383 };
    const sheet: Sheet = {
      name: '',
      hidden: false,
      rows: [1, 2].map((number) => ({ number, hidden: false, cells: [{ text: '表' }] })),
      merges: [whole],
    };
    expect(fillMerges(sheet)[1]!.cells).toHaveLength(60);
    expect(() => fillMerges({ ...sheet, merges: [whole, whole] })).toThrow(
      expect.objectContaining({ name: 'Refusal', code: 'damaged' }),
    );
  });
});
