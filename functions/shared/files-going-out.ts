/** What the public has of a document: its files, of a redacted one the redacted copy; then its interpretations. */
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Files, Table } from '@gongkai/platform/ports.ts';
import { interpretationFile } from './interpretation-screening.ts';
import { loadRedacted } from './redacted-file.ts';
import { interpretations } from './stores.ts';
import { loadText, type TextFile } from './text-file.ts';

interface Needs {
  files: Pick<Files, 'get'>;
  table: Table;
}

export async function filesGoingOut(deps: Needs, document: GovDocument): Promise<TextFile[]> {
  const own = await ownFiles(deps, document);
  const next = Math.max(...own.map((file) => file.slot)) + 1;
  const linked =
    document.interpretations.length === 0
      ? []
      : await interpretations(deps.table).getMany(document.interpretations);
  const published = linked.filter((i) => i.state === 'published');
  return [...own, ...published.map((i, n) => interpretationFile(i, next + n))];
}

async function ownFiles(
  { files }: Pick<Needs, 'files'>,
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
