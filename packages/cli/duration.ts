/** Durations as people type them: `15m`, `2h`, `3d`, `1w`, `1y`; `3wd` counts working days. */
import { InputRefused } from '@gongkai/domain/errors.ts';
import type { Calendar } from '@gongkai/calendar/calendar.ts';
import { addYears, instantOf, localDate } from '@gongkai/calendar/local-date.ts';

const msOf = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 } as const;

/** The instant that lies the duration after `now`. Throws {@link InputRefused}. */
export function after(now: Date, duration: string, calendar: Calendar): Date {
  const match = /^(\d{1,4})\s*(m|h|d|w|y|wd)$/.exec(duration.trim());
  if (!match) throw new InputRefused('时长的写法是数字加单位：15m、2h、3d、1w、1y，或 3wd（工作日）。');
  const count = Number(match[1]);
  const unit = match[2] as keyof typeof msOf | 'y' | 'wd';
  const today = localDate(now);
  const timeOfDay = now.getTime() - instantOf(today).getTime();
  if (unit === 'y') return new Date(instantOf(addYears(today, count)).getTime() + timeOfDay);
  if (unit === 'wd') return new Date(instantOf(calendar.deadline(today, count).date).getTime() + timeOfDay);
  return new Date(now.getTime() + count * msOf[unit]);
}
