/** `/subscribe`: asking, confirming from the mail, and ending. What a link opens does nothing before the button. */
import { InputRefused } from '@gongkai/domain/errors.ts';
import { confirmSubscriptionPath, stopSubscriptionsPath, subscribePath } from '@gongkai/pages/paths.ts';
import {
  renderConfirmationSentPage,
  renderSpentSubscriptionPage,
  renderStoppedPage,
  renderSubscribeClosedPage,
  renderSubscribedPage,
  renderSubscribePage,
  renderSubscribeTooOftenPage,
  renderSubscriptionQuestion,
} from '@gongkai/pages/subscribe-pages.tsx';
import type { SiteView } from '@gongkai/pages/views.ts';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { clientAddress } from '../../shared/client-address.ts';
import { siteView } from '../../shared/site-view.ts';
import {
  askToSubscribe,
  confirm,
  confirmWithinHours,
  findAsk,
  findByStopIds,
  mostStopIds,
  stop,
} from '../../shared/subscriptions.ts';
import { tooMany } from '../../shared/throttle.ts';
import { topicName } from '../../shared/topics.ts';
import type { Area, SubscribeDeps } from '../areas.ts';
import { pagePolicy, securityHeaders } from '../response-headers.ts';
import { confirmMail } from './confirm-mail.ts';
import { formFor, itemOf, parseForm, readForm } from './form.ts';

const maxFormBytes = 16 * 1024;

export const subscribeRoutes: Area = ({ settings, files, subscribing }) => {
  const app = new Hono<{ Variables: { deps: SubscribeDeps; site: SiteView } }>();
  const origin = new URL(settings.siteUrl).origin;
  const ownForms = csrf({ origin: (from, c) => from === origin || from === new URL(c.req.url).origin });

  app.use('*', bodyLimit({ maxSize: maxFormBytes }), async (c, next) => {
    for (const [name, value] of securityHeaders(pagePolicy)) c.header(name, value);
    c.header('cache-control', 'no-store');
    const deps = await subscribing?.();
    if (!deps) {
      c.header('retry-after', '300');
      return c.html(renderSubscribeClosedPage({ settings, columns: [], departments: [] }), 503);
    }
    c.set('deps', deps);
    c.set('site', await siteView(deps));
    return next();
  });

  app.get(`/${subscribePath}`, async (c) => {
    const form = formFor(c.req.query());
    return c.html(renderSubscribePage(c.get('site'), { ...form, item: await itemOf(files, form) }));
  });

  app.post(`/${subscribePath}`, ownForms, async (c) => {
    const { deps, site } = c.var;
    const form = readForm(await posted(c));
    const item = await itemOf(files, form);
    const asked = parsed(site, form, item);
    if ('problem' in asked) return c.html(renderSubscribePage(site, { ...form, item, ...asked }), 400);
    if (await asksTooOften(deps, c, asked.email)) return c.html(renderSubscribeTooOftenPage(site), 429);
    const opaque = await askToSubscribe(deps, asked.email, asked.topic);
    await deps.mail.send(
      confirmMail(site, { to: asked.email, topic: topicName(site, asked.topic)!, opaque }),
    );
    return c.html(renderConfirmationSentPage(site, confirmWithinHours));
  });

  app.get(`/${confirmSubscriptionPath(':opaque')}`, async (c) => {
    const { deps, site } = c.var;
    const opaque = c.req.param('opaque')!;
    const ask = await findAsk(deps, opaque);
    if (!ask) return c.html(renderSpentSubscriptionPage(site), 410);
    return c.html(
      renderSubscriptionQuestion(site, {
        title: '确认邮件订阅',
        topics: [topicName(site, ask.topic) ?? ask.topic.id],
        path: confirmSubscriptionPath(opaque),
        action: '确认订阅',
      }),
    );
  });

  app.post(`/${confirmSubscriptionPath(':opaque')}`, ownForms, async (c) => {
    const { deps, site } = c.var;
    const subscription = await confirm(deps, c.req.param('opaque')!);
    if (!subscription) return c.html(renderSpentSubscriptionPage(site), 410);
    const { topic } = subscription;
    return c.html(renderSubscribedPage(site, topicName(site, topic) ?? topic.id));
  });

  app.get(`/${stopSubscriptionsPath([':ids'])}`, async (c) => {
    const { deps, site } = c.var;
    const ids = stopIdsOf(c.req.param('ids')!);
    const found = await findByStopIds(deps.table, ids);
    if (found.length === 0) return c.html(renderStoppedPage(site));
    return c.html(
      renderSubscriptionQuestion(site, {
        title: '退订邮件',
        topics: found.map(({ topic }) => topicName(site, topic) ?? topic.id),
        path: stopSubscriptionsPath(ids),
        action: '退订',
      }),
    );
  });

  // RFC 8058: mail programs post here by themselves, from anywhere. It only deletes, by ids nobody can guess.
  app.post(`/${stopSubscriptionsPath([':ids'])}`, async (c) => {
    await stop(c.var.deps.table, stopIdsOf(c.req.param('ids')!));
    return c.html(renderStoppedPage(c.get('site')));
  });

  return new Hono().route('/', app);
};

/** A form that cannot be read is one with nothing filled in. */
const posted = (c: Context): Promise<unknown> => c.req.parseBody().catch(() => ({}));

const stopIdsOf = (ids: string): string[] => ids.split('.').slice(0, mostStopIds);

function parsed(...form: Parameters<typeof parseForm>): ReturnType<typeof parseForm> | { problem: string } {
  try {
    return parseForm(...form);
  } catch (error) {
    if (error instanceof InputRefused) return { problem: error.message };
    throw error;
  }
}

/** Nobody's mailbox is filled from here; behind one address may be a whole office. */
async function asksTooOften(deps: SubscribeDeps, c: Context, email: string): Promise<boolean> {
  const address = clientAddress(c, deps.settings);
  // Behind a proxy that does not say for whom it asks, all together: a county mails no strangers without end.
  const limit = address === undefined ? 600 : 60;
  if (await tooMany(deps, `subscribe-from#${address ?? ''}`, { limit, minutes: 60 })) return true;
  return tooMany(deps, `subscribe-to#${email}`, { limit: 5, minutes: 24 * 60 });
}
