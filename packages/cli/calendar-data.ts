/** Announced years, with the county's own data on top when it keeps a `calendar.json` beside the database. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { announced } from '@gongkai/calendar/announced.ts';
import { type Calendar, calendarDataSchema, createCalendar } from '@gongkai/calendar/calendar.ts';

export function loadCalendar(folder: string): Calendar {
  const file = join(folder, 'calendar.json');
  return createCalendar(
    existsSync(file) ? calendarDataSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : announced(),
  );
}
