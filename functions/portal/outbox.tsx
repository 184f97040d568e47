/** Trial mode only: the mails that would have been sent, and the clock. Absent otherwise. */
import { localMinute } from '@gongkai/calendar/local-date.ts';
import { Hono } from 'hono';
import { base } from './base.ts';
import { readBody, textOf } from './body.ts';
import type { PortalContext, PortalDeps, PortalEnv, Trial } from './env.ts';
import { Csrf, Notice, PortalPage, TextField } from './layout.tsx';
import { openSession } from './session.ts';

type OutboxMail = Awaited<ReturnType<Trial['outbox']>>[number];

/** Enough to find one's own; a trial of hours has thousands. */
const shown = 100;
const quickMoves = [
  ['2h', '2 小时'],
  ['1d', '1 天'],
  ['3wd', '3 个工作日'],
  ['1w', '1 周'],
  ['1y', '1 年'],
] as const;

export function outboxRoutes(deps: PortalDeps): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();
  const { trial } = deps;
  if (!trial) return app;

  app.get(`${base}/outbox`, async (c) => {
    const mails = await trial.outbox();
    const moved = c.req.query('moved') !== undefined;
    return c.html(<OutboxPage c={c} mails={mails} now={deps.clock.now()} moved={moved} />);
  });

  app.post(`${base}/clock`, async (c) => {
    await trial.advance(textOf(await readBody(c), 'duration'));
    // The session has run out by the moved clock: whoever moves it stays signed in.
    const session = c.get('session');
    if (session) await openSession(deps, c, session.person);
    return c.redirect(`${base}/outbox?moved`, 303);
  });

  return app;
}

const OutboxPage = ({
  c,
  mails,
  now,
  moved,
}: {
  c: PortalContext;
  mails: readonly OutboxMail[];
  now: Date;
  moved: boolean;
}) => (
  <PortalPage c={c} title="发件箱" current={`${base}/outbox`}>
    <h1>发件箱（试用）</h1>
    {moved && (
      <Notice kind="success">
        <p>时钟已拨到 {localMinute(now)}，这期间到期的事项都已处理。</p>
      </Notice>
    )}
    <Notice kind="info">
      <p>试用模式下邮件不会真的发出，任何人不登录也能在这里看到并打开其中的链接。正式运行时没有这个页面。</p>
    </Notice>
    <section class="card" aria-labelledby="clock">
      <h2 id="clock">时钟：{localMinute(now)}</h2>
      <p class="hint">把时间往前拨，看三个工作日或一年以后会发生什么。只能向前。</p>
      <form method="post" action={`${base}/clock`} class="actions">
        <Csrf c={c} />
        {quickMoves.map(([duration, name]) => (
          <button class="secondary" type="submit" name="duration" value={duration}>
            {name}后
          </button>
        ))}
      </form>
      <form method="post" action={`${base}/clock`} class="row-form">
        <Csrf c={c} />
        <TextField
          name="duration"
          label="其他时长"
          hint="例如 30m、5h、10d、2w、1y、5wd（工作日）"
          maxlength={10}
          required
        />
        <button type="submit">拨动时钟</button>
      </form>
    </section>
    <h2>
      邮件 <span class="quiet small">共 {mails.length} 封，最新的在前</span>
    </h2>
    {mails.length === 0 && <p class="empty">还没有邮件。</p>}
    {mails.slice(0, shown).map((mail, i) => (
      <details class="mail" open={i === 0}>
        <summary>
          <strong>{mail.subject}</strong>
          <span class="quiet small">
            {localMinute(mail.sentAt)} · 发给 {mail.to}
          </span>
        </summary>
        <pre>{withLinks(mail.text)}</pre>
      </details>
    ))}
    {mails.length > shown && (
      <p class="quiet">较早的 {mails.length - shown} 封没有列出，见数据目录中的 outbox。</p>
    )}
  </PortalPage>
);

/** Splitting on a capturing group leaves the addresses at odd places. */
const withLinks = (text: string) =>
  text
    .split(/(https?:\/\/[^\s<>"，。；）]+)/)
    .map((part, i) => (i % 2 === 1 ? <a href={part}>{part}</a> : part));
