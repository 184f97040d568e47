/** A place that was started before, opened beside its server: to look and to hand things in. */
import { join } from 'node:path';
import { createOutbox } from '@gongkai/platform/embedded/mail.ts';
import { readPlaceFile } from './folder.ts';
import { openPlace, type Place } from './place.ts';

export function openExisting(folder: string): Place {
  const { mode, settings } = readPlaceFile(folder);
  return openPlace({
    folder,
    settings,
    inboxUrl: `${new URL(settings.portalUrl).origin}/inbox`,
    movableClock: mode === 'trial',
    deliver: (clock) =>
      mode === 'trial'
        ? createOutbox({ folder: join(folder, 'outbox'), clock, from: settings.mailFrom }).deliver
        : () => Promise.reject(new Error('mails wait for the server')),
  });
}
