/** Signing in without passwords: ask for a link, open it from the mail, press the button. */
import { Hono } from 'hono';
import * as z from 'zod';
import { base } from './base.ts';
import { readBody, textOf } from './body.ts';
import { clientAddress } from '../shared/client-address.ts';
import type { PortalContext, PortalDeps, PortalEnv } from './env.ts';
import { nextPath } from './next-path.ts';
import { noteSecurity } from './security-log.ts';
import { closeSession, endSessionsOf, openSession, requireSession } from './session.ts';
import { findSignIn, mailSignInLink, redeemSignIn } from './sign-in-link.ts';
import { AskPage, ConfirmPage, SentPage, SignOutPage, SpentPage, TooOftenPage } from './sign-in-pages.tsx';
import { tooMany } from '../shared/throttle.ts';

const emailSchema = z.email().max(200).toLowerCase();

export function signInRoutes(deps: PortalDeps): Hono<PortalEnv> {
  const app = new Hono<PortalEnv>();

  app.get(`${base}/sign-in`, (c) => {
    if (c.get('session')) return c.redirect(nextPath(c.req.query('next')), 303);
    const unsent = c.req.query('unsent') !== undefined;
    return c.html(<AskPage c={c} next={nextPath(c.req.query('next'))} unsent={unsent} />);
  });

  app.post(`${base}/sign-in`, async (c) => {
    const body = await readBody(c);
    const next = nextPath(body['next']);
    const typed = textOf(body, 'email').trim();
    const email = emailSchema.safeParse(typed);
    if (!email.success) return c.html(<AskPage c={c} next={next} email={typed} wrong />, 400);
    if (await asksTooOften(deps, c, email.data)) {
      noteSecurity(deps, 'sign-in-too-often');
      return c.html(<TooOftenPage c={c} />, 429);
    }
    const member = c.get('organisation').personByEmail(email.data);
    if (member) await mailSignInLink(deps, member, next);
    noteSecurity(deps, member ? 'sign-in-link-sent' : 'sign-in-address-unknown', member?.person.id);
    return c.html(<SentPage c={c} email={email.data} />);
  });

  app.get(`${base}/sign-in/:opaque`, async (c) => {
    const link = await findSignIn(deps, c.req.param('opaque'));
    const member = link && c.get('organisation').person(link.person);
    if (!member) return c.html(<SpentPage c={c} />, 410);
    return c.html(<ConfirmPage c={c} member={member} />);
  });

  app.post(`${base}/sign-in/:opaque`, async (c) => {
    const link = await redeemSignIn(deps, c.req.param('opaque'));
    if (!link || !c.get('organisation').person(link.person)) {
      noteSecurity(deps, 'sign-in-link-spent');
      return c.html(<SpentPage c={c} />, 410);
    }
    await openSession(deps, c, link.person);
    return c.redirect(link.next, 303);
  });

  app.get(`${base}/sign-out`, requireSession, (c) => c.html(<SignOutPage c={c} />));

  app.post(`${base}/sign-out`, async (c) => {
    const me = c.get('me');
    if (me && textOf(await readBody(c), 'everywhere') === 'yes') await endSessionsOf(deps, me.person.id);
    await closeSession(deps, c);
    return c.redirect(`${base}/sign-in`, 303);
  });

  return app;
}

/** Five mails a quarter of an hour are plenty for a person; sixty asks are for an office behind one address. */
async function asksTooOften(deps: PortalDeps, c: PortalContext, email: string): Promise<boolean> {
  const address = clientAddress(c, deps.settings);
  if (address && (await tooMany(deps, `sign-in-from#${address}`, { limit: 60, minutes: 15 }))) return true;
  return tooMany(deps, `sign-in-to#${email}`, { limit: 5, minutes: 15 });
}
