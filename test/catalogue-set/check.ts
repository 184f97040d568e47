/** A template against what its rows must become. */
import { isDeepStrictEqual } from 'node:util';
import { readWorkbook } from '@gongkai/catalogue/read-workbook.ts';
import { sheetsOfXlsx } from '@gongkai/catalogue/sheets-of-xlsx.ts';
import { demoCounty } from '@gongkai/cli/demo-county.ts';
import { seedFields } from '@gongkai/domain/catalogue-seed.ts';
import type { FilledTemplate } from './expected.ts';

export interface Outcome {
  rows: number;
  right: number;
  /** Rows and fields nobody wrote, and errors. */
  extra: number;
  differences: string[];
}

export function check({ bytes, expected }: FilledTemplate): Outcome {
  const read = readWorkbook(sheetsOfXlsx(bytes()), { departments: demoCounty, fields: seedFields });
  const errors = read.problems.filter((p) => p.severity === 'error');
  const outcome: Outcome = {
    rows: 0,
    right: 0,
    extra: errors.length + read.fields.filter((f) => !expected.some((e) => e.field === f.field)).length,
    differences: errors.map((p) => `${p.sheet} ${p.column ?? ''}${p.row ?? ''} ${p.message}`),
  };
  for (const { field, items } of expected) {
    const got = read.fields.find((f) => f.field === field)?.items.map((item) => item.content) ?? [];
    outcome.rows += items.length;
    outcome.extra += Math.max(0, got.length - items.length);
    for (const [i, item] of items.entries()) {
      if (isDeepStrictEqual(got[i], item)) outcome.right += 1;
      else
        outcome.differences.push(
          `${field} 第 ${i + 1} 项应为 ${JSON.stringify(item)}，实为 ${JSON.stringify(got[i])}`,
        );
    }
  }
  return outcome;
}
