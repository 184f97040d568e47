/** Calendar data as a county keeps it: one entry for each State Council notice, and what is laid on top. */
import { localDateSchema } from '@gongkai/domain/deadline.ts';
import * as z from 'zod';
import { isWeekend } from './local-date.ts';

const datesSchema = z.array(localDateSchema);

/** Make-up days are weekends: a list copied from another year shows itself here. */
const makeUpDatesSchema = z.array(
  localDateSchema.refine(isWeekend, '调休上班日应为周六或周日，请核对年份和日期。'),
);

const noticeSchema = z.object({
  /** The notice, e.g. `国办发明电〔2025〕7号`. */
  source: z.string().min(1, '请写明放假通知的文号或名称。'),
  /** Days off as the notice lists them, weekends included. */
  off: datesSchema.min(1, '没有放假日期：通知尚未公布的年份请不要列入。'),
  /** Weekend days that are worked. */
  work: makeUpDatesSchema,
});

/** A notice also rules the last days of the December before it. */
const belongsTo = (year: string, date: string): boolean =>
  date.startsWith(year) || date.startsWith(`${Number(year) - 1}-12-`);

const yearsSchema = z
  .record(z.string().regex(/^(19|20)\d{2}$/, '年份应为四位数字，如 2027。'), noticeSchema)
  .superRefine((years, context) => {
    for (const [year, { off, work }] of Object.entries(years)) {
      const refuse = (message: string): void => context.addIssue({ code: 'custom', path: [year], message });
      const stray = [...off, ...work].find((date) => !belongsTo(year, date));
      if (stray) refuse(`${stray} 不属于${year}年的安排，请核对。`);
      const both = work.find((date) => off.includes(date));
      if (both) refuse(`${both} 既列为放假又列为上班，请核对。`);
    }
  });

export const calendarDataSchema = z.object({
  version: z.string().min(1, '请给日历一个版本名，如 2027-1。'),
  years: yearsSchema,
  /** Holidays fixed by a minority area's government (全国年节及纪念日放假办法 art. 4), with their own swaps. */
  local: z
    .object({ off: datesSchema.default([]), work: makeUpDatesSchema.default([]) })
    .default({ off: [], work: [] }),
  /** Later changes of single days; the last one for a day holds. */
  corrections: z
    .array(
      z.object({
        date: localDateSchema,
        working: z.boolean(),
        source: z.string().min(1, '请写明更正的依据。'),
      }),
    )
    .default([]),
});
/** `local` and `corrections` may be left out. */
export type CalendarData = z.input<typeof calendarDataSchema>;

/** A county's own data on top of the base: its years replace whole years, the rest is added. */
export const overlay = (base: CalendarData, own: CalendarData): CalendarData => ({
  version: `${base.version}+${own.version}`,
  years: { ...base.years, ...own.years },
  local: {
    off: [...(base.local?.off ?? []), ...(own.local?.off ?? [])],
    work: [...(base.local?.work ?? []), ...(own.local?.work ?? [])],
  },
  corrections: [...(base.corrections ?? []), ...(own.corrections ?? [])],
});
