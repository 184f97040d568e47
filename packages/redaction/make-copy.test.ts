import { readDocument } from '@gongkai/reading/read-document.ts';
import { describe, expect, it } from 'vitest';
import { grepFile } from '../../test/support/grep-file.ts';
import { makeCopy } from './make-copy.ts';
import { leaksIn } from './proof/prove.ts';
import { cutBlock, type Removal } from './removal.ts';

const row = (...cells: string[]) => ({ kind: 'row' as const, text: cells.join('\t'), cells, table: 1 });
const blocks = [
  { kind: 'heading' as const, text: '关于发放补贴的公示' },
  { kind: 'paragraph' as const, text: '经办人：陈某甲，电话13800138000。' },
  row('姓名', '住址', '金额'),
  row('陈某甲', '东街12号', '1200'),
  row('林某乙', '西街8号', '990101199901010014'),
];
const removal: Removal = {
  texts: [
    { text: '13800138000', put: '138****8000' },
    { text: '990101199901010014', put: cutBlock },
  ],
  cells: [{ row: ['陈某甲', '东街12号', '1200'], column: 1, put: cutBlock }],
  boxes: [],
};
const gone = ['13800138000', '990101199901010014', '东街12号'];
/** Of what the old formats held, only what was read reaches the copy. */
const bytes = Buffer.from(`旧文件 ${gone.join(' ')}`);

describe('the copy of a file that cannot be redacted in place', () => {
  it.each([
    ['doc', 'docx'],
    ['rtf', 'docx'],
    ['html', 'docx'],
    ['ofd', 'docx'],
    ['xls', 'xlsx'],
    ['csv', 'txt'],
  ])('of a .%s is a .%s made anew from its text', async (type, copyType) => {
    const copy = await makeCopy({ type, bytes, blocks }, removal, performance.now() + 10_000);
    expect([copy.type, copy.removed]).toEqual([copyType, 3]);
    expect(grepFile(copy.bytes, gone)).toEqual([]);
    expect(leaksIn(copy.type, copy.bytes, gone)).toEqual([]);
    const read = await readDocument(copy.bytes);
    const said = read.ok ? read.text.split('\n') : [];
    for (const kept of [
      '关于发放补贴的公示',
      '经办人：陈某甲，电话138****8000。',
      `陈某甲\t${cutBlock}\t1200`,
    ])
      expect(said).toContain(kept);
    expect(read.ok && read.hidden).toEqual([]);
  });
});
