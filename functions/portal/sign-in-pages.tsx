import type { Membership } from '@gongkai/domain/organisation.ts';
import { base } from './base.ts';
import type { PortalContext } from './env.ts';
import { Csrf, Notice, PortalPage, TextField } from './layout.tsx';
import { idleHours, sessionHours } from './session.ts';
import { linkMinutes } from './sign-in-link.ts';

export const ConfirmPage = ({ c, member }: { c: PortalContext; member: Membership }) => (
  <PortalPage c={c} title="登录">
    <div class="narrow">
      <h1>{member.person.name}，您好</h1>
      <p>
        您将以<strong>{member.department.name}</strong>
        {member.person.name}的身份登录。如果不是您本人，请关闭本页。
      </p>
      <form method="post">
        <Csrf c={c} />
        <button type="submit">登录</button>
      </form>
    </div>
  </PortalPage>
);

export const SignOutPage = ({ c }: { c: PortalContext }) => (
  <PortalPage c={c} title="退出登录">
    <div class="narrow">
      <h1>退出登录</h1>
      <p>
        一次登录最长 {sessionHours} 小时，{idleHours} 小时没有操作也会自动退出。
      </p>
      <form method="post" action={`${base}/sign-out`} class="actions">
        <Csrf c={c} />
        <button type="submit">退出这台设备</button>
        <button type="submit" name="everywhere" value="yes" class="secondary">
          在所有设备上退出
        </button>
      </form>
    </div>
  </PortalPage>
);

export const AskPage = ({
  c,
  next,
  email,
  wrong,
  unsent = false,
}: {
  c: PortalContext;
  next: string;
  email?: string;
  wrong?: true;
  /** What was posted came after the session had ended. */
  unsent?: boolean;
}) => (
  <PortalPage c={c} title="登录">
    <div class="narrow">
      <h1>登录</h1>
      {unsent && (
        <Notice kind="warning">
          <p>
            登录已过期，刚才的内容没有提交。写了很多字的，请先点浏览器的“后退”把文字复制下来，登录后重新填写。
          </p>
        </Notice>
      )}
      <p class="lead">不需要密码。填写您在本平台登记的电子邮箱，我们会发给您一个登录链接。</p>
      <form method="post" action={`${base}/sign-in`} novalidate>
        <Csrf c={c} />
        <input type="hidden" name="next" value={next} />
        <TextField
          name="email"
          label="电子邮箱"
          type="email"
          autocomplete="email"
          inputmode="email"
          maxlength={200}
          required
          value={email?.slice(0, 200)}
          error={wrong && '请填写完整的电子邮箱，例如 name@example.gov.cn'}
        />
        <button type="submit">发送登录链接</button>
      </form>
      {c.get('shell').trial && (
        <div class="actions">
          <p class="hint">
            试用模式：邮件不会真的发出，请在<a href={`${base}/outbox`}>发件箱</a>
            里查看。可用的邮箱见组织机构，例如 <code>{c.get('organisation').people()[0]?.person.email}</code>
            。
          </p>
        </div>
      )}
    </div>
  </PortalPage>
);

export const SentPage = ({ c, email }: { c: PortalContext; email: string }) => (
  <PortalPage c={c} title="请查收邮件">
    <div class="narrow">
      <h1>请查收邮件</h1>
      <p>
        如果 <strong>{email}</strong> 已在本平台登记，登录链接正在发往这个邮箱，{linkMinutes} 分钟内有效。
      </p>
      <h2>没有收到？</h2>
      <ul>
        <li>看一看垃圾邮件文件夹；</li>
        <li>核对邮箱是否写对，或者是否为登记的那一个；</li>
        <li>仍然没有，请联系本单位的政务公开管理员。</li>
      </ul>
      <div class="actions">
        <a class="button secondary" href={`${base}/sign-in`}>
          重新填写
        </a>
        {c.get('shell').trial && (
          <a class="button" href={`${base}/outbox`}>
            打开发件箱（试用）
          </a>
        )}
      </div>
    </div>
  </PortalPage>
);

export const SpentPage = ({ c }: { c: PortalContext }) => (
  <PortalPage c={c} title="登录链接已失效">
    <div class="narrow">
      <h1>登录链接已失效</h1>
      <Notice kind="warning">
        <p>这个链接已经用过，或者超过了 {linkMinutes} 分钟。链接只能使用一次，这是为了保护您的账号。</p>
      </Notice>
      <a class="button" href={`${base}/sign-in`}>
        重新获取登录链接
      </a>
    </div>
  </PortalPage>
);

export const TooOftenPage = ({ c }: { c: PortalContext }) => (
  <PortalPage c={c} title="请稍后再试">
    <div class="narrow">
      <h1>请稍后再试</h1>
      <Notice kind="warning">
        <p>登录链接请求得过于频繁。请先查收已经发出的邮件，或在 15 分钟后重新获取。</p>
      </Notice>
    </div>
  </PortalPage>
);
