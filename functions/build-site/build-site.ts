/** Writes the parts of the public site that no publication writes; cheap when nothing changed. */
import type { Deps } from '@gongkai/platform/deps.ts';
import { writeSkeleton } from '../shared/site-skeleton.ts';

export const createBuildSite =
  (deps: Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>) => async (): Promise<void> => {
    await writeSkeleton(deps);
    const { writeProfiles } = await import('../shared/profile-site.ts');
    await writeProfiles(deps);
    // Most runs find nothing to write: the workbook's writer is loaded after what they need.
    const { writeCatalogue } = await import('../shared/catalogue-site.ts');
    await writeCatalogue(deps);
  };
