/** One day's mail to one subscriber: titles and links, and a way out for each subscription. */
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import { absoluteUrl, listPath, stopSubscriptionsPath } from '@gongkai/pages/paths.ts';
import { clean } from '@gongkai/pages/text.ts';
import type { SiteView } from '@gongkai/pages/views.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { MailMessage } from '@gongkai/platform/ports.ts';
import { mostStopIds, stopIdOf } from '../shared/subscriptions.ts';
import { topicName } from '../shared/topics.ts';
import type { News } from './news.ts';
import type { Told } from './readers.ts';

/** More titles nobody reads in a mail. */
const mostLines = 100;

const headings: Record<News['what'], string> = {
  new: '新公开',
  validity: '有效性变更',
  withdrawn: '已撤下',
};

/** One mail; several only where more subscriptions brought it than one address can end. */
export function digestMails(
  { links }: Pick<Deps, 'links'>,
  givenSite: SiteView,
  { day, email, told }: { day: LocalDate; email: string; told: readonly Told[] },
): MailMessage[] {
  const site = clean(givenSite);
  const id = `subscription-digest-${day}-${links.opaqueId('subscriber', email)}`;
  return inParts(told).map((part, i) => {
    const news = [...new Set(part.flatMap((t) => t.news))];
    const stops = part.map(({ subscription }) => ({
      name: topicName(site, subscription.topic) ?? subscription.topic.id,
      stopId: stopIdOf(links, subscription),
    }));
    return {
      id: i === 0 ? id : `${id}-${i + 1}`,
      to: email,
      subject: `【${site.settings.county}政府信息公开】${news.length} 条更新`,
      text: [
        '您好：',
        '',
        `您订阅的${site.settings.county}政府信息公开有下列更新。`,
        ...linesOf(site, news),
        '',
        '——',
        '您的订阅（打开链接后点“退订”）：',
        ...stops.flatMap(({ name, stopId }) => [
          name,
          `  ${absoluteUrl(site, stopSubscriptionsPath([stopId]))}`,
        ]),
        '此邮件由系统发出，请勿回复。',
        '',
      ].join('\n'),
      unsubscribe: absoluteUrl(site, stopSubscriptionsPath(stops.map((s) => s.stopId))),
    };
  });
}

function linesOf(site: SiteView, news: readonly News[]): string[] {
  const departments = new Map(site.departments.map((d) => [d.id, d.name]));
  const shown = news.slice(0, mostLines);
  const lines: string[] = [];
  for (const [what, heading] of Object.entries(headings)) {
    const those = shown.filter((n) => n.what === what);
    if (those.length > 0) lines.push('', `【${heading}】`);
    for (const { title, department, path } of those)
      lines.push(
        `${oneLine(title)}（${departments.get(department) ?? site.settings.county}）`,
        `  ${absoluteUrl(site, path)}`,
      );
  }
  const rest = news.length - shown.length;
  if (rest > 0)
    lines.push('', `另有 ${rest} 条，请到网站查看：${absoluteUrl(site, listPath('site', 'site'))}`);
  return lines;
}

const oneLine = (title: string): string => clean(title).replace(/\s+/g, ' ');

const inParts = (told: readonly Told[]): Told[][] =>
  Array.from({ length: Math.ceil(told.length / mostStopIds) }, (_, i) =>
    told.slice(i * mostStopIds, (i + 1) * mostStopIds),
  );
