/** A list of 20,000 people, as a county's yearly list is: how long screening takes, and how much memory it holds. */
import { screen } from '@gongkai/screening/screen.ts';
import type { Line } from '@gongkai/screening/types.ts';
import { type Figure, figure } from './figure.ts';
import * as make from '../screening-set/invented.ts';
import { random } from '../screening-set/random.ts';

const rows = 20_000;
const headings = [
  '序号',
  '乡镇',
  '村组',
  '户主姓名',
  '身份证号码',
  '联系电话',
  '一卡通账号',
  '保障人口',
  '月保障金（元）',
  '致困原因',
  '审批时间',
];

export function longList(): Line[] {
  const r = random(20_000);
  const row = (cells: string[]): Line => ({ kind: 'row', text: cells.join('\t'), cells });
  return [
    row(headings),
    ...Array.from({ length: rows }, (_, i) =>
      row([
        String(i + 1),
        make.town(r),
        make.village(r) + make.group(r),
        make.name(r),
        make.identity(r),
        make.mobile(r),
        make.card(r),
        String(r.between(1, 8)),
        make.amount(r),
        '因病',
        '2026-09-08',
      ]),
    ),
  ];
}

export async function benchScreening(): Promise<Figure[]> {
  const blocks = longList();
  screen({ blocks: blocks.slice(0, 500) });
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const started = performance.now();
  const findings = screen({ blocks });
  const seconds = (performance.now() - started) / 1000;
  const heldMB = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  return [
    figure(`${rows.toLocaleString('en')} rows of people`, seconds, 's'),
    figure('rows', rows / seconds, '/s'),
    figure('found', findings.length, 'places'),
    figure('memory held', heldMB, 'MB'),
  ];
}
