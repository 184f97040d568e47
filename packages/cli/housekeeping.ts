/** Forgetting on one machine; in the cloud the services do it themselves. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import { parseInboxKey } from '@gongkai/events/upload.ts';
import { documents } from '@gongkai/functions/shared/stores.ts';
import type { EmbeddedWorkflow } from '@gongkai/platform/embedded/interpreter/workflow.ts';
import type { SqliteTable } from '@gongkai/platform/embedded/table.ts';
import type { Clock, Files } from '@gongkai/platform/ports.ts';

const day = 86_400_000;
/** As long as Step Functions keeps the history of an execution. */
const keptMs = 90 * day;
/** As long as the inbox keeps in the cloud what was never completed. */
const uploadKeptMs = 7 * day;
const atOnce = 1_000;

export interface Forgotten {
  executions: number;
  /** Sessions, links, notes whose time is over. */
  items: number;
  /** Files of the inbox that nobody will read: never completed, or not readable, and perhaps secret. */
  uploads: number;
}

interface Kept {
  table: SqliteTable;
  files: Files;
  workflow: EmbeddedWorkflow;
  clock: Clock;
}

/** Finished executions older than 90 days, and everything expired. May run at any time. */
export const createHousekeeping = (place: Kept) => async (): Promise<Forgotten> => {
  const executions = place.workflow.prune(new Date(place.clock.now().getTime() - keptMs));
  let items = 0;
  for (;;) {
    const purged = place.table.purgeExpired(atOnce);
    items += purged;
    if (purged < atOnce) return { executions, items, uploads: await emptyInbox(place) };
  }
};

async function emptyInbox({ table, files, clock }: Kept): Promise<number> {
  const since = new Date(clock.now().getTime() - uploadKeptMs).toISOString();
  let uploads = 0;
  let after: string | undefined;
  do {
    const page = await files.list('inbox', '', { limit: atOnce, ...(after === undefined ? {} : { after }) });
    const ids = new Set(page.items.map((key) => parseInboxKey(key)?.documentId ?? ''));
    const known = new Map((await documents(table).getMany([...ids])).map((d) => [d.id, d]));
    const over = page.items.filter((key) => !isWanted(key, known, since));
    for (const key of over) await files.delete('inbox', key);
    uploads += over.length;
    after = page.next;
  } while (after !== undefined);
  return uploads;
}

function isWanted(key: string, known: ReadonlyMap<string, GovDocument>, since: string): boolean {
  const place = parseInboxKey(key);
  const document = place && known.get(place.documentId);
  if (!document || document.revision !== place.revision) return false;
  return (
    document.state === 'received' || (document.state === 'awaiting-upload' && document.updatedAt > since)
  );
}
