/** The files of a document as the public has them: of a redacted one its redacted copy. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Files } from '@gongkai/platform/ports.ts';
import { loadRedacted } from './redacted-file.ts';
import { loadText, type TextFile } from './text-file.ts';

export async function filesGoingOut(
  { files }: { files: Pick<Files, 'get'> },
  { id, revision, attribute }: GovDocument,
): Promise<TextFile[]> {
  if (attribute !== 'redacted') return (await loadText(files, id, revision)).files;
  return (await loadRedacted(files, id, revision)).files.map(({ slot, name, text }) => ({
    slot,
    name,
    type: 'txt',
    blocks: text.split('\n').map((line) => ({ text: line, kind: line.includes('\t') ? 'row' : 'paragraph' })),
    hidden: [],
  }));
}
