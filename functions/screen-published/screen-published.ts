/**
 * When the rules of screening have changed, everything published is screened anew, from the oldest to the newest,
 * some of it in each round. A round that ends early is taken up by the next; one that runs twice opens no task twice.
 */
import * as z from 'zod';
import { type Kind, sortable } from '@gongkai/domain/indexes.ts';
import type { Entry } from '@gongkai/domain/publication.ts';
import { createStore } from '@gongkai/platform/store.ts';
import { rulesVersion } from '@gongkai/screening/rules.ts';
import { rescreen, type RescreenDeps } from '../shared/rescreen.ts';
import type { Screener } from '../shared/screening.ts';
import { documents, entries } from '../shared/stores.ts';

const progressSchema = z.object({
  id: z.literal('published'),
  version: z.int(),
  rulesVersion: z.int(),
  /** Running number in the site's list up to which everything has been screened. */
  through: z.int(),
  done: z.boolean(),
});
type Progress = z.infer<typeof progressSchema>;
const progressKind: Kind<Progress> = {
  name: 'rescreening',
  parse: (value) => progressSchema.parse(value),
  places: () => ({}),
};

/** Between two notes of how far it came; what a process that dies has to do again. */
const perPage = 25;

/** `seconds`: how long a round may go on. On one machine it shares the process with those who wait for a page. */
export const createScreenPublished =
  (deps: RescreenDeps, { seconds = 20, screener }: { seconds?: number; screener?: Screener } = {}) =>
  async (): Promise<void> => {
    const store = createStore(deps.table, progressKind);
    const until = performance.now() + seconds * 1000;
    let progress = await begun(store);
    const failures: unknown[] = [];
    while (!progress.done && performance.now() < until) {
      const page = await entries(deps.table).query('published-by-site', {
        partition: 'site',
        from: sortable(progress.through + 1),
        limit: perPage,
      });
      for (const entry of page.items)
        await rescreenEntry(deps, entry, screener).catch((error: unknown) => failures.push(error));
      const last = page.items.at(-1)?.publication.siteNumber ?? progress.through;
      progress = await store.update('published', (p) =>
        p.rulesVersion === rulesVersion ? { ...p, through: last, done: page.next === undefined } : p,
      );
    }
    // One document that cannot be screened does not keep the others from it, but somebody must hear of it.
    if (failures.length > 0) throw new AggregateError(failures, 'documents could not be screened anew');
  };

async function begun(store: ReturnType<typeof createStore<Progress>>): Promise<Progress> {
  const start = { id: 'published', version: 0, rulesVersion, through: 0, done: false } as const;
  const { value } = await store.createOnce(start);
  if (value.rulesVersion === rulesVersion) return value;
  return store.update('published', (p) =>
    p.rulesVersion === rulesVersion ? p : { ...start, version: p.version },
  );
}

/** An interpretation has an entry, too, but is screened with its document, which it stays or goes with. */
async function rescreenEntry(deps: RescreenDeps, { id }: Entry, screener?: Screener): Promise<void> {
  const document = await documents(deps.table).get(id);
  if (document?.state === 'published') await rescreen(deps, document, screener);
}
