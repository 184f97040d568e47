import { describe, expect, it } from 'vitest';
import { pdfContent } from './pdf-layout.ts';
import type { Run } from './pdf-messages.ts';

const run = (text: string, left: number, y: number, size = 16): Run => ({
  text,
  left,
  right: left + text.length * size,
  y,
  size,
});
const page = (...runs: Run[]) => ({ runs, images: 0 });
const answer = {
  ok: true as const,
  characters: 100,
  unmapped: 0,
  annotations: [] as string[],
  attachments: 0,
};
const fullLine = '一'.repeat(28);

describe('the layout of a PDF', () => {
  it('joins the lines of a paragraph, over pages too, and drops page numbers', () => {
    const first = page(run(`　　${fullLine.slice(2)}`, 90, 700), run('— 1 —', 280, 50));
    const second = page(run('续行。', 90, 700), run('二、下一节', 122, 670));
    const { blocks } = pdfContent({ ...answer, pages: [first, second] });
    expect(blocks.map((b) => b.text)).toEqual([`${fullLine.slice(2)}续行。`, '二、下一节']);
  });

  it('keeps signature, date and mark on lines of their own', () => {
    const pages = [
      page(
        run(fullLine, 90, 700),
        run('示范县民政局', 400, 660),
        run('2026年9月1日', 400, 630),
        run('（此件公开发布）', 122, 600),
      ),
    ];
    expect(pdfContent({ ...answer, pages }).blocks).toHaveLength(4);
  });

  it('makes rows of what stands on one line with gaps', () => {
    const pages = [
      page(run('姓名', 90, 700), run('电话', 200, 700), run('张三', 90, 680), run('1', 200, 680)),
    ];
    expect(pdfContent({ ...answer, pages }).blocks.map((b) => b.cells)).toEqual([
      ['姓名', '电话'],
      ['张三', '1'],
    ]);
  });

  it('tells of annotations, attachments, pictures and pages without text', () => {
    const pages = [page(run('文字', 90, 700)), { runs: [], images: 2 }];
    const content = pdfContent({ ...answer, pages, annotations: ['批注\u0000'], attachments: 1 });
    expect(content.hidden).toEqual([{ kind: 'annotation', text: '批注', place: '注释或表单' }]);
    expect(content.problems.join()).toMatch(/第 2 页没有文字.*2 张图片.*1 个附件/);
  });

  it('refuses characters that mean nothing', () => {
    const pages = [page(run('!"#$%&'.repeat(10) + 'abc', 90, 700))];
    expect(() => pdfContent({ ...answer, pages, unmapped: 30 })).toThrow('没有可以读取的文字');
    const rare = Array.from({ length: 200 }, (_, i) => String.fromCodePoint(0x8000 + i)).join('');
    expect(() => pdfContent({ ...answer, pages: [page(run(rare, 90, 700))] })).toThrow('没有可以读取的文字');
  });
});
