import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { leafColumns } from './leaf-columns.ts';
import { readWorkbook } from './read-workbook.ts';
import { sheetsOfFile } from './sheets-of-file.ts';
import { filledRow } from './testing/filled-row.ts';

const context = {
  departments: [{ id: 'finance', name: '财政局', aliases: [] }],
  fields: [{ id: 'budgets', name: '财政预决算' }],
};
const heading = leafColumns.map((c) => c.heading);
const row = filledRow('政府预算', '总表', '收入，"支出"');
const csv = [heading, row]
  .map((cells) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(','))
  .join('\r\n');

const read = async (bytes: Uint8Array) => {
  const { fields, problems } = readWorkbook(await sheetsOfFile(bytes, '财政预决算.csv'), context);
  expect(problems).toEqual([]);
  return fields[0]!.items[0]!.content;
};

/** Of the GB18030 table only what the row below needs; Node decodes it and does not write it. */
const gb18030 = async (text: string): Promise<Uint8Array> => {
  const known = new Map<string, number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++)
      known.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  return new Uint8Array(
    Array.from(text).flatMap((c) => (c < '\u0080' ? [c.codePointAt(0)!] : known.get(c)!)),
  );
};

describe('a template as', () => {
  it('.csv in UTF-8 with a mark', async () =>
    expect((await read(Buffer.from(`\uFEFF${csv}`))).content).toBe('收入，"支出"'));
  it('.csv in GB18030', async () => expect((await read(await gb18030(csv))).first).toBe('政府预算'));
  it('.xls with merged cells', async () => {
    const sheet = utils.aoa_to_sheet([heading, row, row.with(1, '').with(2, '部门预算')]);
    sheet['!merges'] = [{ s: { r: 1, c: 1 }, e: { r: 2, c: 1 } }];
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '财政预决算');
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
    const sheets = await sheetsOfFile(bytes, 'a.xls');
    const { items } = readWorkbook(sheets, context).fields[0]!;
    expect(items.map(({ content }) => [content.first, content.second])).toEqual([
      ['政府预算', '总表'],
      ['政府预算', '部门预算'],
    ]);
  });
  it.each([
    ['a Word file', 'PK\u0003\u0004 broken'],
    ['a PDF', '%PDF-1.7'],
  ])('%s is refused in words', async (_, text) => {
    await expect(sheetsOfFile(Buffer.from(text, 'latin1'), 'a')).rejects.toMatchObject({ name: 'Refusal' });
  });
});
