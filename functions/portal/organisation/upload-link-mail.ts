import { chineseDate, localDate } from '@gongkai/calendar/local-date.ts';
import type { Department, Person } from '@gongkai/domain/organisation.ts';
import { hashOf } from '@gongkai/platform/links.ts';
import type { PortalDeps } from '../env.ts';
import { sendMail } from '../send-mail.ts';
import { uploadLink } from '../upload/link.ts';

const linkDays = 7;

/** Mails a person a link by which documents of the department can be handed in for a week without signing in. */
export async function mailUploadLink(
  deps: PortalDeps,
  department: Department,
  person: Person,
): Promise<void> {
  const expiresAt = new Date(deps.clock.now().getTime() + linkDays * 86_400_000);
  const link = uploadLink(deps, person.id, department.id, expiresAt);
  await sendMail(deps, {
    id: `upload-link-${hashOf(link)}`,
    to: person.email,
    subject: '【政务公开】上传链接',
    text: [
      `${person.name}，您好：`,
      '',
      `请通过下面的链接提交${department.name}的文件，${chineseDate(localDate(expiresAt))}前有效，可以多次使用：`,
      link,
      '',
      '通过此链接提交的文件都记在您的名下，请勿转发。涉密文件不得上传。',
      '',
      '——',
      `${deps.settings.county}政务公开工作平台（此邮件由系统发出，请勿回复）`,
      '',
    ].join('\n'),
  });
}
