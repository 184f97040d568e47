import { describe, expect, it } from 'vitest';
import { type LayoutPage, layoutBlocks } from './page-layout.ts';
import type { Piece } from './page-lines.ts';
import type { Ruling } from './page-rulings.ts';

const run = (text: string, left: number, y: number, size = 16): Piece => ({
  text,
  left,
  right: left + text.length * size,
  y,
  size,
});
const page = (...pieces: Piece[]): LayoutPage => ({
  number: 1,
  pieces,
  rulings: { across: [], down: [] },
  edges: { top: 842, bottom: 0 },
});
const blocksOf = (...pages: LayoutPage[]) =>
  layoutBlocks(pages.map((p, i) => Object.assign(p, { number: i + 1 })));
const textsOf = (...pages: LayoutPage[]) => blocksOf(...pages).map((b) => b.text);
const fullLine = '一'.repeat(28);

describe('the layout of pages', () => {
  it('joins the lines of a paragraph, over pages too, and drops page numbers', () => {
    const first = page(run(`　　${fullLine.slice(2)}`, 90, 700), run('— 1 —', 280, 50));
    const second = page(run('续行。', 90, 700), run('二、下一节', 122, 670), run('第 2 页 共 2 页', 280, 50));
    expect(textsOf(first, second)).toEqual([`${fullLine.slice(2)}续行。`, '二、下一节']);
  });

  it('keeps signature, date and mark on lines of their own', () => {
    const lines = page(
      run(fullLine, 90, 700),
      run('示范县民政局', 400, 660),
      run('2026年9月1日', 400, 630),
      run('（此件公开发布）', 122, 600),
    );
    expect(textsOf(lines)).toHaveLength(4);
  });

  it('reads from top to bottom, whatever the order of drawing', () => {
    expect(textsOf(page(run('下', 90, 300), run('上', 90, 700), run('中', 90, 500)))).toEqual([
      '上',
      '中',
      '下',
    ]);
  });

  it('tells the page of each block', () => {
    expect(blocksOf(page(run('甲。', 90, 700)), page(run('乙。', 90, 700))).map((b) => b.page)).toEqual([
      1, 2,
    ]);
  });

  it('reads what runs along the edge of several pages once, as header and footer', () => {
    const pages = ['甲。', '乙。', '丙。'].map((text, i) =>
      page(run('示范县人民政府公报', 200, 800, 10), run(text, 90, 500), run(`内部编号 ${i}`, 90, 40, 10)),
    );
    expect(blocksOf(...pages).map(({ text, part }) => [part, text])).toEqual([
      ['header', '示范县人民政府公报'],
      [undefined, '甲。'],
      [undefined, '乙。'],
      [undefined, '丙。'],
      ['footer', '内部编号 0'],
      ['footer', '内部编号 1'],
      ['footer', '内部编号 2'],
    ]);
  });
});

describe('tables without rulings', () => {
  it('keep empty cells in their columns, so that headings can speak', () => {
    const list = page(
      run('姓名', 90, 700),
      run('证件号', 200, 700),
      run('电话', 420, 700),
      run('张三', 90, 680),
      run('990101', 190, 680),
      run('138', 425, 680),
      run('李四', 90, 660),
      run('139', 415, 660),
    );
    expect(blocksOf(list)).toMatchObject([
      { cells: ['姓名', '证件号', '电话'], table: 1 },
      { cells: ['张三', '990101', '138'], table: 1 },
      { cells: ['李四', '', '139'], table: 1 },
    ]);
  });

  it('go on over pages', () => {
    const first = page(run('姓名', 90, 100), run('证件号', 200, 100), run('— 1 —', 280, 40));
    const second = page(run('张三', 90, 700), run('990101', 200, 700));
    expect(blocksOf(first, second).map((b) => [b.page, b.table])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it('are no table when there is but one line', () => {
    expect(blocksOf(page(run('示政发〔2026〕1号', 90, 700), run('签发人：张三', 400, 700)))).toMatchObject([
      { cells: ['示政发〔2026〕1号', '签发人：张三'] },
    ]);
    expect(blocksOf(page(run('甲', 90, 700), run('乙', 400, 700)))[0]?.table).toBeUndefined();
  });
});

describe('tables with rulings', () => {
  const lines = (places: number[], from: number, to: number): Ruling[] =>
    places.map((at) => ({ at, from, to }));
  const grid = {
    across: lines([700, 670, 640, 610], 90, 390),
    down: lines([90, 190, 290, 390], 610, 700),
  };
  const cell = (text: string, column: number, row: number): Piece =>
    run(text, 95 + column * 100, 680 - row * 30, 10);

  it('part cells that stand close together', () => {
    const pieces = [run('1234567890', 91, 680, 10), run('abcdefghij', 190.5, 680, 10), cell('丙', 2, 0)];
    expect(blocksOf({ ...page(...pieces), rulings: grid })).toMatchObject([
      { cells: ['1234567890', 'abcdefghij', '丙'], table: 1 },
    ]);
  });

  it('join the lines of a cell', () => {
    const pieces = [run('县人力资源', 91, 690, 8), run('和社会保障局', 91, 675, 8), cell('乙', 1, 0)];
    expect(blocksOf({ ...page(...pieces), rulings: grid })[0]?.cells).toEqual([
      '县人力资源和社会保障局',
      '乙',
      '',
    ]);
  });

  it('leave the continuation of a merged cell empty', () => {
    // No wall between the first two columns of the first row, no floor under the last column's first row.
    const rulings = {
      across: [...lines([700, 640, 610], 90, 390), ...lines([670], 90, 290)],
      down: [...lines([90, 290, 390], 610, 700), ...lines([190], 610, 670)],
    };
    const pieces = [
      run('合并', 170, 680, 10),
      run('纵向', 300, 655, 10),
      cell('甲', 0, 1),
      cell('乙', 1, 1),
      cell('丁', 0, 2),
    ];
    expect(blocksOf({ ...page(...pieces), rulings }).map((b) => b.cells)).toEqual([
      ['合并', '', '纵向'],
      ['甲', '乙', ''],
      ['丁', '', ''],
    ]);
  });

  it('go on over pages when the columns are the same, and are numbered', () => {
    const body = page(cell('甲', 0, 0), cell('乙', 1, 1));
    const other = { across: grid.across, down: lines([90, 240, 390], 610, 700) };
    const blocks = blocksOf(
      { ...body, rulings: grid },
      { ...body, rulings: grid },
      { ...body, rulings: other },
    );
    expect(blocks.map((b) => b.table)).toEqual([1, 1, 1, 1, 2, 2]);
  });

  it('are no table when a frame stands around a text', () => {
    const frame = { across: lines([700, 610], 90, 390), down: lines([90, 390], 610, 700) };
    expect(blocksOf({ ...page(run('框中文字', 95, 650)), rulings: frame })).toEqual([
      { text: '框中文字', kind: 'paragraph', page: 1 },
    ]);
  });
});
