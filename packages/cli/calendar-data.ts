/** Announced years, with the county's own data on top when it keeps a `calendar.json` beside the database. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { announced } from '@gongkai/calendar/announced.ts';
import { type Calendar, calendarDataSchema, createCalendar } from '@gongkai/calendar/calendar.ts';
import { overlay } from '@gongkai/calendar/data.ts';
import { InputRefused } from '@gongkai/domain/errors.ts';

/** The calendar in force; the file is read again when it changed. Throws {@link InputRefused} when it is wrong. */
export function createCalendarSource(folder: string): () => Calendar {
  const file = join(folder, 'calendar.json');
  let known: { changed: number; calendar: Calendar } | undefined;
  return () => {
    const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (known?.changed !== changed)
      known = {
        changed,
        calendar: createCalendar(changed === 0 ? announced() : overlay(announced(), read(file))),
      };
    return known.calendar;
  };
}

function read(file: string): ReturnType<typeof calendarDataSchema.parse> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new InputRefused(`日历文件 ${file} 不是有效的 JSON。`);
  }
  const parsed = calendarDataSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((i) => `  ${i.path.join('.')}：${i.message}`);
  throw new InputRefused(`日历文件 ${file} 有误：\n${issues.join('\n')}`);
}
