import { expect, it } from 'vitest';
import { announced } from './announced.ts';
import { createCalendar } from './calendar.ts';
import { afterPeriod, onDate } from './periods.ts';
import { addMonths } from './local-date.ts';
import { recompute } from './recompute.ts';

const calendar = createCalendar(announced());

it.each([
  ['2026-03-02', { count: 20, unit: 'working-day' }, '2026-03-30'],
  // 20 days on is Sunday the 22nd: the law moves it to Monday.
  ['2026-03-02', { count: 20, unit: 'day' }, '2026-03-23'],
  // The 14th of February 2026 is a Saturday on which people work.
  ['2026-01-25', { count: 20, unit: 'day' }, '2026-02-14'],
  ['2026-01-30', { count: 20, unit: 'day' }, '2026-02-24'],
  ['2026-05-31', { count: 3, unit: 'month' }, '2026-08-31'],
  ['2026-07-01', { count: 3, unit: 'month' }, '2026-10-08'],
  ['2026-03-02', { count: 24, unit: 'hour' }, '2026-03-03'],
] as const)('%s and %o end on %s', (from, period, date) => {
  const deadline = afterPeriod(calendar, from, period);
  expect(deadline).toMatchObject({ date, status: 'final' });
  expect(recompute(calendar, deadline).moved).toBe('same');
});

it('a period that ends in a year without a calendar is provisional', () =>
  expect(afterPeriod(calendar, '2026-12-20', { count: 20, unit: 'day' }).status).toBe('provisional'));

it('a set date stays where it is, holiday or not', () =>
  expect(onDate(calendar, '2026-10-01')).toMatchObject({ date: '2026-10-01', status: 'final' }));

it.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-08-03', 3, '2026-11-03'],
])('%s and %i months is %s', (from, months, to) => expect(addMonths(from, months)).toBe(to));
