/** What people must do about the catalogue. Tasks are named for part and round, so a repeated step opens none twice. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import type { CatalogueField } from '@gongkai/domain/catalogue-field.ts';
import { type CataloguePart, partId } from '@gongkai/domain/catalogue-part.ts';
import { officeId } from '@gongkai/domain/organisation.ts';
import type { DepsWithoutFiles } from '@gongkai/platform/deps.ts';
import { filingAttention } from './filing-attention.ts';
import { loadFields, forgetFields } from './catalogue-columns.ts';
import { loadOrganisation } from './organisation.ts';
import { closePageTask, type Judged, openPageTask } from './open-page-task.ts';
import { catalogueFields, tasks } from './stores.ts';

type Needs = Pick<DepsWithoutFiles, 'table' | 'clock' | 'calendar' | 'mail' | 'links' | 'settings'>;

const fileTaskId = (part: string, round: number): string => `${part}-file-${round}`;
const reviewTaskId = (part: string, revision: number): string => `${part}-review-${revision}`;

/** Fields whose round was opened and whose departments have not been asked yet. */
export async function openFilingTasks(deps: Needs): Promise<void> {
  for (const field of await loadFields(deps)) {
    if (!field.round || field.round.opened) continue;
    for (const department of field.departments) await askToFile(deps, field, department);
    await catalogueFields(deps.table).update(field.id, (f) =>
      f.round?.number === field.round!.number ? { ...f, round: { ...f.round, opened: true } } : f,
    );
    forgetFields(deps.table);
  }
}

async function askToFile(
  deps: Needs,
  { id, name, round }: CatalogueField,
  department: string,
): Promise<void> {
  const part = partId(id, department);
  await openPageTask(deps, {
    id: fileTaskId(part, round!.number),
    task: 'file-catalogue',
    subject: part,
    title: `${name}领域公开事项目录`,
    department,
    contentHash: '',
    due: round!.due,
    attentionAt: filingAttention(
      await deps.calendar(),
      { due: round!.due, escalated: false },
      deps.clock.now(),
    ),
  });
}

/** The department has filed: what it was asked for is done. */
export async function closeFiling(
  deps: Needs,
  { round }: CatalogueField,
  { id, filed }: CataloguePart,
): Promise<void> {
  if (!filed || !round) return;
  const task = await tasks(deps.table).get(fileTaskId(id, round.number));
  // An earlier filing answers no later round.
  if (!task || filed.at < task.createdAt) return;
  await closePageTask(deps, task.id, {
    outcome: 'submit',
    ...filed,
    contentHash: filed.sha256,
  });
}

/** The office's turn. */
export async function askToReview(deps: Needs, field: CatalogueField, part: CataloguePart): Promise<void> {
  const { filed } = part;
  if (!filed) return;
  const calendar = await deps.calendar();
  const organisation = await loadOrganisation(deps);
  const name = organisation.departmentName(part.department);
  await openPageTask(deps, {
    id: reviewTaskId(part.id, part.revision),
    task: 'review-catalogue',
    subject: part.id,
    title: `${name}：${field.name}领域公开事项目录`,
    department: officeId,
    contentHash: filed.sha256,
    due: calendar.deadline(localDate(filed.at), deps.settings.reviewTimes['office-editor'].answerWithin),
  });
}

/** After the office has judged. A returned part is asked for again, with what is left of the time. */
export async function closeReview(deps: Needs, part: CataloguePart, judged: Judged): Promise<void> {
  await closePageTask(deps, reviewTaskId(part.id, part.revision), judged);
}
