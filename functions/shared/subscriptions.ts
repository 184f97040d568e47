/** Subscriptions by mail: double opt-in, ended by an opaque id that is derived, so that every digest can name it. */
import { randomBytes } from 'node:crypto';
import {
  type Subscription,
  subscriptionAskKind,
  subscriptionKind,
  type SubscriptionAsk,
  type Topic,
} from '@gongkai/domain/subscription.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { hashOf, type Links } from '@gongkai/platform/links.ts';
import type { Table } from '@gongkai/platform/ports.ts';
import { createStore } from '@gongkai/platform/store.ts';

export const confirmWithinHours = 24;
/** In one address: a header line of a mail holds 998 characters (RFC 5322, 2.1.1). */
export const mostStopIds = 15;

export const subscriptions = (table: Table) => createStore(table, subscriptionKind);
const asks = (table: Table) =>
  createStore(table, subscriptionAskKind, { expiresAt: (ask) => new Date(ask.expiresAt) });

type Needs = Pick<Deps, 'table' | 'clock'>;

/** Ends the subscription: not guessable, and stored only as its hash, the subscription's id. */
export const stopIdOf = (links: Links, { email, topic }: Pick<Subscription, 'email' | 'topic'>): string =>
  links.opaqueId('subscription', email, topic.kind, topic.id);

/** Answers the opaque id to be mailed; known addresses and new ones are treated alike. */
export async function askToSubscribe({ table, clock }: Needs, email: string, topic: Topic): Promise<string> {
  const opaque = randomBytes(32).toString('base64url');
  const now = clock.now();
  await asks(table).createOnce({
    id: hashOf(opaque),
    version: 0,
    email,
    topic,
    askedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + confirmWithinHours * 3_600_000).toISOString(),
  });
  return opaque;
}

/** What is to be confirmed, while it still can be. Looking changes nothing: mail scanners look too. */
export async function findAsk({ table, clock }: Needs, opaque: string): Promise<SubscriptionAsk | undefined> {
  const ask = await asks(table).get(hashOf(opaque));
  // Tables delete expired items late.
  return ask && ask.expiresAt > clock.now().toISOString() ? ask : undefined;
}

/** Undefined when the link is spent. A repeat of a confirmation that died half-way ends the same. */
export async function confirm(
  deps: Needs & Pick<Deps, 'links'>,
  opaque: string,
): Promise<Subscription | undefined> {
  const ask = await findAsk(deps, opaque);
  if (!ask) return undefined;
  const { email, topic, askedAt } = ask;
  const { value } = await subscriptions(deps.table).createOnce({
    id: hashOf(stopIdOf(deps.links, ask)),
    version: 0,
    email,
    topic,
    askedAt,
    confirmedAt: deps.clock.now().toISOString(),
  });
  await asks(deps.table).delete(ask.id);
  return value;
}

/** Those that are still there. */
export const findByStopIds = (table: Table, stopIds: readonly string[]): Promise<Subscription[]> =>
  subscriptions(table).getMany(stopIds.map(hashOf));

/** Deletes them with the address. Absent is fine. */
export async function stop(table: Table, stopIds: readonly string[]): Promise<void> {
  for (const id of stopIds) await subscriptions(table).delete(hashOf(id));
}
