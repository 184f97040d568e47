/** The task that a proposed profile is for the county office. It follows the profile, whatever was cut short. */
import { localDate } from '@gongkai/calendar/local-date.ts';
import { officeId } from '@gongkai/domain/organisation.ts';
import { type Profile, profileHash, proposalsOf } from '@gongkai/domain/profile.ts';
import { type Task, taskAssignee } from '@gongkai/domain/task.ts';
import type { DepsWithoutFiles } from '@gongkai/platform/deps.ts';
import { cancelOpenTasks } from './cancelling.ts';
import { eachToItsEnd } from './each-to-its-end.ts';
import { closePageTask, openPageTask } from './open-page-task.ts';
import { letter } from './mails.ts';
import { departments, loadOrganisation } from './organisation.ts';
import { profiles } from './profiles.ts';
import { tasks } from './stores.ts';

type Needs = Pick<DepsWithoutFiles, 'table' | 'clock' | 'calendar' | 'mail' | 'links' | 'settings'>;

const taskId = (profile: Profile): string => `profile-${profile.id}-${proposalsOf(profile)}`;

/** Who may confirm is who may decide this. */
export const confirming = ({ proposed }: Profile) => ({
  task: 'confirm-profile' as const,
  role: taskAssignee['confirm-profile'].role,
  department: officeId,
  author: proposed?.by ?? '',
});

/** After each act; safe to run twice. A newer proposal takes the place of one that still waits. */
export async function settleProfile(deps: Needs, profile: Profile): Promise<void> {
  const { id, proposed } = profile;
  const revision = proposalsOf(profile);
  const department = (await loadOrganisation(deps)).department(id);
  await cancelOpenTasks(deps, { id, revision: revision - 1 });
  if (!proposed) return close(deps, profile);
  // Of a department that is gone nobody can confirm anything.
  if (!department) return cancelOpenTasks(deps, { id, revision });
  const calendar = await deps.calendar();
  await openPageTask(deps, {
    id: taskId(profile),
    ...confirming(profile),
    subject: id,
    revision,
    title: department.name,
    contentHash: profileHash(proposed.content),
    due: calendar.deadline(localDate(proposed.at), deps.settings.reviewTimes['office-editor'].answerWithin),
  });
}

const outcomes: Record<string, string> = { 'profile-confirmed': 'approve', 'profile-returned': 'return' };

async function close(deps: Needs, profile: Profile): Promise<void> {
  const judged = profile.history.findLast(({ action }) => action in outcomes);
  if (!judged) return;
  const { actor, action, at, reason = '', contentHash = '' } = judged;
  await closePageTask(deps, taskId(profile), { outcome: outcomes[action]!, actor, at, reason, contentHash });
  if (action === 'profile-returned') await tellWhoProposed(deps, profile, reason);
}

async function tellWhoProposed(
  { table, clock, mail, settings }: Needs,
  profile: Profile,
  reason: string,
): Promise<void> {
  const proposal = profile.history.findLast(({ action }) => action === 'profile-proposed')!;
  const organisation = await loadOrganisation({ table, clock });
  const person = organisation.person(proposal.actor.id)?.person;
  if (!person) return;
  const name = organisation.departmentName(profile.id);
  await mail.send(
    letter(settings, person, `${taskId(profile)}-returned`, `已退回：${name}机构职能`, [
      `您填报的${name}机构职能已退回。`,
      `原因：${reason}`,
      '',
      '请修改后重新提交：',
      `${settings.portalUrl}/profiles/${profile.id}`,
    ]),
  );
}

/** Profiles whose task was cut short by the end of a process. */
export async function settleProfiles(deps: Needs): Promise<void> {
  const organisation = await loadOrganisation(deps);
  const ids = await Array.fromAsync(departments(deps.table).all('departments', 'county'), (d) => d.id);
  const known = (await profiles(deps.table).getMany(ids)).filter((p) => proposalsOf(p) > 0);
  const found = new Map((await tasks(deps.table).getMany(known.map(taskId))).map((t) => [t.id, t]));
  await eachToItsEnd(known, async (profile) => {
    const waits = profile.proposed !== undefined && organisation.department(profile.id) !== undefined;
    if (!agrees(waits, found.get(taskId(profile)))) await settleProfile(deps, profile);
  });
}

const agrees = (waits: boolean, task: Task | undefined): boolean =>
  waits ? task !== undefined : task?.state !== 'open';
