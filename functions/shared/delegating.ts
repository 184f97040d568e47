/** Handing a task to a colleague, and mailing its link anew. Explicit acts: the history names everybody. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import { InputRefused, NotAllowed, WrongState } from '@gongkai/domain/errors.ts';
import { append } from '@gongkai/domain/history.ts';
import {
  actorOf,
  type Membership,
  type Organisation,
  overseers,
  type Person,
  roleName,
} from '@gongkai/domain/organisation.ts';
import type { Task } from '@gongkai/domain/task.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { taskMail } from './mails.ts';
import { linkFor, opaqueFor } from './new-task.ts';
import { loadOrganisation } from './organisation.ts';
import { documents, tasks } from './stores.ts';
import { mayDecide } from './who-may.ts';

type DelegateDeps = Pick<Deps, 'table' | 'mail' | 'clock' | 'links' | 'settings'>;

/** Colleagues of the task's department who could decide it if it were handed to them. */
export const possibleDelegates = (
  task: Task,
  document: GovDocument,
  by: Membership,
  organisation: Organisation,
): Membership[] =>
  organisation
    .people()
    .filter(
      (m) =>
        m.department.id === task.department &&
        m.person.id !== by.person.id &&
        mayDecide(
          { ...task, delegatedTo: { person: m.person.id, by: by.person.id } },
          document,
          m,
          organisation,
        ).allowed,
    );

/**
 * `by` hands the task to `to`, who gets a link of their own. A delegate cannot delegate. Throws
 * {@link NotAllowed}, {@link InputRefused}, {@link WrongState}.
 */
export async function delegateTask(
  deps: DelegateDeps,
  { taskId, by, to }: { taskId: string; by: Membership; to: string },
): Promise<Task> {
  const organisation = await loadOrganisation(deps);
  const before = await tasks(deps.table).need(taskId);
  const document = await documents(deps.table).need(before.subject);
  const at = deps.clock.now().toISOString();
  const handedTo = organisation.person(to);
  const task = await tasks(deps.table).update(taskId, (t) => {
    mustBeOpen(t);
    const permission = mayDecide(t, document, by, organisation);
    if (!permission.allowed || t.delegatedTo?.person === by.person.id)
      throw new NotAllowed(permission.allowed ? '受托人不能再委托他人，请交回原办理人。' : permission.reason);
    const delegates = possibleDelegates(t, document, by, organisation);
    if (!handedTo || !delegates.some((m) => m.person.id === to))
      throw new InputRefused('不能委托给这个人，请从列表中选择本单位的其他人员。');
    if (t.delegatedTo?.person === to) return t;
    return {
      ...t,
      delegatedTo: { person: to, by: by.person.id },
      links: [...t.links.filter((l) => l.person !== to), linkFor(deps, t, to)],
      history: append(t.history, {
        at,
        actor: permission.actor,
        action: 'delegated',
        reason: `委托${handedTo.person.name}办理`,
      }),
    };
  });
  if (handedTo) await sendLink(deps, task, document, handedTo.person, organisation);
  return task;
}

/** Mails new links to everybody who had one; the old ones stop working. For the county office and administrators. */
export async function resendLinks(
  deps: DelegateDeps,
  { taskId, by }: { taskId: string; by: Membership },
): Promise<Task> {
  const role = overseers.find((r) => by.person.roles.includes(r));
  if (!role)
    throw new NotAllowed(`只有${roleName['office-editor']}和${roleName.administrator}可以重新发送链接。`);
  const organisation = await loadOrganisation(deps);
  const at = deps.clock.now().toISOString();
  const task = await tasks(deps.table).update(taskId, (t) => {
    mustBeOpen(t);
    const next = { ...t, linkRound: t.linkRound + 1 };
    return {
      ...next,
      links: t.links.map((l) => linkFor(deps, next, l.person)),
      history: append(t.history, {
        at,
        actor: actorOf(by, role),
        action: 'links-renewed',
      }),
    };
  });
  const document = await documents(deps.table).need(task.subject);
  for (const { person: id } of task.links) {
    const person = organisation.person(id)?.person;
    if (person) await sendLink(deps, task, document, person, organisation);
  }
  return task;
}

function mustBeOpen(task: Task): void {
  if (task.state !== 'open')
    throw new WrongState('这项任务已经办结或取消，不能再委托或发送链接。', task.state);
}

function sendLink(
  deps: DelegateDeps,
  task: Task,
  document: GovDocument,
  person: Person,
  organisation: Organisation,
): Promise<void> {
  const { delegatedTo } = task;
  const mail = { task, document, person, opaque: opaqueFor(deps, task, person.id) };
  const delegatedBy = delegatedTo?.person === person.id && organisation.personName(delegatedTo.by);
  return deps.mail.send(taskMail(deps.settings, delegatedBy ? { ...mail, delegatedBy } : mail));
}
