/** What of a document the public may read: the text of a public one, the redacted copy of a redacted one. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import { blocksOfLines } from '@gongkai/pages/text-blocks.ts';
import type { TextBlock } from '@gongkai/pages/views.ts';
import type { Deps } from '@gongkai/platform/deps.ts';
import { loadRedacted } from './redacted-file.ts';
import { loadText, type TextFile, visibleText } from './text-file.ts';

export interface PublicFile {
  slot: number;
  name: string;
  text: string;
  /** What the file that goes out carries unseen; nothing in a redacted copy, which was checked for it. */
  hidden: TextFile['hidden'];
  blocks: readonly TextBlock[];
  /** See {@link TextFile}. */
  scanned: boolean;
}

export async function publicText(
  { files }: Pick<Deps, 'files'>,
  document: GovDocument,
): Promise<PublicFile[]> {
  const { files: read } = await loadText(files, document.id, document.revision);
  if (document.attribute === 'redacted')
    return (await loadRedacted(files, document.id, document.revision)).files.map(({ slot, name, text }) => ({
      slot,
      name,
      text,
      hidden: [],
      blocks: blocksOfLines([text]),
      scanned: read.some((file) => file.slot === slot && file.scanned === true),
    }));
  return read.map(({ slot, name, blocks, hidden, scanned = false }) => ({
    slot,
    name,
    text: visibleText({ blocks }),
    hidden,
    blocks,
    scanned,
  }));
}
