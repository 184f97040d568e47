import { InputRefused } from '@gongkai/domain/errors.ts';
import { describe, expect, test } from 'vitest';
import { announced } from './announced.ts';
import { createCalendar, earliestPossible } from './calendar.ts';
import { countTo } from './count.ts';
import { isWeekend, localDate } from './local-date.ts';

const calendar = createCalendar(announced());
const terms = [3, 7, 15, 20, 40] as const;

/** Received, then the day due after 3, 7, 15, 20 and 40 working days; `needs 2027` cannot be final yet. */
const vectors = `
  2025-12-22  2025-12-25  2025-12-31  2026-01-13  2026-01-20  2026-02-24
  2025-12-31  2026-01-06  2026-01-12  2026-01-22  2026-01-29  2026-03-04
  2026-01-19  2026-01-22  2026-01-28  2026-02-09  2026-02-14  2026-03-20
  2026-01-30  2026-02-04  2026-02-10  2026-02-27  2026-03-05  2026-04-02
  2026-03-02  2026-03-05  2026-03-11  2026-03-23  2026-03-30  2026-04-28
  2026-04-01  2026-04-07  2026-04-13  2026-04-23  2026-04-30  2026-06-01
  2026-04-10  2026-04-15  2026-04-21  2026-05-06  2026-05-12  2026-06-09
  2026-09-07  2026-09-10  2026-09-16  2026-09-28  2026-10-10  2026-11-06
  2026-09-11  2026-09-16  2026-09-21  2026-10-09  2026-10-15  2026-11-12
  2026-09-21  2026-09-24  2026-10-08  2026-10-19  2026-10-26  2026-11-23
  2026-11-23  2026-11-26  2026-12-02  2026-12-14  2026-12-21  needs-2027
  2026-12-03  2026-12-08  2026-12-14  2026-12-24  2026-12-31  needs-2027
  2026-12-04  2026-12-09  2026-12-15  2026-12-25  needs-2027  needs-2027`
  .trim()
  .split('\n')
  .flatMap((row) => {
    const [from = '', ...due] = row.trim().split(/\s+/);
    return terms.map((n, i) => ({ from, n, due: due[i] ?? '' }));
  });

const needs2027 = vectors.filter(({ due }) => due === 'needs-2027');
const final = vectors.filter(({ due }) => due !== 'needs-2027');

test('the table has all sixty-five vectors', () => {
  expect([final.length, needs2027.length]).toEqual([61, 4]);
});

test.for(final)('received $from, $n working days: $due', ({ from, n, due }) => {
  expect(calendar.deadline(from, n)).toEqual({
    date: due,
    status: 'final',
    calendarVersion: calendar.version,
    from,
    workingDays: n,
  });
});

test.for(needs2027)('received $from, $n working days: provisional until 2027 is announced', ({ from, n }) => {
  const deadline = calendar.deadline(from, n);
  expect(deadline).toMatchObject({ status: 'provisional', from, workingDays: n });
  expect(deadline.date >= '2027-01-01').toBe(true);
  expect(calendar.explain(deadline).join('')).toContain('待国务院办公厅公布2027年节假日安排');
});

test('the count stops where the announced days end: 28 of 40, 19 of 20', () => {
  const stop = (from: string, n: number): string => calendar.explain(calendar.deadline(from, n)).join('');
  expect(stop('2026-11-23', 40)).toContain('共28个工作日，其后待');
  expect(stop('2026-12-04', 20)).toContain('共19个工作日，其后待');
});

test('the last safe receipt dates of 2026 are 3 December for 20 and 5 November for 40 working days', () => {
  expect(calendar.deadline('2026-12-03', 20)).toMatchObject({ date: '2026-12-31', status: 'final' });
  expect(calendar.deadline('2026-12-04', 20).status).toBe('provisional');
  expect(calendar.deadline('2026-11-05', 40)).toMatchObject({ date: '2026-12-31', status: 'final' });
  expect(calendar.deadline('2026-11-06', 40).status).toBe('provisional');
});

test('counting Monday to Friday would be late in one case and early in another', () => {
  const naive = (from: string, n: number): string => countTo(from, n, (date) => !isWeekend(date));
  expect(naive('2026-01-19', 20)).toBe('2026-02-16');
  expect(calendar.deadline('2026-01-19', 20).date).toBe('2026-02-14');
  expect(naive('2026-01-30', 20)).toBe('2026-02-27');
  expect(calendar.deadline('2026-01-30', 20).date).toBe('2026-03-05');
});

test('a request confirmed at half past midnight counts from the day in Beijing, not from the day in UTC', () => {
  const confirmed = '2026-03-01T16:30:00Z';
  expect(localDate(confirmed)).toBe('2026-03-02');
  expect(calendar.deadline(localDate(confirmed), 20).date).toBe('2026-03-30');
  expect(calendar.deadline('2026-03-01', 20).date).toBe('2026-03-27');
});

describe('beyond the announced years', () => {
  test('an estimate skips weekends and the days the law itself frees', () => {
    expect(calendar.deadline('2026-12-31', 1)).toMatchObject({ date: '2027-01-04', status: 'provisional' });
    expect(calendar.deadline('2027-02-04', 1).date).toBe('2027-02-09');
    expect(calendar.deadline('2027-04-02', 1).date).toBe('2027-04-06');
    expect(calendar.deadline('2027-09-30', 1).date).toBe('2027-10-04');
  });

  test('the warning goes by the earliest possible day, weekends and holidays included', () => {
    expect(earliestPossible(calendar, calendar.deadline('2026-12-04', 20))).toBe('2027-01-01');
    expect(earliestPossible(calendar, calendar.deadline('2026-11-23', 40))).toBe('2027-01-12');
    expect(earliestPossible(calendar, calendar.deadline('2026-01-19', 20))).toBe('2026-02-14');
  });

  test('far future and far past are provisional and never crash', () => {
    expect(calendar.deadline('2045-05-01', 40).status).toBe('provisional');
    expect(calendar.deadline('2018-12-20', 20).status).toBe('provisional');
    expect(calendar.explain(calendar.deadline('2045-05-01', 40)).join('')).toContain('公布2045年');
    expect(calendar.deadline('2026-12-31', 10_000).status).toBe('provisional');
  });

  test('a calendar that knows no year at all still answers', () => {
    const empty = createCalendar({ version: '0', years: {} });
    expect(empty.deadline('2026-03-02', 3)).toMatchObject({ date: '2026-03-05', status: 'provisional' });
    expect(empty.explain(empty.deadline('2026-03-02', 3)).join('')).toContain('公布2026年');
  });
});

test('no working days is the day itself, even in an unknown year', () => {
  expect(calendar.deadline('2027-01-01', 0)).toMatchObject({ date: '2027-01-01', status: 'final' });
});

test.for([
  ['2026-02-30', 3],
  ['2026-3-2', 3],
  ['', 3],
  ['1900-01-01', 3],
  ['9999-12-31', 3],
] as const)('the date %s is refused with a message', ([from, n]) => {
  expect(() => calendar.deadline(from, n)).toThrow(InputRefused);
  expect(() => calendar.deadline(from, n)).toThrow('起算日期不正确');
});

test.for([-1, 1.5, Number.NaN, 10_001, Infinity])('%d working days are refused with a message', (n) => {
  expect(() => calendar.deadline('2026-03-02', n)).toThrow(InputRefused);
  expect(() => calendar.deadline('2026-03-02', n)).toThrow('整数');
});
