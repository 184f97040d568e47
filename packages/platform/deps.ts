/** What every function of the product gets; each takes the part it needs. */
import type { Calendar } from '@gongkai/calendar/calendar.ts';
import type { Settings } from '@gongkai/domain/settings.ts';
import type { Links } from './links.ts';
import type { Behind, Clock, Files, Mail, Table, Workflow } from './ports.ts';

export interface Deps {
  table: Table;
  files: Files;
  workflow: Workflow;
  mail: Mail;
  clock: Clock;
  links: Links;
  calendar: () => Promise<Calendar>;
  settings: Settings;
  /** Where lists are written behind; absent where whoever changes a list writes it. */
  behind?: Behind;
}

export type DepsWithoutFiles = Omit<Deps, 'files'>;
