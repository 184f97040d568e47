/** The catalogue at the size of a county and beyond: import of filled templates, and the gap report. */
import { performance } from 'node:perf_hooks';
import { readLimit } from '@gongkai/catalogue/limit-text.ts';
import { readWorkbook } from '@gongkai/catalogue/read-workbook.ts';
import { sheetsOfXlsx } from '@gongkai/catalogue/sheets-of-xlsx.ts';
import { catalogueTitle, templateRows } from '@gongkai/catalogue/to-cells.ts';
import { type TemplateSheet, writeTemplates } from '@gongkai/catalogue/write-workbook.ts';
import { demoCounty } from '@gongkai/cli/demo-county.ts';
import { type CatalogueItem, type ItemContent, openToAll } from '@gongkai/domain/catalogue-item.ts';
import { seedFields } from '@gongkai/domain/catalogue-seed.ts';
import { system } from '@gongkai/domain/history.ts';
import { gapReport } from '@gongkai/functions/shared/catalogue-gaps.ts';
import { installCatalogue } from '@gongkai/functions/shared/catalogue-install.ts';
import { importOrganisation } from '@gongkai/functions/shared/organisation-file.ts';
import { entries } from '@gongkai/functions/shared/stores.ts';
import { type Figure, figure } from './figure.ts';
import { memoryDeps } from '../support/memory-deps.ts';

export async function benchCatalogue(): Promise<Figure[]> {
  return [
    ...(await times('import of filled rows', [10_000, 20_000], async (rows) => {
      const file = await writeTemplates(sheets(rows - rows / 100));
      return () => {
        const read = readWorkbook(sheetsOfXlsx(file), { departments: demoCounty, fields: seedFields });
        const found = read.fields.reduce((sum, f) => sum + f.items.length, 0);
        if (found !== rows - rows / 100) throw new Error(`${found} of ${rows} rows came in`);
      };
    })),
    // 26 fields of 200 items, and half of that; every other item has a document.
    ...(await times('gap report over items', [2_600, 5_200], async (items) => {
      const deps = await countyWith(items);
      return async () => {
        const { gaps } = await gapReport(deps);
        if (gaps.filter((g) => g.kind === 'no-document').length !== items / 2)
          throw new Error('the report is wrong');
      };
    })),
  ];
}

/** Best of five, the sizes in turn, so that other work on the machine counts for neither. Linear is a ratio of 2. */
async function times(
  name: string,
  [small, large]: [number, number],
  prepare: (size: number) => Promise<() => unknown>,
): Promise<Figure[]> {
  const runs = [await prepare(small), await prepare(large)];
  const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 5; round++)
    for (const [i, run] of runs.entries()) {
      const started = performance.now();
      await run();
      best[i] = Math.min(best[i]!, performance.now() - started);
    }
  return [
    figure(`${name}: ${small.toLocaleString('en')}`, best[0]!, 'ms'),
    figure(`${name}: ${large.toLocaleString('en')}`, best[1]!, 'ms'),
    figure(`${name}: twice as many`, best[1]! / best[0]!, '×', { atMost: 2.5 }),
  ];
}

const row = (n: number): ItemContent => ({
  ...openToAll,
  first: `一级事项${Math.floor(n / 10)}`,
  second: `二级事项${n}`,
  content: '办理事项\n办理条件\n申请材料\n办理流程\n办理时间、地点\n联系方式',
  basis: '《中华人民共和国政府信息公开条例》（国务院令第711号）',
  limit: readLimit('信息形成或变更之日起20个工作日内'),
  publishers: [{ name: '民政局', department: 'civil-affairs' }],
  channels: ['website', 'reading-place'],
});

/** Over twenty fields, so that a sheet is as long as it gets. */
const sheets = (rows: number): TemplateSheet[] =>
  seedFields.slice(0, 20).map(({ name }) => ({
    name,
    rows: templateRows(
      catalogueTitle(name),
      Array.from({ length: rows / 20 }, (_, n): CatalogueItem => ({
        ...row(n),
        id: '',
        department: '',
        since: '',
      })),
    ),
  }));

async function countyWith(items: number) {
  const deps = memoryDeps();
  await importOrganisation(deps, JSON.stringify(demoCounty), system);
  const parts = seedFields.map(({ id, departments }) => ({
    field: id,
    department: departments[0]!,
    rows: Array.from({ length: items / seedFields.length }, (_, n) => row(n)),
  }));
  await installCatalogue(deps, parts, { actor: system, reason: '' });
  let number = 0;
  for (const { id } of (await gapReport(deps)).gaps
    .filter((g) => g.kind === 'no-document')
    .map((g) => ({ id: g.item })))
    if (++number % 2 === 0)
      await entries(deps.table).createOnce({
        kind: 'entry',
        id: `d${number}`,
        version: 0,
        publication: {
          path: `documents/d${number}.html`,
          title: '文件',
          documentNumber: null,
          indexNumber: String(number),
          department: 'civil-affairs',
          column: 'social-assistance',
          item: id,
          publishedAt: '2026-03-01T01:00:00.000Z',
          summary: '',
          siteNumber: number,
          columnNumber: number,
          departmentNumber: number,
        },
      });
  return deps;
}
