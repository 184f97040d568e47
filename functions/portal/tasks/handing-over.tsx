/** Below the decision: handing the task to a colleague, and for the county office sending its links anew. */
import { type Membership, roleName } from '@gongkai/domain/organisation.ts';
import { possibleDelegates } from '../../shared/delegating.ts';
import { mayDecide } from '../../shared/who-may.ts';
import { base } from '../base.ts';
import { oversees } from '../documents/who-sees.ts';
import type { PortalContext } from '../env.ts';
import { Csrf, Notice, SelectField } from '../layout.tsx';
import type { TaskView } from './task-view.ts';

/** Before anything else: that the task was handed over, or that its links were sent again just now. */
export const HandedOver = ({ c, view: { task } }: { c: PortalContext; view: TaskView }) => {
  if (task.state !== 'open') return null;
  const name = (id: string): string => c.get('organisation').personName(id);
  return (
    <>
      {task.delegatedTo && (
        <Notice kind="info">
          <p>
            {name(task.delegatedTo.by)}已委托{name(task.delegatedTo.person)}
            办理。原办理人仍然可以办理，谁先提交以谁为准。
          </p>
        </Notice>
      )}
      {c.req.query('resent') !== undefined && (
        <Notice kind="success">
          <p>新的链接已发给{task.links.map((l) => name(l.person)).join('、')}。</p>
        </Notice>
      )}
    </>
  );
};

export const HandingOver = ({ c, view, me }: { c: PortalContext; view: TaskView; me: Membership }) => {
  const { task, document } = view;
  const organisation = c.get('organisation');
  if (task.state !== 'open') return null;
  const mayDelegate =
    mayDecide(task, document, me, organisation).allowed && task.delegatedTo?.person !== me.person.id;
  const delegates = mayDelegate ? possibleDelegates(task, document, me, organisation) : [];
  return (
    <>
      {delegates.length > 0 && (
        <details class="fold">
          <summary>委托他人办理</summary>
          <form method="post" action={`${base}/tasks/${task.id}/delegation`} class="inline-form">
            <Csrf c={c} />
            <SelectField
              name="to"
              label="委托给本单位的"
              hint="对方会收到自己的链接；您和对方的姓名都会记入办理记录。邮件不要直接转发。"
              value=""
              required
              options={[
                { value: '', name: '请选择' },
                ...delegates.map(({ person }) => ({
                  value: person.id,
                  name: `${person.name}（${person.roles.map((r) => roleName[r]).join('、')}）`,
                })),
              ]}
            />
            <button class="secondary" type="submit">
              委托办理
            </button>
          </form>
        </details>
      )}
      {oversees(me) && task.links.length > 0 && (
        <details class="fold">
          <summary>重新发送办理链接</summary>
          <form method="post" action={`${base}/tasks/${task.id}/links`}>
            <Csrf c={c} />
            <p class="hint">
              向{task.links.map((l) => organisation.personName(l.person)).join('、')}
              发送新的链接，以前邮件里的链接同时失效。
            </p>
            <button class="secondary" type="submit">
              重新发送
            </button>
          </form>
        </details>
      )}
    </>
  );
};
