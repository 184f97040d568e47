/** Once a month, from its first working day on: each department hears of the gaps in its part of the catalogue. */
import { addWorkingDays } from '@gongkai/calendar/working-days.ts';
import { addDays, instantOf, localDate } from '@gongkai/calendar/local-date.ts';
import { editionOn } from '@gongkai/domain/catalogue-field.ts';
import type { Kind } from '@gongkai/domain/indexes.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { createStore } from '@gongkai/platform/store.ts';
import * as z from 'zod';
import { loadFields } from '../shared/catalogue-columns.ts';
import { gapReport } from '../shared/catalogue-gaps.ts';
import { gapDigestMail } from '../shared/catalogue-mails.ts';
import { eachToItsEnd } from '../shared/each-to-its-end.ts';
import { loadOrganisation } from '../shared/organisation.ts';

const sentSchema = z.object({ id: z.string(), version: z.int() });
type Sent = z.infer<typeof sentSchema>;
const sentKind: Kind<Sent> = { name: 'gap-digest', parse: (v) => sentSchema.parse(v), places: () => ({}) };

/** People read mail at nine. */
const hour = 9;

export async function remindOfGaps(deps: Omit<Deps, 'links' | 'workflow'>): Promise<void> {
  const now = deps.clock.now();
  const today = localDate(now);
  const month = today.slice(0, 7);
  const first = addWorkingDays(await deps.calendar(), addDays(`${month}-01`, -1), 1) ?? `${month}-08`;
  if (now < instantOf(first, hour)) return;
  if (!(await loadFields(deps)).some((field) => editionOn(field, today))) return;
  const store = createStore(deps.table, sentKind);
  if (await store.get(month)) return;
  const { gaps } = await gapReport(deps);
  const organisation = await loadOrganisation(deps);
  await eachToItsEnd(
    Map.groupBy(gaps, (gap) => gap.departments[0] ?? ''),
    ([department, own]) =>
      eachToItsEnd(organisation.holders(department, 'department-head'), ({ person }) =>
        // The mail's id names the month: a repeat sends none twice.
        deps.mail.send(gapDigestMail(deps.settings, person, department, month, own)),
      ),
  );
  await store.createOnce({ id: month, version: 0 });
}
