/** Takes posted lists down the day after their period: each once, by the execution's name. */
import { addDays, localDate } from '@gongkai/calendar/local-date.ts';
import { system } from '@gongkai/domain/history.ts';
import { postingOver } from '@gongkai/domain/posting.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { eachToItsEnd } from '../shared/each-to-its-end.ts';
import { executionName } from '../shared/execution-name.ts';
import { documents } from '../shared/stores.ts';

/** One sweep's share; withdrawn lists are out of the way of the next. */
const perSweep = 200;

export async function endPostings({
  table,
  workflow,
  clock,
}: Pick<Deps, 'table' | 'workflow' | 'clock'>): Promise<void> {
  const { items } = await documents(table).query('posted-by-end', {
    partition: 'posted',
    to: `${addDays(localDate(clock.now()), -1)}~`,
    limit: perSweep,
  });
  await eachToItsEnd(items, ({ id, declared }) =>
    workflow.start('withdrawal', executionName(id, 'withdrawal'), {
      documentId: id,
      reason: postingOver(declared.posting!),
      actor: system,
    }),
  );
}
