/** Mails about the catalogue besides those of its tasks. Their pages ask people to sign in. */
import { gapNames } from '@gongkai/catalogue/gaps.ts';
import type { CataloguePart } from '@gongkai/domain/catalogue-part.ts';
import type { Person } from '@gongkai/domain/organisation.ts';
import type { Settings } from '@gongkai/domain/settings.ts';
import type { MailMessage } from '@gongkai/platform/ports.ts';
import type { ReportedGap } from './catalogue-gaps.ts';
import { letter } from './mails.ts';
import { cataloguePartPath } from './page-tasks.ts';

export const catalogueReturnedMail = (
  settings: Settings,
  part: CataloguePart,
  fieldName: string,
  person: Person,
): MailMessage =>
  letter(
    settings,
    person,
    `catalogue-returned-${part.id}-${part.revision}`,
    `已退回：${fieldName}领域公开事项目录`,
    [
      `您报送的“${fieldName}”领域公开事项目录已退回。`,
      `原因：${part.returned?.reason ?? ''}`,
      '',
      '请修改后重新报送：',
      `${settings.portalUrl}${cataloguePartPath(part.id)}`,
    ],
  );

/** A mail, not the report: the page shows the rest. */
const named = 15;

export const gapDigestMail = (
  settings: Settings,
  person: Person,
  department: string,
  month: string,
  gaps: readonly Pick<ReportedGap, 'fieldName' | 'name' | 'kind'>[],
): MailMessage =>
  letter(
    settings,
    person,
    `gaps-${department}-${month}`,
    `${monthName(month)}公开事项缺口：${gaps.length} 处`,
    [
      `本部门的公开事项目录中有 ${gaps.length} 处没有做到：`,
      ...gaps.slice(0, named).map((gap) => `- ${gap.fieldName}·${gap.name}：${gapNames[gap.kind]}`),
      ...(gaps.length > named ? [`……以及另外 ${gaps.length - named} 处`] : []),
      '',
      '请登录查看并补充公开：',
      `${settings.portalUrl}/catalogue/gaps`,
    ],
  );

/** `2026-02` → `2026年2月` */
const monthName = (month: string): string => month.replace(/^(\d{4})-0?(\d+)$/, '$1年$2月');
