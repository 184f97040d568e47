/** A place as operations see it, on one machine or in the cloud. */
import type { Deps } from '@gongkai/platform/deps.ts';
import type { FolderReport } from '@gongkai/platform/embedded/compare-folder.ts';
import type { Backup, Page } from '@gongkai/platform/ports.ts';
import type { Health } from '../health.ts';

export interface Standing {
  deps: Deps;
  backup: Backup;
  mode: 'trial' | 'serve';
  /** Names the workflow whose tokens its tasks hold. */
  origin: string;
  health(): Promise<Health>;
  /** On one machine alone: the folder that follows the public site. */
  compareFolder?: (how: { repair?: boolean }) => Promise<FolderReport>;
}

/** Page after page. */
export async function* everything<T>(
  ask: (after: { after?: string }) => Promise<Page<T>>,
): AsyncGenerator<T> {
  let after: string | undefined;
  do {
    const page = await ask(after === undefined ? {} : { after });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}
