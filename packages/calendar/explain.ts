/** The derivation of a deadline in Chinese, one line a step, so that a person can check it against the notice. */
import type { Deadline, LocalDate } from '@gongkai/domain/deadline.ts';
import { daysAfter } from './count.ts';
import type { Day, Days } from './days.ts';
import { addDays, chineseDate, weekday } from './local-date.ts';

export interface Derivation {
  days: Days;
  /** As it was stored, maybe by an older calendar. */
  recorded: Deadline;
  /** Counted anew. */
  now: Deadline;
  earliest: LocalDate;
}

export function explain({ days, recorded, now, earliest }: Derivation): string[] {
  const { lines, counted, unknownFrom } = steps(days, now);
  return [
    ...(recorded.date === now.date && recorded.status === now.status
      ? []
      : [
          `原到期日${named(recorded.date)}按日历版本 ${recorded.calendarVersion} 计算，以下按版本 ${now.calendarVersion} 重新计算。`,
        ]),
    `${named(now.from)}为起算日，当日不计入，自次日起计${now.workingDays}个工作日。`,
    ...lines,
    ...(unknownFrom
      ? [
          `计至${named(addDays(unknownFrom, -1))}共${counted}个工作日，其后${missing(days, now).join('，')}。`,
          `暂估到期日：${named(now.date)}，按周一至周五扣除已知的法定节日推算，以公布的安排为准。`,
          `最早可能到期日：${named(earliest)}，请按此日安排办理。`,
        ]
      : [`第${now.workingDays}个工作日为${named(now.date)}，即到期日。`]),
  ];
}

interface Span {
  start: LocalDate;
  end: LocalDate;
  day: Day;
}

/** Skipped spans and make-up days in the order of the calendar, up to the first day nobody knows. */
function steps(days: Days, { from, date: last }: Deadline) {
  const lines: string[] = [];
  let span: Span | undefined;
  let counted = 0;
  const close = (): void => {
    if (span) lines.push(`${spanName(span)}：${skipped(span.day)}，不计。`);
    span = undefined;
  };
  for (const date of daysAfter(from, last)) {
    const day = days.day(date);
    if (!day) {
      close();
      return { lines, counted, unknownFrom: date };
    }
    if (span && (day.working || !sameReason(span.day, day))) close();
    if (!day.working) span = { start: span?.start ?? date, end: date, day };
    else {
      counted += 1;
      if (day.why !== 'week') lines.push(`${named(date)}：${worked(day)}，计为第${counted}个工作日。`);
    }
  }
  close();
  return { lines, counted };
}

const sameReason = (a: Day, b: Day): boolean => a.why === b.why && a.source === b.source;

const skipped = (day: Day): string =>
  ({
    week: '周末',
    notice: `法定节假日、调休放假${quoted(day)}`,
    local: '地方节假日',
    correction: `临时调整放假${quoted(day)}`,
  })[day.why];

const worked = (day: Day): string =>
  day.why === 'correction' ? `临时调整上班${quoted(day)}` : `调休上班${quoted(day)}`;

const quoted = ({ source }: Day): string => (source ? `（${source}）` : '');

/** A year before the first known one was announced long ago and only is not loaded. */
function missing(days: Days, { from, date: last }: Deadline): string[] {
  const newest = Math.max(...days.years);
  const years = new Set<number>();
  for (const date of daysAfter(from, last)) if (!days.day(date)) years.add(Number(date.slice(0, 4)));
  return [...years].map((year) =>
    year < newest ? `日历未载入${year}年节假日安排` : `待国务院办公厅公布${year}年节假日安排`,
  );
}

const named = (date: LocalDate): string => `${chineseDate(date)}（${weekday(date)}）`;

const spanName = ({ start, end }: Span): string =>
  start === end ? named(start) : `${named(start)}至${named(end)}`;
