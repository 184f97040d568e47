/** Other documents that carry the same 文号: a copy, or a slip of the pen. People are told, nobody is stopped. */
import { documentStateName } from '@gongkai/domain/document-state.ts';
import { type GovDocument, nameOfDocument, namesOneDocument } from '@gongkai/domain/document.ts';
import type { Membership, Organisation } from '@gongkai/domain/organisation.ts';
import { documents } from '../../shared/stores.ts';
import { base } from '../base.ts';
import type { PortalContext, PortalDeps } from '../env.ts';
import { Notice } from '../layout.tsx';
import { maySee } from './who-sees.ts';

export interface SameNumber {
  number: string;
  /** Newest first. */
  others: readonly { document: GovDocument; href: string }[];
}

/** More than a handful tell nothing more. */
const most = 6;

/**
 * As far as `me` may know of them: drafts of other departments stay unseen, but the county office sees all.
 * A revision is the same document.
 */
export async function findSameNumber(
  { table, settings }: Pick<PortalDeps, 'table' | 'settings'>,
  { id }: Pick<GovDocument, 'id'>,
  number: string | null | undefined,
  { me, organisation }: { me: Membership; organisation: Organisation },
): Promise<SameNumber | undefined> {
  if (!namesOneDocument(number)) return undefined;
  const { items } = await documents(table).query('documents-by-number', {
    partition: number,
    descending: true,
    limit: most,
  });
  const others = items
    .filter((document) => document.id !== id)
    .flatMap((document) => {
      if (maySee(document, [], me, organisation))
        return [{ document, href: `${base}/documents/${document.id}` }];
      const { state, publication } = document;
      return state === 'published' && publication
        ? [{ document, href: `${settings.siteUrl}/${publication.path}` }]
        : [];
    });
  return others.length === 0 ? undefined : { number, others };
}

export const SameNumberNotice = ({ c, found }: { c: PortalContext; found: SameNumber | undefined }) =>
  found && (
    <Notice kind="warning">
      <p>
        <strong>发文字号“{found.number}”还有别的文件在用。</strong>
        请核对是不是重复上传，或者文号有误；确实是同一文号的，可以继续办理。
      </p>
      <ul>
        {found.others.map(({ document, href }) => (
          <li>
            <a href={href}>{nameOfDocument(document)}</a>（
            {c.get('organisation').departmentName(document.department)}，{documentStateName[document.state]}）
          </li>
        ))}
      </ul>
    </Notice>
  );
