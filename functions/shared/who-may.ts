/** Who may decide a task, and in whose name. Pure: the organisation is that of one day. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Actor } from '@gongkai/domain/history.ts';
import {
  type Membership,
  officeId,
  type Organisation,
  type Role,
  roleName,
} from '@gongkai/domain/organisation.ts';
import {
  reviewKinds,
  separateStations,
  type Task,
  type TaskKind,
  taskKindName,
} from '@gongkai/domain/task.ts';

export type Permission = { allowed: true; actor: Actor } | { allowed: false; reason: string };
type Asked = Pick<Task, 'task' | 'department' | 'role' | 'author' | 'delegatedTo'>;
type Judged = Pick<GovDocument, 'author' | 'approvals' | 'contentHash' | 'redactedHash'>;

/**
 * The holder of the task's role in the task's department, that person's deputy, the delegate, or the county office
 * where nobody else is left. For a review, neither the author nor somebody who reviewed this content at another
 * station (保密法 art. 35: 先审查、后公开; that drafter, reviewer and publisher differ is the county's own rule).
 */
export function mayDecide(
  task: Asked,
  document: Judged | undefined,
  me: Membership,
  organisation: Organisation,
): Permission {
  const member = organisation.person(me.person.id);
  if (!member) return refuse('您的账号今天不在有效期内，请联系系统管理员。');
  const right = rightOf(task, member, organisation);
  if (!right) {
    const department = organisation.departmentName(task.department);
    return refuse(
      `这项任务由${department}的${roleName[task.role]}办理，您没有这个角色，也不是代理人或受托人。`,
    );
  }
  if (reviewKinds.includes(task.task)) {
    if (isAuthor(task, document, member.person.id))
      return refuse('您是提交人，不能审查自己提交的内容，请由其他有权限的人员办理。');
    const earlier = earlierReview(task.task, document, member.person.id);
    if (earlier)
      return refuse(
        `您已经办理过这一版的“${taskKindName[earlier]}”，同一人不能再办理“${taskKindName[task.task]}”。`,
      );
  }
  const { id, name } = member.person;
  return { allowed: true, actor: { id, name, role: task.role, ...right } };
}

/** Where a right to decide the task can come from: ids. */
export function departmentsOfRight(task: Asked, me: Membership, organisation: Organisation): string[] {
  const delegator = task.delegatedTo && organisation.person(task.delegatedTo.by);
  return [me.department.id, task.department, ...(delegator ? [delegator.department.id] : [])];
}

const refuse = (reason: string): Permission => ({ allowed: false, reason });

function rightOf(
  task: Asked,
  { person, department }: Membership,
  organisation: Organisation,
): { onBehalfOf?: string; role?: Role } | undefined {
  const holders = organisation.holders(task.department, task.role);
  if (holders.some((m) => m.person.id === person.id)) return {};
  if (task.delegatedTo?.person === person.id && delegationHolds(task, organisation))
    return { onBehalfOf: task.delegatedTo.by };
  const represented = holders.find((holder) => holder.person.deputy === person.id);
  if (represented) return { onBehalfOf: represented.person.id };
  const isOffice = department.id === officeId && person.roles.includes('office-editor');
  return isOffice && nobodyElse(task, holders, organisation) ? { role: 'office-editor' } : undefined;
}

/** Ends with the right of whoever delegated, and with the delegate's place in the department. */
export function delegationHolds({ delegatedTo, ...own }: Asked, organisation: Organisation): boolean {
  const by = delegatedTo && organisation.person(delegatedTo.by);
  const to = delegatedTo && organisation.person(delegatedTo.person);
  return to?.department.id === own.department && by !== undefined && !!rightOf(own, by, organisation);
}

/** Opening the task mails the office in this case, too. */
const nobodyElse = (task: Asked, holders: readonly Membership[], organisation: Organisation): boolean =>
  holders.every((m) => m.person.id === task.author && !organisation.deputyOf(m.person.id));

/** An interpretation has its own author; the document's author may well be the one who reviews it. */
const isAuthor = (task: Asked, document: Judged | undefined, person: string): boolean =>
  task.author === person || (task.task !== 'review-interpretation' && document?.author === person);

const earlierReview = (kind: TaskKind, document: Judged | undefined, person: string): TaskKind | undefined =>
  separateStations[kind]?.find((other) =>
    document?.approvals.some(
      (a) =>
        a.kind === other &&
        a.actor.id === person &&
        (a.contentHash === document.contentHash || a.contentHash === document.redactedHash),
    ),
  );
