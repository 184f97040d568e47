/** What a function in the cloud has without any client. */
import { announced } from '@gongkai/calendar/announced.ts';
import { type Calendar, createCalendar } from '@gongkai/calendar/calendar.ts';
import type { Deps } from '../../deps.ts';
import { type AwsEnvironment, environmentSchema } from '../env.ts';

export type Place = Pick<Deps, 'clock' | 'calendar' | 'settings'> & { env: AwsEnvironment };

/** Once per process, before the first event. Throws a ZodError naming what the environment lacks. */
export function withoutTable(environment: Record<string, string | undefined> = process.env): Place {
  const env = environmentSchema.parse(environment);
  let known: Calendar | undefined;
  return {
    env,
    clock: { now: () => new Date() },
    // Made for the first who counts days.
    calendar: () => Promise.resolve((known ??= createCalendar(announced()))),
    settings: env.SETTINGS,
  };
}
