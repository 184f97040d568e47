/** Open tasks of whoever is out: who takes them, said before a removal and after every change. */
import type { Actor } from '@gongkai/domain/history.ts';
import { type Department, Organisation, type Person } from '@gongkai/domain/organisation.ts';
import { isDocumentTask, type Task, taskKindName } from '@gongkai/domain/task.ts';
import { localDate } from '@gongkai/calendar/local-date.ts';
import { canBeDecided, handedOn, type Outcome } from '../../shared/handing-on.ts';
import { peopleOf } from '../../shared/handing-on-after.ts';
import { allDepartments } from '../../shared/organisation-file.ts';
import { pageOfTask } from '../../shared/page-tasks.ts';
import { documents, tasks } from '../../shared/stores.ts';
import { base } from '../base.ts';
import type { PortalContext, PortalDeps } from '../env.ts';
import { Notice } from '../layout.tsx';
import { myTasks } from '../tasks/my-tasks.ts';
import { withoutPerson } from './change.ts';

export interface AfterRemoval {
  task: Task;
  /** Names; empty when nobody can do it. */
  takers: string[];
}

/** What waits for this person today, and who would have it without them. */
export async function ifRemoved(
  deps: PortalDeps,
  department: Department,
  person: Person,
  by: Actor,
): Promise<AfterRemoval[]> {
  const all = await allDepartments(deps);
  const today = localDate(deps.clock.now());
  const { items } = await myTasks(deps, { person, department }, new Organisation(all, today));
  const without = withoutPerson(person.id);
  const organisation = new Organisation(
    all.map((d) => (d.id === department.id ? without(d) : d)),
    today,
  );
  return items.map(({ task, document }) => {
    const after = handedOn(deps, task, document, { organisation, by, people: peopleOf(all) });
    const asked = [...new Set(after.links.map((l) => l.person))].filter((id) => organisation.person(id));
    const takers = canBeDecided(after, document, organisation) ? asked : [];
    return { task, takers: takers.map((id) => organisation.personName(id)) };
  });
}

export const BeforeRemoval = ({ name, open }: { name: string; open: readonly AfterRemoval[] }) =>
  open.length === 0 ? null : (
    <>
      <p>
        {name}有 {open.length} 项未办任务。移除后立即转交，新的办理人各收到一封邮件；以前发给{name}
        的链接同时失效：
      </p>
      <ul>
        {open.map(({ task, takers }) => (
          <li>
            <TaskName task={task} />
            {takers.length > 0 ? (
              `：转由${takers.join('、')}办理`
            ) : (
              <>
                ：<strong>没有人可以接办</strong>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );

const mostNamed = 20;
const idShape = /^[A-Za-z0-9-]{1,120}$/;

/** For the address of the page that is shown next. */
export const inAddress = ({ handed, left }: Outcome): string => {
  const ids = left.slice(0, mostNamed).map((t) => t.id);
  return `${handed.length > 0 ? `&handed=${handed.length}` : ''}${left.length > 0 ? `&left=${ids.join(',')}` : ''}`;
};

export interface AfterChange {
  handed: number;
  left: readonly Task[];
}

/** From that address, as far as it is still so. */
export async function afterChange({ table }: PortalDeps, c: PortalContext): Promise<AfterChange> {
  const ids = (c.req.query('left') ?? '').split(',', mostNamed).filter((id) => idShape.test(id));
  const known = (await tasks(table).getMany([...new Set(ids)])).filter((t) => t.state === 'open');
  const subjects = await documents(table).getMany(
    known.filter((t) => isDocumentTask(t)).map((t) => t.subject),
  );
  const organisation = c.get('organisation');
  const left = known.filter(
    (t) =>
      !canBeDecided(
        t,
        subjects.find((d) => d.id === t.subject),
        organisation,
      ),
  );
  const handed = Number(c.req.query('handed') ?? 0);
  return { handed: Number.isSafeInteger(handed) ? handed : 0, left };
}

export const AfterChangeNotices = ({ handed, left }: AfterChange) => (
  <>
    {handed > 0 && (
      <Notice kind="success">
        <p>{handed} 项未办任务已经转交，接办的人会收到邮件；原来的链接已经失效。</p>
      </Notice>
    )}
    {left.length > 0 && (
      <Notice kind="warning">
        <p>以下任务现在没有人可以办理，请尽快指定人员：</p>
        <ul>
          {left.map((task) => (
            <li>
              <TaskName task={task} />
            </li>
          ))}
        </ul>
      </Notice>
    )}
  </>
);

const TaskName = ({ task }: { task: Task }) => (
  <>
    {taskKindName[task.task]}{' '}
    <a href={isDocumentTask(task) ? `${base}/tasks/${task.id}` : base + pageOfTask(task)}>{task.title}</a>
  </>
);
