import { expect, test } from 'vitest';
import { announced } from './announced.ts';
import { createCalendar } from './calendar.ts';
import { calendarDataSchema, overlay } from './data.ts';

const notice = { source: '测试通知', off: ['2027-01-01'], work: ['2027-02-13'] };
const data = (year: Partial<typeof notice>) => ({
  version: '1',
  years: { 2027: { ...notice, ...year } },
});
const messages = (value: unknown): string[] =>
  calendarDataSchema.safeParse(value).error?.issues.map((issue) => issue.message) ?? [];

test('local holidays and corrections may be left out', () => {
  expect(calendarDataSchema.parse(data({}))).toMatchObject({ local: { off: [], work: [] }, corrections: [] });
  expect(calendarDataSchema.parse({ ...data({}), local: { off: ['2027-04-13'] } }).local.work).toEqual([]);
});

test('a year listed before its notice, with no days off, is refused', () => {
  expect(messages(data({ off: [], work: [] }))).toEqual(['没有放假日期：通知尚未公布的年份请不要列入。']);
});

test('the 2026 dates copied to 2027 are refused', () => {
  const { off, work } = announced().years['2026']!;
  expect(messages(data({ off, work }))).toEqual(['2026-01-01 不属于2027年的安排，请核对。']);
  const moved = (dates: string[]): string[] => dates.map((date) => date.replace('2026', '2027'));
  expect(messages(data({ off: moved(off), work: moved(work) }))).toContain(
    '调休上班日应为周六或周日，请核对年份和日期。',
  );
});

test('a day both off and worked is refused', () => {
  expect(messages(data({ off: ['2027-02-13'] }))).toEqual(['2027-02-13 既列为放假又列为上班，请核对。']);
});

test('the last days of the December before belong to the notice', () => {
  expect(messages(data({ off: ['2026-12-31', '2027-01-01'] }))).toEqual([]);
});

test.for([{}, null, '', [], { version: '1', years: { next: notice } }, { version: '', years: {} }])(
  'data of another shape is refused: %j',
  (value) => {
    expect(calendarDataSchema.safeParse(value).success).toBe(false);
  },
);

test('dates that do not exist are refused', () => {
  expect(calendarDataSchema.safeParse(data({ off: ['2027-02-29'] })).success).toBe(false);
});

test('own data with one year leaves the announced years known', () => {
  const calendar = createCalendar(overlay(announced(), data({})));
  expect([...calendar.years]).toHaveLength(9);
  expect(calendar.isWorkingDay('2026-02-14')).toBe(true);
  expect(calendar.isWorkingDay('2027-02-13')).toBe(true);
});

test('own corrections come after the announced ones', () => {
  const again = { date: '2020-01-31', working: true, source: '测试更正' };
  const calendar = createCalendar(overlay(announced(), { version: '1', years: {}, corrections: [again] }));
  expect(calendar.isWorkingDay('2020-01-31')).toBe(true);
  expect(calendar.isWorkingDay('2020-02-01')).toBe(false);
});
