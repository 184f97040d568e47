/** A published document as its page shows it, with its downloads. */
import { attributeName } from '@gongkai/domain/attribute.ts';
import { column } from '@gongkai/domain/catalogue.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Organisation } from '@gongkai/domain/organisation.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import { filePath, interpretationPath } from '@gongkai/pages/paths.ts';
import type { DocumentView } from '@gongkai/pages/views.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { originalKey } from './findings-file.ts';
import type { PublicFile } from './public-text.ts';
import { interpretations } from './stores.ts';

export interface Download {
  path: string;
  name: string;
  size: number;
  body: Uint8Array;
}

/** Originals go out only with public documents; a redacted one offers the text copies. */
export async function downloads(
  { files }: Pick<Deps, 'files'>,
  document: GovDocument,
  text: readonly PublicFile[],
): Promise<Download[]> {
  if (document.attribute === 'redacted')
    return text.map((f) => {
      // Old editors on Windows recognise UTF-8 by its byte order mark only.
      const body = Buffer.from(`\uFEFF${f.text}\n`);
      const name = `${f.name.replace(/\.[a-z0-9]{2,5}$/i, '')}（删减稿）.txt`;
      return {
        path: filePath(document.id, document.redactedHash!, f.slot, 'txt'),
        name,
        size: body.length,
        body,
      };
    });
  return Promise.all(
    document.files.map(async (f) => {
      const original = await files.get('records', originalKey(f.sha256!));
      if (!original) throw new Error(`original of ${document.id} slot ${f.slot} is missing`);
      return {
        path: filePath(document.id, f.sha256!, f.slot, f.type!),
        name: f.name,
        size: original.size,
        body: original.body,
      };
    }),
  );
}

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
