/** The last gate before the public store: nothing unreviewed, nothing that still carries a secret or a person. */
import { isPublished } from '@gongkai/domain/attribute.ts';
import type { LocalDate } from '@gongkai/domain/deadline.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { PublicationRefused } from '@gongkai/domain/errors.ts';
import { isOver } from '@gongkai/domain/posting.ts';
import type { TaskKind } from '@gongkai/domain/task.ts';
import { coveredWords, isCovered } from './covered.ts';
import type { Findings } from './findings-file.ts';
import type { PublicFile } from './public-text.ts';
import { blockingIn } from './blocking.ts';
import type { Screener } from './screening.ts';

/** Throws {@link PublicationRefused}. Approvals count only for the very content that goes out. */
export async function assertMayGoOut(
  document: GovDocument,
  text: readonly Pick<PublicFile, 'name' | 'text' | 'hidden'>[],
  findings: Findings['findings'],
  { today, screener }: { today: LocalDate; screener?: Screener | undefined },
): Promise<void> {
  if (!isPublished(document.attribute))
    throw new PublicationRefused('公开属性不是“主动公开”或“删减后公开”，不能发布。');
  const { posting } = document.declared;
  if (posting && isOver(posting, today))
    throw new PublicationRefused(
      `公示期已于 ${posting.until} 届满，不能再公示。请改公示截止日期后重新提交。`,
    );
  const needed: [TaskKind, string | undefined][] = [
    ['secrecy-review', document.contentHash],
    ['publication-review', document.contentHash],
    ...(document.registeredAt
      ? []
      : ([['confirm-attribute', document.contentHash]] satisfies [TaskKind, string | undefined][])),
    ...(document.attribute === 'redacted'
      ? ([['approve-redaction', document.redactedHash]] satisfies [TaskKind, string | undefined][])
      : []),
  ];
  for (const [kind, hash] of needed)
    if (hash === undefined || !document.approvals.some((a) => a.kind === kind && a.contentHash === hash))
      throw new PublicationRefused('缺少对当前内容的审查意见，不能发布，请重新提交审查。');
  if (text.some((file) => file.hidden.some(isCovered)))
    throw new PublicationRefused(`${coveredWords}，不能发布原文件。请清除后重新上传，或改为“删减后公开”。`);
  const dismissed = new Set(document.dismissed.map((d) => d.finding));
  const harmless = new Set(findings.filter((f) => dismissed.has(f.id)).map((f) => f.match));
  // The page shows the names of the files as well.
  const around = [document.title, document.metadata?.issuer, ...text.map((f) => f.name)].join('\n');
  const blocking = await Promise.all(
    [around, ...text.map((f) => f.text)].map((t) => blockingIn(t, today, screener)),
  );
  const left = blocking.flat().filter((f) => !harmless.has(f.match));
  if (left.length > 0)
    throw new PublicationRefused(
      `拟公开的内容还有 ${left.length} 处必须处理的敏感信息（如 ${left[0]!.excerpt}），请删减后重新提交。`,
    );
  if (
    document.attribute === 'public' &&
    findings.some((f) => f.severity === 'block' && f.hidden && !dismissed.has(f.id))
  )
    throw new PublicationRefused('原文件的隐藏部分含有必须处理的敏感信息，请清除后重新上传。');
}
