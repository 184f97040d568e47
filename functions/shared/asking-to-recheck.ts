/** The county office's task about a published document in which newer rules found something. No workflow waits for it. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { officeId } from '@gongkai/domain/organisation.ts';
import { taskAssignee } from '@gongkai/domain/task.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { rulesVersion } from '@gongkai/screening/rules.ts';
import { askByMail } from './asking-by-mail.ts';
import { firstAttention } from './attention.ts';
import { newTask } from './new-task.ts';
import { loadOrganisation } from './organisation.ts';
import { tasks } from './stores.ts';

export type AskingDeps = Pick<Deps, 'table' | 'mail' | 'clock' | 'links' | 'calendar' | 'settings'>;

export const recheckId = ({ id, revision }: Pick<GovDocument, 'id' | 'revision'>, version: number): string =>
  `${id}-${revision}-recheck-${version}`;

export const rulesVersionOf = (taskId: string): number => Number(taskId.split('-').at(-1));

/** Personal data that is public is taken down within the day. */
const answerWithin = 1;

export async function askToRecheck(deps: AskingDeps, document: GovDocument, found: number): Promise<void> {
  const now = deps.clock.now();
  const { role } = taskAssignee.recheck;
  const calendar = await deps.calendar();
  const organisation = await loadOrganisation(deps);
  const { value: task } = await tasks(deps.table).createOnce(
    newTask(deps, organisation, {
      id: recheckId(document, rulesVersion),
      task: 'recheck',
      subject: document.id,
      revision: document.revision,
      title: document.title,
      contentHash: document.contentHash ?? '',
      department: officeId,
      role,
      author: '',
      due: calendar.deadline(localDate(now), answerWithin),
      attentionAt: firstAttention(calendar, deps.settings.reviewTimes[role], now),
      token: '',
      note: `筛查规则更新后，在这份已公开的文件（包括解读）中发现 ${found} 处必须处理的内容。`,
    }),
  );
  if (task.state === 'open') await askByMail(deps, task, document, organisation);
}
