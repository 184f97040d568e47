/** What happened to public documents in a window, with the topics under which people hear of it. */
import { localDate, chineseDate } from '@gongkai/calendar/local-date.ts';
import type { DigestWindow } from '@gongkai/domain/digest-window.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { sortable } from '@gongkai/domain/indexes.ts';
import type { Notice } from '@gongkai/domain/notice.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { type Topic, topicPartition } from '@gongkai/domain/subscription.ts';
import { validityName } from '@gongkai/domain/validity.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { notices } from '../shared/notices.ts';
import { documents, entries } from '../shared/stores.ts';

type Needs = Pick<Deps, 'table'>;

export interface News {
  what: 'new' | Notice['what'];
  title: string;
  /** Path of the page on the public site. */
  path: string;
  department: string;
  /** UTC instant: who subscribed later does not hear of it. */
  at: string;
  /** What words are held against; empty where the title itself had to go. */
  words: string;
  /** Partitions of subscriptions it belongs to, besides the words. */
  topics: readonly string[];
}

/** New ones in the order of their numbers, then changes in the order of time. */
export const newsBetween = async (deps: Needs, window: DigestWindow): Promise<News[]> => [
  ...(await published(deps, window)),
  ...(await noted(deps, window)),
];

async function published({ table }: Needs, { after, upTo }: DigestWindow): Promise<News[]> {
  const open = new Set(upTo.missing);
  const owed = new Set(after.missing);
  const news: News[] = [];
  let page: string | undefined;
  do {
    const found = await entries(table).query('published-by-site', {
      partition: 'site',
      from: sortable(Math.min(after.number + 1, ...after.missing)),
      // '~' sorts after every id character.
      to: `${sortable(upTo.number)}~`,
      limit: 200,
      ...(page === undefined ? {} : { after: page }),
    });
    for (const { publication: p } of found.items)
      if ((p.siteNumber > after.number || owed.has(p.siteNumber)) && !open.has(p.siteNumber))
        news.push({ ...newsOf(p), what: 'new', title: p.title, at: p.publishedAt });
    page = found.next;
  } while (page !== undefined);
  return news;
}

const newsOf = (p: Publication): Pick<News, 'path' | 'department' | 'words' | 'topics'> => {
  const topics: Topic[] = [
    { kind: 'site', id: 'site' },
    { kind: 'column', id: p.column },
    { kind: 'department', id: p.department },
    ...(p.item === undefined ? [] : [{ kind: 'item', id: p.item } satisfies Topic]),
  ];
  return {
    path: p.path,
    department: p.department,
    words: [p.title, p.summary, p.documentNumber ?? ''].join('\n'),
    topics: topics.map(topicPartition),
  };
};

/** So many changes a day are a flood; the pages tell the rest. */
const mostNotices = 1_000;

async function noted({ table }: Needs, { after, upTo }: DigestWindow): Promise<News[]> {
  const { items } = await notices(table).query('notices-by-time', {
    partition: 'site',
    from: `${after.at}~`,
    to: `${upTo.at}~`,
    limit: mostNotices,
  });
  const told = await documents(table).getMany([...new Set(items.map((n) => n.documentId))]);
  const byId = new Map(told.map((d) => [d.id, d]));
  return items.flatMap((notice) => changed(notice, byId.get(notice.documentId)));
}

/** Of a document that was marked and then withdrawn only the withdrawal is told. */
function changed({ what, at }: Notice, document: GovDocument | undefined): News[] {
  if (!document?.publication) return [];
  const { publication, withdrawal, validity } = document;
  if (what === 'withdrawn')
    return withdrawal
      ? [
          withdrawal.showTitle
            ? { ...newsOf(publication), what, at, title: `${publication.title}（${withdrawal.reason}）` }
            : { ...newsOf(publication), what, at, title: '一件公开信息', words: '' },
        ]
      : [];
  if (document.state === 'withdrawn' || !validity) return [];
  const since = chineseDate(localDate(`${validity.since}T00:00:00+08:00`));
  const title = `${publication.title}：${validityName[validity.state]}（自${since}）`;
  return [{ ...newsOf(publication), what, at, title }];
}
