import { describe, expect, it } from 'vitest';
import { screen } from './screen.ts';
import { screenBeside } from './screening-process.ts';

const today = '2026-09-14';
/** Made up; the last digit is right. */
const identityNumber = '11010519491231002X';

describe('screening beside the program', () => {
  it('finds what screening here finds, in rows, hidden parts and the name of the file', async () => {
    const input = {
      blocks: [
        { text: '姓名\t身份证号', kind: 'row' as const, cells: ['姓名', '身份证号'], table: 1 },
        { text: `张三\t${identityNumber}`, kind: 'row' as const, cells: ['张三', identityNumber], table: 1 },
        { text: `联系电话：13912345678${'。'.repeat(1_000)}`, kind: 'paragraph' as const },
      ],
      hidden: [{ kind: 'comment', text: `批注：${identityNumber}`, place: '批注', cells: undefined }],
      fileName: `${identityNumber}.docx`,
      today,
    };
    const found = screen(input);
    expect(new Set(found.map((f) => f.place.hidden))).toEqual(new Set([undefined, '批注', '文件名']));
    expect(await screenBeside(input)).toEqual(found);
  });

  it('lets the program go on meanwhile', async () => {
    const text = Array.from({ length: 4_000 }, (_, i) => `第${i}户\t张三\t${identityNumber}`).join('\n');
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const found = await screenBeside({ text, today });
    clearInterval(timer);
    expect(found.length).toBeGreaterThanOrEqual(4_000);
    expect(turns).toBeGreaterThan(10);
  });
});
