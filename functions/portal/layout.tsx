/** The frame of every portal page, and the few parts that pages are put together from. */
import { overseers, type Role } from '@gongkai/domain/organisation.ts';
import type { Child } from 'hono/jsx';
import { raw } from 'hono/html';
import { base } from './base.ts';
import type { PortalContext } from './env.ts';
import { assetPath } from './static.ts';

interface Destination {
  path: string;
  name: string;
  roles?: readonly Role[];
  trial?: true;
}
const destinations: readonly Destination[] = [
  { path: `${base}/tasks`, name: '我的任务' },
  { path: `${base}/upload`, name: '上传文件' },
  { path: `${base}/documents`, name: '本部门文件' },
  { path: `${base}/catalogue`, name: '公开事项目录' },
  { path: `${base}/profiles`, name: '机构职能' },
  { path: `${base}/office`, name: '全部文件', roles: overseers },
  { path: `${base}/organisation`, name: '组织机构', roles: ['administrator'] },
  { path: `${base}/outbox`, name: '发件箱', trial: true },
];

const visible = (c: PortalContext, { roles, trial }: Destination): boolean => {
  if (trial) return c.get('shell').trial;
  const me = c.get('me');
  return me !== undefined && (roles === undefined || roles.some((r) => me.person.roles.includes(r)));
};

const SignedIn = ({ c }: { c: PortalContext }) => {
  const me = c.get('me');
  if (!me) return null;
  return (
    <form class="signed-in" method="post" action={`${base}/sign-out`}>
      <span>
        <a href={`${base}/sign-out`} title="登录与退出">
          <strong>{me.person.name}</strong>
        </a>{' '}
        <span class="quiet">{me.department.name}</span>
      </span>
      <Csrf c={c} />
      <button class="plain" type="submit">
        退出
      </button>
    </form>
  );
};

/**
 * A whole page. `current` is the path of the navigation entry it belongs to, e.g. `/portal/tasks`; `script` the
 * name of a file in static/ that makes the page more comfortable; every page works without it.
 */
export const PortalPage = ({
  c,
  title,
  current,
  script,
  children,
}: {
  c: PortalContext;
  title: string;
  current?: string;
  script?: 'upload.js' | 'review.js';
  children: Child;
}) => {
  const { county } = c.get('shell');
  const entries = destinations.filter((d) => visible(c, d));
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="zh-CN">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{`${title} · ${county}政务公开工作平台`}</title>
          <link rel="stylesheet" href={assetPath('portal.css')} />
          <link rel="icon" href="data:," />
          {script && <script src={assetPath(script)} defer></script>}
        </head>
        <body>
          <a class="skip" href="#content">
            跳到正文
          </a>
          <header class="masthead">
            <div class="wide">
              <a class="name" href={base}>
                <span class="county">{county}</span>政务公开工作平台
              </a>
              <SignedIn c={c} />
            </div>
          </header>
          {entries.length > 0 && (
            <nav class="main-nav" aria-label="主导航">
              <ul class="wide">
                {entries.map((d) => (
                  <li>
                    <a href={d.path} aria-current={d.path === current ? 'page' : undefined}>
                      {d.name}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <main id="content" class="wide" tabindex={-1}>
            {children}
          </main>
          <footer class="foot">
            <p class="wide">本平台处理的均为非涉密文件。涉密文件不得上传。</p>
          </footer>
        </body>
      </html>
    </>
  );
};

const noticeTitle = { info: '提示', success: '已完成', warning: '请注意', error: '出现问题' } as const;

export const Notice = ({ kind, children }: { kind: keyof typeof noticeTitle; children: Child }) => (
  <div class={`notice ${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
    <strong class="notice-kind">{noticeTitle[kind]}</strong>
    <div>{children}</div>
  </div>
);

/** Above a form that was refused: every message, and the way to its field. */
export const WrongFields = ({ errors }: { errors: Readonly<Record<string, string>> }) => {
  const wrong = Object.entries(errors);
  if (wrong.length === 0) return null;
  return (
    <Notice kind="error">
      <p>有 {wrong.length} 处需要修改：</p>
      <ul>
        {wrong.map(([name, message]) => (
          <li>
            <a href={`#f-${name}`}>{message}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
};

/** Goes into every form that is posted. Empty where nobody is signed in. */
export const Csrf = ({ c }: { c: PortalContext }) => {
  const session = c.get('session');
  return session ? <input type="hidden" name="csrf" value={session.csrf} /> : null;
};

export {
  Choices,
  Field,
  fieldIds,
  fieldsOf,
  optionsOf,
  SelectField,
  TextArea,
  TextField,
} from './fields.tsx';
