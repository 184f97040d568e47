import { expect, test } from 'vitest';
import { announced } from './announced.ts';
import { createCalendar } from './calendar.ts';
import { overlay } from './data.ts';

const base = announced();
const calendar = createCalendar(base);

test('local holidays and their swaps lie on top of the national notice', () => {
  const local = createCalendar({ ...base, local: { off: ['2026-04-13'], work: ['2026-04-18'] } });
  expect(local.isWorkingDay('2026-04-13')).toBe(false);
  expect(local.isWorkingDay('2026-04-18')).toBe(true);
  expect(local.deadline('2026-04-10', 3).date).toBe('2026-04-16');
  expect(calendar.deadline('2026-04-10', 3).date).toBe('2026-04-15');
});

test('a local day off wins over a national make-up day, a correction over both, the last one over all', () => {
  const date = '2026-02-28';
  const off = { ...base, local: { off: [date], work: [] } };
  const corrected = { date, working: true, source: '更正一' };
  const revoked = { date, working: false, source: '更正二' };
  expect(calendar.isWorkingDay(date)).toBe(true);
  expect(createCalendar(off).isWorkingDay(date)).toBe(false);
  expect(createCalendar({ ...off, corrections: [corrected] }).isWorkingDay(date)).toBe(true);
  expect(createCalendar({ ...off, corrections: [corrected, revoked] }).isWorkingDay(date)).toBe(false);
});

test('a notice rules the December before it, in whatever order the years are listed', () => {
  const off = ['2026-12-31', '2027-01-01'];
  const loaded = createCalendar(
    overlay(base, { version: '1', years: { 2027: { source: '测试通知', off, work: ['2026-12-27'] } } }),
  );
  expect(loaded.isWorkingDay('2026-12-31')).toBe(false);
  expect(loaded.isWorkingDay('2026-12-27')).toBe(true);
});

test('a local holiday of an unknown year is in the estimate, and the day stays unknown', () => {
  const local = createCalendar({ ...base, local: { off: ['2027-01-04'], work: [] } });
  expect(local.isWorkingDay('2027-01-04')).toBeUndefined();
  expect(local.deadline('2026-12-31', 1)).toMatchObject({ date: '2027-01-05', status: 'provisional' });
});

test('the version changes with any answer even when its name is kept, and not with the wording of a source', () => {
  const edited = { ...base, local: { off: ['2026-04-13'] } };
  const reworded = {
    ...base,
    years: { ...base.years, 2026: { ...base.years['2026']!, source: '另一写法' } },
  };
  expect(createCalendar(edited).version).not.toBe(calendar.version);
  expect(createCalendar(reworded).version).toBe(calendar.version);
  expect(createCalendar(announced()).version).toBe(calendar.version);
});
