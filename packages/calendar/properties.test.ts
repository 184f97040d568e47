/** What holds for every date and number, not only for the vectors. */
import { assert, integer, oneof, property, record, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { announced } from './announced.ts';
import { createCalendar, earliestPossible } from './calendar.ts';
import { overlay } from './data.ts';
import { addDays, isWeekend } from './local-date.ts';
import { addWorkingDays, workingDaysBetween } from './working-days.ts';

const calendar = createCalendar(announced());
const daysUpTo = (first: string, last: string): number => (Date.parse(last) - Date.parse(first)) / 86_400_000;
const dateIn = (first: string, last: string) =>
  integer({ min: 0, max: daysUpTo(first, last) }).map((n) => addDays(first, n));

/** Sixty working days from here stay within announced years. */
const from = dateIn('2019-01-01', '2026-08-31');
const n = integer({ min: 1, max: 60 });
/** These reach 2027 or may reach it. */
const late = dateIn('2026-10-01', '2027-06-30');
const dates2027 = (only: (date: string) => boolean) =>
  uniqueArray(dateIn('2027-01-01', '2027-12-31').filter(only), { maxLength: 40 });
const notice2027 = record({
  off: dates2027(() => true),
  work: dates2027(isWeekend),
});

test('a deadline is a working day and final within announced years', () => {
  assert(
    property(from, n, (from, n) => {
      const { date, status } = calendar.deadline(from, n);
      expect(calendar.isWorkingDay(date)).toBe(true);
      expect(status).toBe('final');
    }),
  );
});

test('one working day more is a later date', () => {
  assert(
    property(from, n, (from, n) => {
      expect(calendar.deadline(from, n + 1).date > calendar.deadline(from, n).date).toBe(true);
    }),
  );
});

test('a later receipt is never due earlier', () => {
  assert(
    property(from, n, (from, n) => {
      expect(calendar.deadline(addDays(from, 1), n).date >= calendar.deadline(from, n).date).toBe(true);
    }),
  );
});

test('counting the days between gives the number back', () => {
  assert(
    property(from, n, (from, n) => {
      const { date } = calendar.deadline(from, n);
      expect(workingDaysBetween(calendar, from, date)).toBe(n);
      expect(addWorkingDays(calendar, from, n)).toBe(date);
      expect(addWorkingDays(calendar, date, 1 - n)).toBe(calendar.deadline(from, 1).date);
    }),
  );
});

test('a date is final exactly when no day up to it is unknown', () => {
  assert(
    property(late, n, (from, n) => {
      const { date, status } = calendar.deadline(from, n);
      expect(status).toBe(date < '2027' ? 'final' : 'provisional');
    }),
  );
});

test('no notice for 2027 can make a date earlier than the earliest possible one', () => {
  assert(
    property(late, n, notice2027, (from, n, notice) => {
      const estimated = calendar.deadline(from, n);
      const years = { 2027: { source: '测试用通知', ...notice } };
      const loaded = createCalendar(overlay(announced(), { version: '1', years }));
      const earliest = earliestPossible(calendar, estimated);
      expect(loaded.deadline(from, n).date >= earliest).toBe(true);
      expect(earliest <= estimated.date).toBe(true);
    }),
  );
});

test('a derivation always begins with the first day and ends with a result', () => {
  assert(
    property(oneof(from, late), n, (from, n) => {
      const deadline = calendar.deadline(from, n);
      const lines = calendar.explain(deadline);
      expect(lines[0]).toContain('当日不计入');
      expect(lines.at(-1)).toMatch(deadline.status === 'final' ? /即到期日。$/ : /最早可能到期日/);
    }),
  );
});
