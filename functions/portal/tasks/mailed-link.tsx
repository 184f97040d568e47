/** The link of a task mail. GET shows facts and changes nothing: mail scanners open links, and press no buttons here. */
import { chineseDate } from '@gongkai/calendar/local-date.ts';
import type { Membership } from '@gongkai/domain/organisation.ts';
import { type Task, taskKindName } from '@gongkai/domain/task.ts';
import { hashOf } from '@gongkai/platform/links.ts';
import { type Context, Hono } from 'hono';
import { tasks } from '../../shared/stores.ts';
import { base } from '../base.ts';
import { readBody } from '../body.ts';
import { codeMinutes, redeemCode, requestCode } from '../code.ts';
import type { PortalContext, PortalDeps, PortalEnv } from '../env.ts';
import { Csrf, Notice, PortalPage, TextField } from '../layout.tsx';
import { equalSecrets } from '../secrets.ts';
import { noteSecurity } from '../security-log.ts';
import { openSession } from '../session.ts';
import { valuesOf } from './decision-data.ts';

interface Opened {
  task: Task;
  /** Whom this very link was mailed to. */
  named: Membership;
}

/** 256 bits in base64url; anything else costs no look into the table. */
const opaqueShape = /^[A-Za-z0-9_-]{43}$/;
const idShape = /^[A-Za-z0-9-]{1,80}$/;

export function mailedLinkRoutes(deps: PortalDeps): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  const path = `${base}/t/:taskId/:opaque` as const;

  app.get(path, async (c) => {
    const opened = await open(deps, c);
    if (!opened) return c.notFound();
    if (isNamed(c, opened)) return c.redirect(`${base}/tasks/${opened.task.id}`, 303);
    return c.html(<LinkPage c={c} {...opened} />);
  });

  app.post(path, async (c) => {
    const opened = await open(deps, c);
    if (!opened) return c.notFound();
    const { task, named } = opened;
    const values = valuesOf(await readBody(c));
    if (values['step'] !== 'redeem') {
      await requestCode(deps, named.person.id);
      noteSecurity(deps, 'code-sent', named.person.id);
      return c.html(<LinkPage c={c} {...opened} sent />);
    }
    if (!(await redeemCode(deps, named.person.id, (values['code'] ?? '').slice(0, 20)))) {
      noteSecurity(deps, 'code-wrong', named.person.id);
      return c.html(<LinkPage c={c} {...opened} sent wrong />, 400);
    }
    await openSession(deps, c, named.person.id);
    return c.redirect(`${base}/tasks/${task.id}`, 303);
  });

  return app;
}

/** Undefined alike for a wrong id, a replaced link and a person who has left. */
async function open(deps: PortalDeps, c: Context<PortalEnv>): Promise<Opened | undefined> {
  const { taskId = '', opaque = '' } = c.req.param() as { taskId?: string; opaque?: string };
  if (!idShape.test(taskId) || !opaqueShape.test(opaque)) return undefined;
  const task = await tasks(deps.table).get(taskId);
  const hash = hashOf(opaque);
  const link = task?.links.find((l) => equalSecrets(l.hash, hash));
  const named = link && c.get('organisation').person(link.person);
  return task && named && { task, named };
}

const isNamed = (c: PortalContext, { named }: Opened): boolean => c.get('me')?.person.id === named.person.id;

const LinkPage = ({
  c,
  task,
  named,
  sent = false,
  wrong = false,
}: Opened & { c: PortalContext; sent?: boolean; wrong?: boolean }) => {
  const me = c.get('me');
  return (
    <PortalPage c={c} title={taskKindName[task.task]}>
      <div class="narrow">
        <p class="kind">{taskKindName[task.task]}</p>
        <h1>{task.title}</h1>
        <dl class="facts">
          <dt>办理单位</dt>
          <dd>{c.get('organisation').departmentName(task.department)}</dd>
          <dt>办理期限</dt>
          <dd>{chineseDate(task.due.date)}</dd>
          <dt>状态</dt>
          <dd>{{ open: '等待办理', decided: '已办结', cancelled: '已取消' }[task.state]}</dd>
        </dl>
        {me && (
          <Notice kind="info">
            <p>
              您现在以{me.person.name}的身份登录，这个链接是发给{named.person.name}
              的。如果您有权办理，请直接打开
              <a href={`${base}/tasks/${task.id}`}>任务页面</a>；需要委托请由{named.person.name}
              在任务页面上办理。
            </p>
          </Notice>
        )}
        <p>
          这个链接是发给<strong>{named.person.name}</strong>的。为确认是本人，我们会把六位验证码发到
          {named.person.name}登记的邮箱 {maskedEmail(named.person.email)}。
        </p>
        {sent && !wrong && (
          <Notice kind="success">
            <p>验证码已发出，{codeMinutes} 分钟内有效。没有收到请看垃圾邮件文件夹。</p>
          </Notice>
        )}
        {sent && (
          <form method="post">
            <Csrf c={c} />
            <input type="hidden" name="step" value="redeem" />
            <TextField
              name="code"
              label="六位验证码"
              inputmode="numeric"
              autocomplete="one-time-code"
              maxlength={6}
              required
              error={wrong ? '验证码不对或已过期。请重新填写；几次不对后，请重新发送验证码。' : undefined}
            />
            <button type="submit">确认并打开任务</button>
          </form>
        )}
        <form method="post" class="actions">
          <Csrf c={c} />
          <input type="hidden" name="step" value="send" />
          <button type="submit" class={sent ? 'secondary' : undefined}>
            {sent ? '重新发送验证码' : '发送验证码'}
          </button>
        </form>
      </div>
    </PortalPage>
  );
};

/** `l***@county.gov.cn`: enough for the person to know which, too little for anybody else. */
const maskedEmail = (email: string): string => email.replace(/^(.).*@/, '$1***@');
