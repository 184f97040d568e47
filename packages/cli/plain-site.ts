/** `<data>/site`: the public site as plain files, served without the database when there must be no other way. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputRefused } from '@gongkai/domain/errors.ts';
import { contentTypeOf, documentApiPath, documentOfDownload } from '@gongkai/pages/paths.ts';
import { createPlainFiles, type Implied, type PlainFiles } from '@gongkai/platform/embedded/plain-files.ts';

/** A document's data tells the names of its downloads; everything else has its type by its ending. */
const implied: Implied = {
  typeOf: (key) =>
    documentOfDownload(key) === undefined || key.endsWith('.pdf')
      ? contentTypeOf(key)
      : 'application/octet-stream',
  isDownload: (key) => documentOfDownload(key) !== undefined,
  async nameOf(key, read) {
    const id = documentOfDownload(key);
    const data = id === undefined ? undefined : await read(documentApiPath(id));
    if (data === undefined) return undefined;
    const { attachments = [] } = JSON.parse(data) as { attachments?: { name: string; url: string }[] };
    return attachments.find(({ url }) => url.endsWith(`/${key}`))?.name;
  },
};

export const plainSite = (folder: string): PlainFiles => createPlainFiles(join(folder, 'site'), implied);
export const databaseFile = (folder: string): string => join(folder, 'gongkai.db');

/** A site without its database is a loss to be repaired, not a county to begin anew. */
export function refuseWithoutDatabase(folder: string, plain: PlainFiles): void {
  if (existsSync(databaseFile(folder)) || !plain.isWhole()) return;
  throw new InputRefused(
    `数据目录 ${folder} 里有公开网站（site），却没有数据库 gongkai.db。请先从备份恢复；` +
      '恢复之前可用 gongkai serve-site 继续提供公开网站。如果确实要重新开始，请先移走 site 目录。',
  );
}
