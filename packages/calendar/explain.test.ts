import { expect, test } from 'vitest';
import { announced } from './announced.ts';
import { createCalendar } from './calendar.ts';

const base = announced();
const calendar = createCalendar(base);

test('a final deadline is derived step by step', () => {
  expect(calendar.explain(calendar.deadline('2026-01-30', 20))).toEqual([
    '2026年1月30日（周五）为起算日，当日不计入，自次日起计20个工作日。',
    '2026年1月31日（周六）至2026年2月1日（周日）：周末，不计。',
    '2026年2月7日（周六）至2026年2月8日（周日）：周末，不计。',
    '2026年2月14日（周六）：调休上班（国办发明电〔2025〕7号），计为第11个工作日。',
    '2026年2月15日（周日）至2026年2月23日（周一）：法定节假日、调休放假（国办发明电〔2025〕7号），不计。',
    '2026年2月28日（周六）：调休上班（国办发明电〔2025〕7号），计为第16个工作日。',
    '2026年3月1日（周日）：周末，不计。',
    '第20个工作日为2026年3月5日（周四），即到期日。',
  ]);
});

test('a provisional deadline says what is awaited, the estimate and the earliest day', () => {
  expect(calendar.explain(calendar.deadline('2026-12-04', 20)).slice(-3)).toEqual([
    '计至2026年12月31日（周四）共19个工作日，其后待国务院办公厅公布2027年节假日安排。',
    '暂估到期日：2027年1月4日（周一），按周一至周五扣除已知的法定节日推算，以公布的安排为准。',
    '最早可能到期日：2027年1月1日（周五），请按此日安排办理。',
  ]);
});

test('every awaited year is named; one that only is not loaded is not said to be awaited', () => {
  expect(calendar.explain(calendar.deadline('2027-12-01', 40)).join('')).toContain(
    '待国务院办公厅公布2027年节假日安排，待国务院办公厅公布2028年节假日安排',
  );
  const past = calendar.explain(calendar.deadline('2018-12-24', 20)).join('');
  expect(past).toContain('日历未载入2018年节假日安排');
  expect(past).not.toContain('待国务院办公厅');
});

test('local holidays and corrections are named as such', () => {
  const source = '测试更正';
  const changed = createCalendar({
    ...base,
    local: { off: ['2026-04-13'], work: ['2026-04-18'] },
    corrections: [
      { date: '2026-04-14', working: false, source },
      { date: '2026-04-19', working: true, source },
    ],
  });
  const lines = changed.explain(changed.deadline('2026-04-10', 6));
  expect(lines.slice(2)).toEqual([
    '2026年4月13日（周一）：地方节假日，不计。',
    '2026年4月14日（周二）：临时调整放假（测试更正），不计。',
    '2026年4月18日（周六）：调休上班，计为第4个工作日。',
    '2026年4月19日（周日）：临时调整上班（测试更正），计为第5个工作日。',
    '第6个工作日为2026年4月20日（周一），即到期日。',
  ]);
});

test('a deadline of an older calendar that no longer holds is told apart', () => {
  const old = { ...calendar.deadline('2026-01-19', 20), date: '2026-02-16', calendarVersion: 'naive' };
  const [first = '', second = ''] = calendar.explain(old);
  expect(first).toContain('原到期日2026年2月16日（周一）按日历版本 naive 计算');
  expect(first).toContain(calendar.version);
  expect(second).toContain('2026年1月19日（周一）为起算日');
});

test('a deadline of an older calendar that still holds needs no remark', () => {
  const now = calendar.deadline('2026-01-19', 20);
  expect(calendar.explain({ ...now, calendarVersion: 'older' })).toEqual(calendar.explain(now));
});
