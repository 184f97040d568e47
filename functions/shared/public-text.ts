/** What of a document the public may read: the text of a public one, the redacted copy of a redacted one. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { loadRedacted, loadText } from './findings-file.ts';

export interface PublicFile {
  slot: number;
  name: string;
  text: string;
}

export async function publicText(
  { files }: Pick<Deps, 'files'>,
  document: GovDocument,
): Promise<PublicFile[]> {
  if (document.attribute === 'redacted')
    return (await loadRedacted(files, document.id, document.revision)).files;
  const { files: read } = await loadText(files, document.id, document.revision);
  return read.map((f) => ({ slot: f.slot, name: f.name, text: f.blocks.map((b) => b.text).join('\n') }));
}
