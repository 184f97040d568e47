import { isWorkday } from 'chinese-days';
import { describe, expect, test } from 'vitest';
import { announced } from './announced.ts';
import { calendarDataSchema, createCalendar } from './calendar.ts';
import { daysAfter } from './count.ts';
import { isWeekend } from './local-date.ts';

const calendar = createCalendar(announced());
const daysOf = (year: number): string[] => [...daysAfter(`${year - 1}-12-31`, `${year}-12-31`)];
/** `2026-02-15..2026-02-23`, `2026-02-14` → dates */
const spread = (year: number, text: string): string[] =>
  text.split(' ').flatMap((part) => {
    const [first = '', last = first] = part.split('..').map((d) => `${year}-${d}`);
    return daysOf(year).filter((date) => date >= first && date <= last);
  });

test('the announced data passes its own schema', () => {
  expect(calendarDataSchema.safeParse(announced()).error).toBeUndefined();
});

test.for([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])(
  'every day of %i is as chinese-days has it',
  (year) => {
    const ours = daysOf(year).filter((date) => calendar.isWorkingDay(date));
    expect(ours).toEqual(daysOf(year).filter((date) => isWorkday(date)));
  },
);

describe.for([
  {
    year: 2025,
    off: '01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08',
    work: '01-26 02-08 04-27 09-28 10-11',
    workingDays: 248,
  },
  {
    year: 2026,
    off: '01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07',
    work: '01-04 02-14 02-28 05-09 09-20 10-10',
    workingDays: 248,
  },
])('the notice for $year', ({ year, off, work, workingDays }) => {
  const offDays = spread(year, off);
  const workDays = spread(year, work);

  test('lists exactly its days off and make-up days', () => {
    expect(announced().years[year]).toMatchObject({ off: offDays, work: workDays });
  });

  test('leaves every other day to the week', () => {
    const expected = daysOf(year).filter(
      (date) => workDays.includes(date) || (!isWeekend(date) && !offDays.includes(date)),
    );
    expect(daysOf(year).filter((date) => calendar.isWorkingDay(date))).toEqual(expected);
    expect(expected).toHaveLength(workingDays);
  });
});

test('a year without a notice is unknown, though chinese-days calls New Year 2027 a working day', () => {
  expect(isWorkday('2027-01-01')).toBe(true);
  expect(calendar.isWorkingDay('2027-01-01')).toBeUndefined();
  expect(calendar.isWorkingDay('2018-12-31')).toBeUndefined();
  expect([...calendar.years]).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
});

test('the 2020 calendar carries its change after publication, and says whose it is', () => {
  expect(announced().years[2020]?.work).toContain('2020-02-01');
  expect(calendar.isWorkingDay('2020-01-31')).toBe(false);
  expect(calendar.isWorkingDay('2020-02-01')).toBe(false);
  expect(calendar.isWorkingDay('2020-02-03')).toBe(true);
  expect(calendar.deadline('2020-01-22', 3)).toMatchObject({ date: '2020-02-04', status: 'final' });
  expect(calendar.explain(calendar.deadline('2020-01-22', 3))).toContain(
    '2020年1月31日（周五）至2020年2月2日（周日）：临时调整放假（国务院办公厅关于延长2020年春节假期的通知），不计。',
  );
});

test('the 2019 Labour Day change moves deadlines both ways', () => {
  const { corrections: _, ...asFirstAnnounced } = announced();
  const before = createCalendar(asFirstAnnounced);
  expect(before.deadline('2019-04-26', 2).date).toBe('2019-04-30');
  expect(calendar.deadline('2019-04-26', 2).date).toBe('2019-04-29');
  expect(before.deadline('2019-04-30', 1).date).toBe('2019-05-02');
  expect(calendar.deadline('2019-04-30', 1).date).toBe('2019-05-05');
});

test('the last days of a December follow the notice of the next year', () => {
  expect(announced().years[2023]?.off).toContain('2022-12-31');
  expect(announced().years[2019]?.work).toContain('2018-12-29');
});
