/** The fields in which boxes on pages are given, and the cuts they mean. */
import { InputRefused } from '@gongkai/domain/errors.ts';

export const boxFields = ['page', 'left', 'top', 'right', 'bottom'] as const;
export type BoxRow = Record<(typeof boxFields)[number], string>;

/** As many as one decision takes for one file; the next reviewer may add more. */
const most = 5;

/** Names of the fields of each row. */
export const boxRows = (slot: number): BoxRow[] =>
  Array.from({ length: most }, (_, i) => {
    const name = (field: string): string => `box-${slot}-${i}-${field}`;
    return {
      page: name('page'),
      left: name('left'),
      top: name('top'),
      right: name('right'),
      bottom: name('bottom'),
    };
  });

/** Throws {@link InputRefused} for a row that is filled in halfway or makes no box. */
export const boxCuts = (values: Readonly<Record<string, string>>, slot: number): string[] =>
  boxRows(slot).flatMap((row, i) => {
    const typed = boxFields.map((field) => (values[row[field]] ?? '').trim());
    if (typed.every((text) => text === '')) return [];
    const [page, ...sides] = typed.map((text) => (text === '' ? Number.NaN : Number(text)));
    const [left, top, right, bottom] = sides.map((percent) => Math.round(percent * 10));
    const good =
      Number.isInteger(page) && page! >= 1 && left! >= 0 && top! >= 0 && left! < right! && top! < bottom!;
    if (!good || right! > 1000 || bottom! > 1000)
      throw new InputRefused(
        `框选页面的第 ${i + 1} 处填写不完整：请写页码和左、上、右、下的百分比（左小于右，上小于下）。`,
      );
    return [`@${slot}.${page}.${left}.${top}.${right}.${bottom}`];
  });
