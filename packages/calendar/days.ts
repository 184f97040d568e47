/** What each day is: a notice, then local holidays, then corrections decide; else Monday to Friday. */
import { createHash } from 'node:crypto';
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import type { CalendarData } from './data.ts';
import { isWeekend } from './local-date.ts';

export interface Day {
  working: boolean;
  why: 'week' | 'notice' | 'local' | 'correction';
  /** The notice or correction, where it has a name. */
  source?: string;
}

export interface Days {
  version: string;
  years: ReadonlySet<number>;
  /** Undefined: nobody knows, the year is not announced. */
  day(date: LocalDate): Day | undefined;
  /** What was decided for single days, known even before their year is announced. */
  decided(date: LocalDate): Day | undefined;
}

export function createDays(data: CalendarData): Days {
  const years = new Set(Object.keys(data.years).map(Number));
  const special = specialDays(data);
  return {
    years,
    version: `${data.version}.${fingerprint(years, special)}`,
    day: (date) => (years.has(Number(date.slice(0, 4))) ? (special.get(date) ?? ordinary(date)) : undefined),
    decided: (date) => special.get(date),
  };
}

const ordinary = (date: LocalDate): Day => ({ working: !isWeekend(date), why: 'week' });

/** Later entries win: a year's notice may change the December before it. */
function specialDays({ years, local, corrections }: CalendarData): Map<LocalDate, Day> {
  const special = new Map<LocalDate, Day>();
  for (const [, { source, off, work }] of Object.entries(years).sort(([a], [b]) => Number(a) - Number(b))) {
    for (const date of off) special.set(date, { working: false, why: 'notice', source });
    for (const date of work) special.set(date, { working: true, why: 'notice', source });
  }
  for (const date of local?.off ?? []) special.set(date, { working: false, why: 'local' });
  for (const date of local?.work ?? []) special.set(date, { working: true, why: 'local' });
  for (const { date, working, source } of corrections ?? [])
    special.set(date, { working, why: 'correction', source });
  return special;
}

/** Follows the answers, not the name of the version: edited data is noticed even when its name was kept. */
function fingerprint(years: ReadonlySet<number>, special: ReadonlyMap<LocalDate, Day>): string {
  const answers = [...special].map(([date, { working }]) => `${date}${working ? '+' : '-'}`).sort();
  return createHash('sha256')
    .update([...years, ...answers].join(' '))
    .digest('hex')
    .slice(0, 8);
}
