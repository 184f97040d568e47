/** Forgetting on one machine; in the cloud the services do it themselves. */
import type { EmbeddedWorkflow } from '@gongkai/platform/embedded/interpreter/workflow.ts';
import type { SqliteTable } from '@gongkai/platform/embedded/table.ts';
import type { Clock } from '@gongkai/platform/ports.ts';

/** As long as Step Functions keeps the history of an execution. */
const keptMs = 90 * 86_400_000;
const atOnce = 1_000;

export interface Forgotten {
  executions: number;
  /** Sessions, links, notes whose time is over. */
  items: number;
}

/** Finished executions older than 90 days, and everything expired. May run at any time. */
export const createHousekeeping =
  (place: { table: SqliteTable; workflow: EmbeddedWorkflow; clock: Clock }) => (): Forgotten => {
    const executions = place.workflow.prune(new Date(place.clock.now().getTime() - keptMs));
    let items = 0;
    for (;;) {
      const purged = place.table.purgeExpired(atOnce);
      items += purged;
      if (purged < atOnce) return { executions, items };
    }
  };
