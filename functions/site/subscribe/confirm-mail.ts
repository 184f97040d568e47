import type { Settings } from '@gongkai/domain/settings.ts';
import { absoluteUrl, confirmSubscriptionPath } from '@gongkai/pages/paths.ts';
import type { SiteView } from '@gongkai/pages/views.ts';
import { hashOf } from '@gongkai/platform/links.ts';
import type { MailMessage } from '@gongkai/platform/ports.ts';
import { confirmWithinHours } from '../../shared/subscriptions.ts';

/** Names what is subscribed, but nothing of the asker's own words beyond the word itself. */
export const confirmMail = (
  site: SiteView & { settings: Settings },
  { to, topic, opaque }: { to: string; topic: string; opaque: string },
): MailMessage => ({
  id: `subscription-ask-${hashOf(opaque)}`,
  to,
  subject: `【${site.settings.county}政府信息公开】请确认邮件订阅`,
  text: [
    '您好：',
    '',
    `有人用这个邮箱订阅了${site.settings.county}政府信息公开网站的更新：`,
    topic,
    '',
    `如果是您本人，请在 ${confirmWithinHours} 小时内打开下面的链接，并在页面上点“确认订阅”：`,
    absoluteUrl(site, confirmSubscriptionPath(opaque)),
    '',
    '如果不是您本人，请不必理会：没有确认就没有订阅，邮箱地址会自动删除。',
    '',
    '——',
    '此邮件由系统发出，请勿回复。',
    '',
  ].join('\n'),
});
