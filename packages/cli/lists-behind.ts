/** Lists of the public site are written a moment after what they list was published, or before somebody reads them. */
import type { DatabaseSync } from 'node:sqlite';
import { pathsOf } from '@gongkai/functions/shared/list-jobs.ts';
import type { PublicFiles } from '@gongkai/functions/site/public-files.ts';
import { createBehind } from '@gongkai/platform/embedded/behind.ts';

export function createListsBehind(options: {
  db: DatabaseSync;
  write: (job: string) => Promise<void>;
  onFailure: (error: unknown) => void;
}) {
  /** By path, what to do before the file may be read. */
  const dueJob = new Map<string, string>();
  const behind = createBehind({
    db: options.db,
    work: options.write,
    onDone: (job) => {
      for (const path of pathsOf(job)) dueJob.delete(path);
    },
    onFailure: options.onFailure,
  });
  return {
    /** What cannot be written now (disk full) stays as it was, and due. */
    bringUpToDate: async (path: string): Promise<void> => {
      const job = dueJob.get(path);
      if (job !== undefined) await behind.now(job).catch(() => undefined);
    },
    ask: async (jobs: readonly string[], publicFiles: Pick<PublicFiles, 'invalidate'>): Promise<void> => {
      await behind.ask(jobs);
      for (const job of jobs)
        for (const path of pathsOf(job)) {
          dueJob.set(path, job);
          publicFiles.invalidate(path);
        }
    },
    now: (job: string): Promise<void> => behind.now(job),
    flush: (): Promise<void> => behind.flush(),
  };
}
