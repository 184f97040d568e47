/** Starts the yearly reassessment of what is not public (条例 art. 18), once per document and year. */
import { addYears, localDate } from '@gongkai/calendar/local-date.ts';
import type { DepsWithoutFiles } from '@gongkai/platform/deps.ts';
import { eachToItsEnd } from '../shared/each-to-its-end.ts';
import { executionName } from '../shared/execution-name.ts';
import { documents } from '../shared/stores.ts';

const perSweep = 200;

export async function openReassessments(deps: DepsWithoutFiles): Promise<void> {
  const store = documents(deps.table);
  const today = localDate(deps.clock.now());
  const { items } = await store.query('withheld-by-review', {
    partition: 'registered',
    to: `${today}~`,
    limit: perSweep,
  });
  await eachToItsEnd(items, async ({ id, revision, reviewDate }) => {
    const year = Number(reviewDate!.slice(0, 4));
    await deps.workflow.start('reassessment', executionName(id, year), { documentId: id, revision, year });
    // Started once per year by its name; now out of the way until the next.
    await store.update(id, (d) =>
      d.reviewDate === reviewDate ? { ...d, reviewDate: addYears(reviewDate!, 1) } : d,
    );
  });
}
