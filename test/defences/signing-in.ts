/** Links, codes and sessions. */
import { type Defences, without } from './defence.ts';

const routes = 'functions/portal/sign-in.tsx';
const link = 'functions/portal/sign-in-link.ts';
const session = 'functions/portal/session.ts';
const code = 'functions/portal/code.ts';
const uploadLink = 'functions/portal/upload/link.ts';
const mailed = 'functions/portal/tasks/mailed-link.tsx';

export const signingIn: Defences = {
  'stops after five asks in a quarter of an hour, known or not, and begins anew afterwards': [
    without(
      routes,
      'return tooMany(deps, `sign-in-to#${email}`, { limit: 5, minutes: 15 });',
      'return false;',
    ),
  ],
  'stops one place after sixty asks, whatever the addresses, and no other place': [
    without(routes, 'if (address && (await tooMany(', 'if (address && address === "" && (await tooMany('),
    without(routes, '`sign-in-from#${address}`', '`sign-in-from`'),
  ],
  'answers the same whether the person exists or not, and mails only who does': [
    without(
      routes,
      'return c.html(<SentPage c={c} email={email.data} />);',
      'return c.html(<SentPage c={c} email={email.data} />, member ? 200 : 404);',
    ),
  ],
  'works once, even when pressed twice at the same moment': [
    without(link, "if (current.used) throw new WrongState('登录链接已使用。', 'used');"),
    without(link, 'return { ...current, used: true };', 'return current;'),
  ],
  'does not work after ten minutes': [without(link, '&& link.expiresAt > deps.clock.now().toISOString() ')],
  'signs in with a cookie scripts cannot read, and goes where the person wanted to go': [
    without(session, 'httpOnly: true,'),
    without(session, "sameSite: 'Lax',"),
    without(
      session,
      "{ name: '__Host-gongkai-session', options: { secure: true, path: '/' } }",
      "{ name: 'gongkai-session', options: { secure: true, path: '/' } }",
    ),
    without(
      session,
      "{ name: '__Host-gongkai-session', options: { secure: true, path: '/' } }",
      "{ name: 'gongkai-session', options: { path: '/' } }",
    ),
  ],
  'refuses a post without the hidden field, and one from another site': [
    without(session, 'if (!equalSecrets(csrf, session.csrf))', 'if (csrf === undefined)'),
    without(
      'functions/portal/frame.ts',
      "app.use('*', csrf({ origin: (origin, c) => isOurs(deps, origin, c) }));",
    ),
  ],
  'planted by somebody else before signing in is not taken over': [
    without(
      session,
      "const opaque = randomBytes(32).toString('base64url');",
      "const opaque = getCookie(c, cookieOf(deps).name) ?? randomBytes(32).toString('base64url');",
    ),
  ],
  'ends when nothing was done for two hours': [
    without(session, ' || later(stored.seenAt, idleHours) <= now'),
  ],
  'ends after 12 hours, however busy': [without(session, 'stored.expiresAt <= now || ')],
  'ends when the person is removed': [
    [
      ...without(
        session,
        'const me = session && organisation.person(session.person);',
        'const me = session && (organisation.person(session.person) ?? seen.get(session.person));\n    if (me) seen.set(me.person.id, me);',
      ),
      ...without(
        session,
        'const touchMinutes = 10;',
        'const touchMinutes = 10;\nconst seen = new Map<string, Membership>();',
      ),
    ],
  ],
  'ends when an administrator ends it, and nobody else can': [
    without(session, 'if (end && stored.openedAt <= end.at) return undefined;'),
    without(
      'functions/portal/organisation/routes.tsx',
      'app.use(`${here}/*`, requireSession, administratorsOnly);',
      'app.use(`${here}/*`, requireSession);',
    ),
  ],
  'tells who signed in, in vain or not, by a hash of the account and nothing else': [
    without('functions/portal/security-log.ts', 'hashOf(personId).slice(0, 12)', 'personId'),
    without(routes, "noteSecurity(deps, 'sign-in-link-spent');"),
  ],
  'expires after ten minutes': [without(code, 'stored.expiresAt <= now || ')],
  'lets only one of two simultaneous uses through': [
    without(
      code,
      'triesLeft: right ? 0 : stored.triesLeft - 1',
      'triesLeft: right ? stored.triesLeft : stored.triesLeft - 1',
    ),
  ],
  'is refused when %s, saying what to do': [
    without(uploadLink, 'if (!equalSecrets(signed, signature(deps, payload))) return undefined;'),
  ],
  'is worth nothing once the person belongs to another department': [
    without(uploadLink, 'member?.department.id === departmentId ? member : undefined', 'member'),
  ],
  'may be mistyped four times, not five': [without(code, ' || stored.triesLeft <= 0')],
  'is not sent more than five times in a quarter of an hour': [
    without(code, 'if (await tooMany(', 'if (personId === "" && await tooMany('),
  ],
  'opened any number of times changes nothing and mails nothing': [
    without(
      mailed,
      'if (isNamed(c, opened)) return',
      'await requestCode(deps, opened.named.person.id);\n    if (isNamed(c, opened)) return',
    ),
  ],
  'forwarded to somebody else tells them whom it is for': [
    without(mailed, 'if (isNamed(c, opened)) return', "if (c.get('me')) return"),
  ],
  'carry 256 bits and are stored as a hash only': [
    without('packages/platform/links.ts', ".digest('base64url')", ".digest('base64url').slice(0, 20)"),
    without('packages/platform/links.ts', "createHash('sha256').update(opaqueId).digest('hex')", 'opaqueId'),
  ],
  'holds nothing after the whole demo that opens a link': [
    [
      ...without(
        'functions/shared/new-task.ts',
        '({ person, hash: hashOf(opaqueFor(deps, task, person)) })',
        '({ person, opaque: opaqueFor(deps, task, person), hash: hashOf(opaqueFor(deps, task, person)) } as Task["links"][number])',
      ),
      ...without(
        'packages/domain/task.ts',
        'z.object({ hash: z.string(), person: z.string() })',
        'z.object({ hash: z.string(), person: z.string(), opaque: z.string().optional() })',
      ),
    ],
    without(
      'packages/platform/embedded/mail-queue.ts',
      'due = NULL, message = NULL, error',
      'due = NULL, error',
    ),
  ],
  'goes to the tasks instead of to %j': [
    without('functions/portal/next-path.ts', ' || !shape.test(wanted)'),
    without(
      'functions/portal/next-path.ts',
      'if (url?.origin !== here.origin || !url.pathname.startsWith(`${base}/`)) return home;',
      'if (!url) return home;',
    ),
  ],
  'believes only what the own proxy wrote': [
    without('functions/shared/client-address.ts', '.findLast(', '.find('),
  ],
  'is the connection for whoever only says to be the front': [
    without('functions/shared/client-address.ts', 'c.req.header(frontHeader) === frontKey', 'true'),
  ],
  'is stopped, whatever address the header of each request claims': [
    without(
      'packages/cli/server.ts',
      'return site.fetch(request, connection);',
      'return site.fetch(request);',
    ),
  ],
  '%s counts as %s: a line of IPv6 has more addresses than anybody counts': [
    without('functions/shared/client-address.ts', 'lineOf(nearest)', 'nearest'),
  ],
};
