/** Trial mode: the demo county, an outbox instead of a mail server, a clock that can be moved. */
import { join } from 'node:path';
import type { Trial } from '@gongkai/functions/portal/env.ts';
import { importOrganisation } from '@gongkai/functions/shared/organisation-file.ts';
import { localMinute } from '@gongkai/calendar/local-date.ts';
import { system } from '@gongkai/domain/history.ts';
import { type SettingsInput, settingsSchema } from '@gongkai/domain/settings.ts';
import { createOutbox } from '@gongkai/platform/embedded/mail.ts';
import type { WriteLine } from '@gongkai/platform/log.ts';
import { demoCounty } from './demo-county.ts';
import { after } from './duration.ts';
import { writePlaceFile } from './folder.ts';
import { openPlace, type Place } from './place.ts';

export interface TrialPlace {
  place: Place;
  trial: Trial;
  url: string;
}

/** `start`: where the clock of a fresh trial stands; today when absent. */
export async function openTrial(
  folder: string,
  port: number,
  more: Partial<SettingsInput> = {},
  start?: Date,
  log?: WriteLine,
): Promise<TrialPlace> {
  const url = `http://localhost:${port}`;
  const settings = settingsSchema.parse({
    siteUrl: url,
    portalUrl: `${url}/portal`,
    mailFrom: 'gongkai@county.demo',
    ...more,
  });
  writePlaceFile(folder, { mode: 'trial', settings });
  const outboxFolder = join(folder, 'outbox');
  const place = openPlace({
    folder,
    settings,
    inboxUrl: `${url}/inbox`,
    movableClock: true,
    log,
    deliver: (clock) => createOutbox({ folder: outboxFolder, clock, from: settings.mailFrom }).deliver,
  });
  const { items } = await place.deps.table.query('departments', { partition: 'county', limit: 1 });
  if (items.length === 0 && start) place.startClockAt(start);
  if (items.length === 0) await importOrganisation(place.deps, JSON.stringify(demoCounty), system);
  const outbox = createOutbox({ folder: outboxFolder, clock: place.deps.clock, from: settings.mailFrom });
  const trial: Trial = {
    outbox: async () => {
      await place.mail.flush();
      return outbox.list();
    },
    advance: async (duration) => {
      await place.advanceTo(after(place.deps.clock.now(), duration, await place.deps.calendar()));
      return localMinute(place.deps.clock.now());
    },
  };
  return { place, trial, url };
}
