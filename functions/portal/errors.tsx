/** Errors to pages: a fixed Chinese text with advice, JSON where JSON was asked for, never an exception's own words. */
import { randomUUID } from 'node:crypto';
import type { ErrorHandler, NotFoundHandler } from 'hono';
import { traceOf } from '@gongkai/platform/log.ts';
import { passing } from '@gongkai/platform/passing-trouble.ts';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { base } from './base.ts';
import { wantsJson } from './body.ts';
import type { PortalContext, PortalEnv } from './env.ts';
import { Notice, PortalPage } from './layout.tsx';

interface Told {
  status: ContentfulStatusCode;
  title: string;
  advice: string;
  /** The error's message was written for the person who reads it. */
  forPeople?: true;
}

/** By name: errors cross bundles and minifiers. */
const known: Record<string, Told> = {
  InputRefused: {
    status: 400,
    title: '提交的内容没有通过检查',
    advice: '请返回上一页修改后重新提交。',
    forPeople: true,
  },
  NotAllowed: {
    status: 403,
    title: '不能办理',
    advice: '如果您认为应当有此权限，请联系系统管理员。',
    forPeople: true,
  },
  NotFound: { status: 404, title: '没有找到', advice: '内容可能已经删除，或者地址不完整。' },
  WrongState: {
    status: 409,
    title: '现在不能这样办理',
    advice: '请刷新页面，查看最新状态。',
    forPeople: true,
  },
  StalePage: {
    status: 409,
    title: '页面已经过时',
    advice: '在您查看期间内容有了变化。请重新打开页面，核对后再提交。',
    forPeople: true,
  },
  TryLater: {
    status: 503,
    title: '暂时无法完成',
    advice: '请几分钟后再试。此前已经提交成功的内容没有丢失。',
    forPeople: true,
  },
};
const tooBig: Told = {
  status: 413,
  title: '提交的内容太大',
  advice: '请缩短文字后重新提交；文件请在上传页面提交。',
};
const foreign: Told = {
  status: 403,
  title: '请求被拒绝',
  advice: '请求不是从本平台的页面发出的。请从平台首页重新进入后再操作。',
};
const unknown: Told = {
  status: 500,
  title: '系统出现问题',
  advice: '请稍后再试。如果仍然不行，请把下面的编号告诉管理员。',
};

const tell = (error: Error): Told => {
  if (error instanceof HTTPException)
    return error.status === 413 ? tooBig : error.status === 403 ? foreign : unknown;
  return known[error.name] ?? unknown;
};

export const onError: ErrorHandler<PortalEnv> = (thrown, c) => {
  const error = passing(thrown) as Error;
  const told = tell(error);
  const reference = told.status >= 500 ? randomUUID().slice(0, 8) : undefined;
  if (reference) record(error, reference, c);
  return answer(c, told, told.forPeople ? error.message : undefined, reference);
};

export const onNotFound: NotFoundHandler<PortalEnv> = (c) => answer(c, known['NotFound']!);

/** The route, not the address: addresses carry links that open things. */
const record = (error: Error, reference: string, c: PortalContext): void =>
  console.error(
    JSON.stringify({
      level: 'error',
      reference,
      method: c.req.method,
      route: c.req.routePath,
      // Its words may quote a form or an address.
      ...traceOf(error),
      cause: error.cause === undefined ? undefined : traceOf(error.cause),
    }),
  );

function answer(c: PortalContext, { status, title, advice }: Told, message?: string, reference?: string) {
  if (wantsJson(c))
    return c.json({ error: message ?? `${title}。${advice}`, ...(reference && { reference }) }, status);
  // An error may come before the session was looked up.
  if (!c.get('shell')) c.set('shell', { county: '', trial: false });
  return c.html(
    <PortalPage c={c} title={title}>
      <div class="narrow">
        <h1>{title}</h1>
        <Notice kind={status >= 500 ? 'error' : 'warning'}>
          {message && <p>{message}</p>}
          <p>{advice}</p>
          {reference && (
            <p>
              编号：<code>{reference}</code>
            </p>
          )}
        </Notice>
        <a class="button secondary" href={base}>
          回到首页
        </a>
      </div>
    </PortalPage>,
    status,
  );
}
