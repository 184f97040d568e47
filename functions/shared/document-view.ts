/** A published document as its page shows it, with its downloads. */
import { attributeName } from '@gongkai/domain/attribute.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Organisation } from '@gongkai/domain/organisation.ts';
import type { Publication } from '@gongkai/domain/publication.ts';
import type { ValidityChange } from '@gongkai/domain/validity.ts';
import { filePath, interpretationPath, previewPath } from '@gongkai/pages/paths.ts';
import type { DocumentView, TextBlock, ValidityView } from '@gongkai/pages/views.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { columnName } from './catalogue-columns.ts';
import { originalKey, redactedFileKey } from './kept-by-content.ts';
import { loadRedacted } from './redacted-file.ts';
import type { PublicFile } from './public-text.ts';
import { documents, interpretations } from './stores.ts';

export interface Download {
  path: string;
  name: string;
  size: number;
  body: Uint8Array;
  /** Of an attachment whose text could be read. */
  preview: string | undefined;
  text: readonly TextBlock[];
  scanned: boolean;
}

/** Originals go out only with public documents; a redacted one offers its redacted copies. */
export async function downloads(
  { files }: Pick<Deps, 'files'>,
  document: GovDocument,
  text: readonly PublicFile[],
): Promise<Download[]> {
  const stored = async (key: string): Promise<Uint8Array> => {
    const file = await files.get('records', key);
    if (!file) throw new Error(`${key} of ${document.id} is missing`);
    return file.body;
  };
  const read = (slot: number) => text.find((t) => t.slot === slot);
  if (document.attribute === 'redacted') {
    const copies = await loadRedacted(files, document.id, document.revision);
    return Promise.all(
      copies.files.map(async ({ slot, name, type, sha256 }) => {
        const path = filePath(document.id, document.redactedHash!, slot, type);
        return download(path, redactedName(name, type), await stored(redactedFileKey(sha256)), read(slot));
      }),
    );
  }
  return Promise.all(
    document.files.map(async ({ slot, name, type, sha256 }) => {
      const path = filePath(document.id, sha256!, slot, type!);
      return download(path, name, await stored(originalKey(sha256!)), read(slot));
    }),
  );
}

/** `名单.xls` → `名单（删减稿）.xlsx` */
export const redactedName = (name: string, type: string): string =>
  `${name.replace(/\.[a-z0-9]{2,5}$/i, '')}（删减稿）.${type}`;

function download(path: string, name: string, body: Uint8Array, read: PublicFile | undefined): Download {
  const text = read?.blocks ?? [];
  const isAttachment = read !== undefined && read.slot > 0 && text.length > 0;
  return {
    path,
    name,
    size: body.byteLength,
    body,
    preview: isAttachment ? previewPath(path) : undefined,
    text,
    scanned: read?.scanned ?? false,
  };
}

export async function documentView(
  { table }: Pick<Deps, 'table'>,
  document: GovDocument & { publication: Publication },
  organisation: Organisation,
  text: readonly PublicFile[],
  offered: readonly Download[],
): Promise<DocumentView> {
  const linked =
    document.interpretations.length === 0
      ? []
      : await interpretations(table).getMany(document.interpretations);
  return {
    id: document.id,
    publication: document.publication,
    departmentName: organisation.departmentName(document.department),
    columnName: await columnName({ table }, document.publication.column),
    attributeName: attributeName[document.attribute],
    issuer: document.metadata?.issuer ?? null,
    writtenDate: document.metadata?.writtenDate ?? null,
    subjectClass: document.metadata?.subjectClass ?? null,
    effectiveDate: document.metadata?.effectiveDate ?? null,
    expiryDate: document.metadata?.expiryDate ?? null,
    term: document.metadata?.term ?? null,
    // What was cut out of a redacted copy stands nowhere else.
    keywords: (document.metadata?.keywords ?? []).filter((word) => text[0]?.text.includes(word)),
    validity: document.validity ? await validityView(table, document.validity) : null,
    posting: document.declared.posting ?? null,
    replaces: await publishedLinks(table, document.replaces ?? []),
    text: text[0]?.blocks ?? [],
    redacted: document.attribute === 'redacted',
    scanned: text[0]?.scanned ?? false,
    attachments: offered.map(({ path, name, size, preview }) => ({ path, name, size, preview })),
    interpretations: linked
      .filter((i) => i.state === 'published')
      .map((i) => ({ path: interpretationPath(i.id), title: i.title })),
  };
}

/** A successor that was withdrawn itself is not named any more. */
export async function validityView(
  table: Deps['table'],
  { state, since, reason, successor }: ValidityChange,
): Promise<ValidityView> {
  const [link] = await publishedLinks(table, successor === undefined ? [] : [successor]);
  return { state, since, reason, successor: link ?? null };
}

/** Titles and addresses of those that are public now. */
async function publishedLinks(
  table: Deps['table'],
  ids: readonly string[],
): Promise<{ path: string; title: string }[]> {
  const found = ids.length === 0 ? [] : await documents(table).getMany(ids);
  return found.flatMap(({ state, publication }) =>
    state === 'published' && publication ? [{ path: publication.path, title: publication.title }] : [],
  );
}
