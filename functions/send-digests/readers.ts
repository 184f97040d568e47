/** Who hears of what: by address, each subscription with its news. */
import { hasWord, type Subscription, wordsPartition } from '@gongkai/domain/subscription.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { subscriptions } from '../shared/subscriptions.ts';
import type { News } from './news.ts';

export interface Told {
  subscription: Subscription;
  news: News[];
}

/** Reads the subscribers of topics that have news, and all words. */
export async function readersOf(
  { table }: Pick<Deps, 'table'>,
  news: readonly News[],
): Promise<Map<string, Told[]>> {
  const readers = new Map<string, Told[]>();
  if (news.length === 0) return readers;
  for (const partition of new Set([...news.flatMap((n) => n.topics), wordsPartition]))
    for await (const subscription of subscriptions(table).all('subscriptions-by-topic', partition)) {
      const { email, confirmedAt } = subscription;
      const told = news.filter((n) => n.at >= confirmedAt && concerns(n, subscription, partition));
      if (told.length > 0) readers.set(email, [...(readers.get(email) ?? []), { subscription, news: told }]);
    }
  return readers;
}

const concerns = (news: News, { topic }: Subscription, partition: string): boolean =>
  topic.kind === 'word' ? hasWord(news.words, topic.id) : news.topics.includes(partition);
