import { expect, test } from 'vitest';
import { announced } from './announced.ts';
import { createCalendar, earliestPossible } from './calendar.ts';
import { overlay } from './data.ts';
import { recompute } from './recompute.ts';

const before = createCalendar(announced());

/** A 2027 made for these tests; the real one was not announced when they were written. */
const loaded = (off: string[], work: string[] = []) =>
  createCalendar(
    overlay(announced(), {
      version: '2027-test',
      years: { 2027: { source: '测试用通知', off, work } },
    }),
  );

test('a date that was estimated rightly becomes final', () => {
  const after = loaded(['2027-01-01', '2027-01-02', '2027-01-03']);
  const { deadline, moved } = recompute(after, before.deadline('2026-12-04', 20));
  expect(moved).toBe('finalised');
  expect(deadline).toMatchObject({
    date: '2027-01-04',
    status: 'final',
    calendarVersion: after.version,
    from: '2026-12-04',
    workingDays: 20,
  });
});

test('a make-up Saturday pulls the date forward, but never before the earliest possible day', () => {
  const estimated = before.deadline('2026-12-04', 20);
  const { deadline, moved } = recompute(loaded(['2027-01-01'], ['2027-01-02']), estimated);
  expect(moved).toBe('earlier');
  expect(deadline.date).toBe('2027-01-02');
  expect(deadline.date >= earliestPossible(before, estimated)).toBe(true);
});

test('a longer holiday pushes the date back', () => {
  const after = loaded(['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04']);
  const { deadline, moved } = recompute(after, before.deadline('2026-12-04', 20));
  expect(moved).toBe('later');
  expect(deadline).toMatchObject({ date: '2027-01-05', status: 'final' });
});

test('a final date far from the new year stays, under the new version', () => {
  const after = loaded(['2027-01-01']);
  const { deadline, moved } = recompute(after, before.deadline('2026-03-02', 20));
  expect(moved).toBe('same');
  expect(deadline).toMatchObject({ date: '2026-03-30', calendarVersion: after.version });
  expect(after.version).not.toBe(before.version);
});

test('a date that was final moves when the next notice changes the December before it', () => {
  const { deadline, moved } = recompute(
    loaded(['2026-12-31', '2027-01-01']),
    before.deadline('2026-12-03', 20),
  );
  expect(moved).toBe('later');
  expect(deadline).toMatchObject({ date: '2027-01-04', status: 'final' });
});

test('a date that moves into another unknown year stays provisional', () => {
  const { deadline, moved } = recompute(loaded(['2027-01-01']), before.deadline('2027-12-30', 20));
  expect(deadline.status).toBe('provisional');
  expect(moved).toBe('same');
});

test('recomputing under the same calendar changes nothing', () => {
  const deadline = before.deadline('2026-12-04', 20);
  expect(recompute(before, deadline)).toEqual({ deadline, moved: 'same' });
});
