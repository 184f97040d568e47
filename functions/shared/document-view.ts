/** A published document as its page shows it, with its downloads. */
import { attributeName } from '@gongkai/domain/attribute.ts';
import { column } from '@gongkai/domain/catalogue.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Organisation } from '@gongkai/domain/organisation.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { filePath, interpretationPath } from '@gongkai/pages/paths.ts';
import type { DocumentView } from '@gongkai/pages/views.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { loadRedacted, originalKey, redactedFileKey } from './findings-file.ts';
import type { PublicFile } from './public-text.ts';
import { interpretations } from './stores.ts';

export interface Download {
  path: string;
  name: string;
  size: number;
  body: Uint8Array;
}

/** Originals go out only with public documents; a redacted one offers its redacted copies. */
export async function downloads({ files }: Pick<Deps, 'files'>, document: GovDocument): Promise<Download[]> {
  const stored = async (key: string): Promise<Uint8Array> => {
    const file = await files.get('records', key);
    if (!file) throw new Error(`${key} of ${document.id} is missing`);
    return file.body;
  };
  if (document.attribute === 'redacted') {
    const copies = await loadRedacted(files, document.id, document.revision);
    return Promise.all(
      copies.files.map(async ({ slot, name, type, sha256, size }) => ({
        path: filePath(document.id, document.redactedHash!, slot, type),
        name: redactedName(name, type),
        size,
        body: await stored(redactedFileKey(sha256)),
      })),
    );
  }
  return Promise.all(
    document.files.map(async ({ slot, name, type, sha256 }) => {
      const body = await stored(originalKey(sha256!));
      return { path: filePath(document.id, sha256!, slot, type!), name, size: body.byteLength, body };
    }),
  );
}

/** `名单.xls` → `名单（删减稿）.xlsx` */
export const redactedName = (name: string, type: string): string =>
  `${name.replace(/\.[a-z0-9]{2,5}$/i, '')}（删减稿）.${type}`;

export async function documentView(
  { table }: Pick<Deps, 'table'>,
  document: GovDocument & { publication: Publication },
  organisation: Organisation,
  text: readonly PublicFile[],
  offered: readonly Omit<Download, 'body'>[],
): Promise<DocumentView> {
  const linked =
    document.interpretations.length === 0
      ? []
      : await interpretations(table).getMany(document.interpretations);
  return {
    publication: document.publication,
    departmentName: organisation.department(document.department)?.name ?? document.department,
    columnName: column(document.publication.column)?.name ?? document.publication.column,
    attributeName: attributeName[document.attribute],
    issuer: document.metadata?.issuer ?? null,
    writtenDate: document.metadata?.writtenDate ?? null,
    keywords: [],
    paragraphs: (text[0]?.text ?? '').split('\n'),
    redacted: document.attribute === 'redacted',
    attachments: offered.map(({ path, name, size }) => ({ path, name, size })),
    interpretations: linked
      .filter((i) => i.state === 'published')
      .map((i) => ({ path: interpretationPath(i.id), title: i.title })),
  };
}
