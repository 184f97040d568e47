/** The place a command names: a data folder, or with `--stage` a county in the cloud. */
import type { Standing } from './archive/standing.ts';
import { openExisting } from './existing.ts';
import { dataFolder, readPlaceFile } from './folder.ts';
import type { WhichPlace } from './options.ts';
import type { Place } from './place.ts';

/** Throws InputRefused when there is no such place or it cannot be reached. */
export async function withPlace<T>(
  { data, stage }: WhichPlace,
  work: (place: Standing) => Promise<T>,
): Promise<T> {
  if (stage !== undefined) {
    // The cloud's clients are loaded for those who ask for the cloud.
    const { withStage } = await import('./stage.ts');
    return withStage(stage, work);
  }
  const folder = dataFolder(data);
  const place = openExisting(folder);
  try {
    return await work(standingOf(place, readPlaceFile(folder).mode));
  } finally {
    await place.close();
  }
}

export const standingOf = (place: Place, mode: Standing['mode']): Standing => ({
  deps: place.deps,
  backup: place.backup,
  mode,
  origin: 'machine',
  health: place.health,
  compareFolder: place.siteFolder.compare,
});
