/** In November and December somebody must load next year's holiday notice; until then deadlines are provisional. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import { officeId } from '@gongkai/domain/organisation.ts';
import type { DepsWithoutFiles } from '@gongkai/platform/deps.ts';
import { eachToItsEnd } from '../shared/each-to-its-end.ts';
import { calendarMissingMail } from '../shared/mails.ts';
import { loadOrganisation } from '../shared/organisation.ts';

export async function askForCalendar(deps: DepsWithoutFiles): Promise<void> {
  const today = localDate(deps.clock.now());
  const [year, month] = [Number(today.slice(0, 4)), today.slice(5, 7)];
  if (month < '11' || (await deps.calendar()).years.has(year + 1)) return;
  const administrators = (await loadOrganisation(deps)).holders(officeId, 'administrator');
  await eachToItsEnd(administrators, ({ person }) =>
    deps.mail.send(calendarMissingMail(deps.settings, person, year + 1, month)),
  );
}
