import { expect, test } from 'vitest';
import { announced } from './announced.ts';
import { createCalendar } from './calendar.ts';
import { addWorkingDays, workingDaysBetween } from './working-days.ts';

const calendar = createCalendar(announced());

test('working days are added forwards and backwards over a make-up Saturday', () => {
  expect(addWorkingDays(calendar, '2026-02-13', 1)).toBe('2026-02-14');
  expect(addWorkingDays(calendar, '2026-02-13', 2)).toBe('2026-02-24');
  expect(addWorkingDays(calendar, '2026-02-24', -1)).toBe('2026-02-14');
  expect(addWorkingDays(calendar, '2026-02-18', 0)).toBe('2026-02-18');
});

test('the days between leave out the first and count the last', () => {
  expect(workingDaysBetween(calendar, '2026-01-19', '2026-02-14')).toBe(20);
  expect(workingDaysBetween(calendar, '2026-02-14', '2026-01-19')).toBe(-20);
  expect(workingDaysBetween(calendar, '2026-02-15', '2026-02-23')).toBe(0);
  expect(workingDaysBetween(calendar, '2026-03-02', '2026-03-02')).toBe(0);
  expect(workingDaysBetween(calendar, '2025-12-31', '2026-12-31')).toBe(248);
});

test('unknown years are answered with undefined, not with a guess', () => {
  expect(addWorkingDays(calendar, '2026-12-31', 1)).toBeUndefined();
  expect(addWorkingDays(calendar, '2019-01-02', -1)).toBeUndefined();
  expect(workingDaysBetween(calendar, '2026-12-30', '2027-01-05')).toBeUndefined();
  expect(workingDaysBetween(calendar, '2027-01-05', '2026-12-30')).toBeUndefined();
});
