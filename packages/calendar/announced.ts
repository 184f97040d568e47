/**
 * The years whose holiday notice we have, as the notices of 国务院办公厅 put them; a test holds every day against the
 * `chinese-days` package. That package answers for any year, announced or not: only what stands here is known.
 */
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import type { CalendarData } from './data.ts';
import { addDays } from './local-date.ts';

/** Dates are `MM-DD` of the year, or whole for the December before it; `a..b` is a span. */
const notices = {
  2019: {
    source: '国办发明电〔2018〕15号',
    off: '2018-12-30..01-01 02-04..02-10 04-05..04-07 05-01 06-07..06-09 09-13..09-15 10-01..10-07',
    work: '2018-12-29 02-02 02-03 09-29 10-12',
  },
  2020: {
    source: '国办发明电〔2019〕16号',
    off: '01-01 01-24..01-30 04-04..04-06 05-01..05-05 06-25..06-27 10-01..10-08',
    work: '01-19 02-01 04-26 05-09 06-28 09-27 10-10',
  },
  2021: {
    source: '国办发明电〔2020〕27号',
    off: '01-01..01-03 02-11..02-17 04-03..04-05 05-01..05-05 06-12..06-14 09-19..09-21 10-01..10-07',
    work: '02-07 02-20 04-25 05-08 09-18 09-26 10-09',
  },
  2022: {
    source: '国办发明电〔2021〕11号',
    off: '01-01..01-03 01-31..02-06 04-03..04-05 04-30..05-04 06-03..06-05 09-10..09-12 10-01..10-07',
    work: '01-29 01-30 04-02 04-24 05-07 10-08 10-09',
  },
  2023: {
    source: '国办发明电〔2022〕16号',
    off: '2022-12-31..01-02 01-21..01-27 04-05 04-29..05-03 06-22..06-24 09-29..10-06',
    work: '01-28 01-29 04-23 05-06 06-25 10-07 10-08',
  },
  2024: {
    source: '国办发明电〔2023〕7号',
    off: '01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07',
    work: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  2025: {
    source: '国办发明电〔2024〕12号',
    off: '01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08',
    work: '01-26 02-08 04-27 09-28 10-11',
  },
  2026: {
    source: '国办发明电〔2025〕7号',
    off: '01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07',
    work: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
} as const;

const labourDay2019 = '国办发明电〔2019〕3号';

/** Decided after the year's notice. */
const changes = [
  { year: '2019', dates: '05-02..05-04', working: false, source: labourDay2019 },
  { year: '2019', dates: '04-28 05-05', working: true, source: labourDay2019 },
  { year: '2020', dates: '01-31..02-02', working: false, source: '国务院办公厅关于延长2020年春节假期的通知' },
];

export const announced = (): CalendarData => ({
  version: '2019-2026',
  years: Object.fromEntries(
    Object.entries(notices).map(([year, { source, off, work }]) => [
      year,
      { source, off: datesOf(year, off), work: datesOf(year, work) },
    ]),
  ),
  corrections: changes.flatMap(({ year, dates, working, source }) =>
    datesOf(year, dates).map((date) => ({ date, working, source })),
  ),
});

const datesOf = (year: string, written: string): LocalDate[] =>
  written.split(' ').flatMap((part) => span(year, part));

function span(year: string, part: string): LocalDate[] {
  const [first = '', last = first] = part.split('..').map((d) => (d.length === 5 ? `${year}-${d}` : d));
  const all = [first];
  for (let date = first; date < last; all.push(date)) date = addDays(date, 1);
  return all;
}
