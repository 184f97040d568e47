/** Places as the archive sees them, and what there is to compare between two of them. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { importEverything } from '@gongkai/cli/archive/commands.ts';
import { exportAll } from '@gongkai/cli/archive/export-all.ts';
import { canonical, partNames } from '@gongkai/cli/archive/format.ts';
import { importAll, type Imported } from '@gongkai/cli/archive/import-all.ts';
import { inspect, type Inspected } from '@gongkai/cli/archive/inspect.ts';
import { everything, type Standing } from '@gongkai/cli/archive/standing.ts';
import { writePlaceFile } from '@gongkai/cli/folder.ts';
import { openTrial, type TrialPlace } from '@gongkai/cli/trial.ts';
import { standingOf } from '@gongkai/cli/with-place.ts';
import type { Area, Files } from '@gongkai/platform/ports.ts';
import { temporaryFolder } from './trial.ts';

export const standing = ({ place }: TrialPlace): Standing => standingOf(place, 'trial');

/** Into a file that is gone after the test. */
export async function archiveOf(place: Standing): Promise<string> {
  const file = join(temporaryFolder(), 'gongkai.tar');
  await exportAll(place, file);
  return file;
}

export const importFrom = async (place: Standing, file: string): Promise<Imported> =>
  importAll(place, file, await inspect(file));

/** A trial place in a new folder, made by `gongkai import --all`. */
export async function openMoved(file: string): Promise<TrialPlace & { folder: string }> {
  const folder = temporaryFolder();
  const { manifest } = await inspect(file);
  // What comes from the cloud is real, and would want a mail server.
  if (manifest.mode === 'serve') writePlaceFile(folder, { mode: 'trial', settings: manifest.settings });
  await importEverything(file, { data: folder });
  const opened = await openTrial(folder, 8080, manifest.settings);
  onTestFinished(() => opened.place.close());
  return { ...opened, folder };
}

/** SHA-256 of every part: what two archives of the same data have in common. */
export const contentOf = ({ manifest }: Inspected): Record<string, string> =>
  Object.fromEntries(partNames.map((name) => [name, manifest.parts[name].sha256]));

/** SHA-256 and kind of every file of an area, by key. */
export async function filesIn(files: Files, area: Area = 'public'): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const key of everything((o) => files.list(area, '', { ...o, limit: 500 }))) {
    const { body, ...rest } = (await files.get(area, key))!;
    found[key] = `${createHash('sha256').update(body).digest('hex')} ${canonical(rest)}`;
  }
  return found;
}
