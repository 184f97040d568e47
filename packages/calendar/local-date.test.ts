import { expect, test } from 'vitest';
import {
  addDays,
  addYears,
  chineseDate,
  instantOf,
  isWeekend,
  localDate,
  localMinute,
  weekday,
} from './local-date.ts';

test('half past midnight in Beijing is still yesterday in UTC', () => {
  expect(localDate('2026-03-01T16:30:00Z')).toBe('2026-03-02');
  expect(localDate(new Date('2026-03-01T15:59:59.999Z'))).toBe('2026-03-01');
  expect(localDate('2026-12-31T16:00:00Z')).toBe('2027-01-01');
});

test('half past eleven at night still counts for its day', () => {
  expect(localDate('2026-03-02T23:30:00+08:00')).toBe('2026-03-02');
  expect(localMinute('2026-03-02T15:30:59Z')).toBe('2026-03-02 23:30');
});

test('an hour of a local date is an instant of that date', () => {
  expect(instantOf('2026-03-02').toISOString()).toBe('2026-03-01T16:00:00.000Z');
  expect(instantOf('2026-03-02', 9).toISOString()).toBe('2026-03-02T01:00:00.000Z');
  expect(localDate(instantOf('2026-03-02'))).toBe('2026-03-02');
});

test('days are added over months, years and 29 February', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
});

test('29 February some years on is the 28th in a common year', () => {
  expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
  expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  expect(addYears('2026-03-02', 1)).toBe('2027-03-02');
});

test('dates are written as documents write them', () => {
  expect(chineseDate('2026-03-02')).toBe('2026年3月2日');
  expect(weekday('2026-02-14')).toBe('周六');
  expect(weekday('2026-02-15')).toBe('周日');
  expect([isWeekend('2026-02-13'), isWeekend('2026-02-14'), isWeekend('2026-02-15')]).toEqual([
    false,
    true,
    true,
  ]);
});
