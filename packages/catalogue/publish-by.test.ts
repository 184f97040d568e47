import { announced } from '@gongkai/calendar/announced.ts';
import { createCalendar } from '@gongkai/calendar/calendar.ts';
import { expect, it } from 'vitest';
import { readLimit } from './limit-text.ts';
import { publishBy } from './publish-by.ts';

const calendar = createCalendar(announced());

it.each([
  ['2026-09-21', '信息形成或变更之日起20个工作日内', '2026-10-26'],
  ['2026-09-21', '制定或获取信息之日起10个工作日内，公示7个工作日', '2026-10-12'],
  ['2026-03-02', '批复后20日内', '2026-03-23'],
  ['2026-03-02', '每年1月31日前', '2027-01-31'],
  ['2026-03-02', '6月底前', '2026-06-30'],
  // No number of days of its own: the law's ceiling.
  ['2026-09-21', '及时公开', '2026-10-26'],
  ['2026-09-21', '按规定', '2026-10-26'],
  ['2026-09-21', '长期', '2026-10-26'],
])('written on %s under “%s”: public by %s', (written, limit, date) =>
  expect(publishBy(calendar, written, readLimit(limit)).date).toBe(date),
);
