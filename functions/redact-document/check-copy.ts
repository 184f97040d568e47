/** Whether a copy keeps its promise. Throws {@link RedactionRefused} with a Chinese sentence when it does not. */
import { readDocument } from '@gongkai/reading/read-document.ts';
import { type Block, cutBlocks } from '@gongkai/redaction/cut-blocks.ts';
import type { TypedCopy } from '@gongkai/redaction/make-copy.ts';
import { leftIn, needlesOf } from '@gongkai/redaction/proof/absent.ts';
import { openBoxes } from '@gongkai/redaction/proof/pdf-boxes.ts';
import { leaksIn } from '@gongkai/redaction/proof/prove.ts';
import { RedactionRefused, type Removal } from '@gongkai/redaction/removal.ts';
import type { TextFile } from '../shared/text-file.ts';

/** What the copy says, once it is proved that it says nothing it should not. */
export async function checkCopy(file: TextFile, copy: TypedCopy, removal: Removal): Promise<string> {
  const expected = cutBlocks(file.blocks, removal).blocks;
  const says = copy.type === 'txt' || copy.type === 'pdf' ? expected : await readBack(file, copy);
  const text = says.map((b) => b.text).join('\n');
  const left = [
    ...leftIn(text.replaceAll('\t', '\uFFFD'), needlesOf(removal.texts.map((t) => t.text))),
    ...leaksIn(copy.type, copy.bytes, mustBeGone(file, removal, textOf(expected))),
    ...(copy.pages ?? []).flatMap((page) =>
      page.left.flatMap((rest) => leftIn(rest, needlesOf(removal.texts.map((t) => t.text)))),
    ),
  ];
  if (left.length > 0 || (copy.pages && openBoxes(copy.bytes, copy.pages) > 0))
    throw new RedactionRefused(
      `《${file.name}》的删减稿没有通过检查：还有 ${Math.max(1, left.length)} 处要删减的内容没有删净，没有采用。请退回部门，把文件另存后重新上传。`,
    );
  return text;
}

const textOf = (blocks: readonly Block[]): string => blocks.map((b) => b.text).join('\n');

/**
 * The texts to be cut; and as far as they stand nowhere in what stays, the cells that were cut and everything that
 * a reader of the original did not see.
 */
function mustBeGone(file: TextFile, { texts, cells }: Removal, stays: string): string[] {
  const also = [
    ...cells.map(({ row, column }) => row[column] ?? ''),
    ...file.hidden.filter(({ kind }) => kind !== 'field').map(({ text }) => text),
  ];
  const seen = new Set(leftIn(stays, needlesOf(also)));
  return [...texts.map((t) => t.text), ...also.filter((text) => !seen.has(text))];
}

async function readBack(file: TextFile, { bytes }: TypedCopy): Promise<readonly Block[]> {
  const read = await readDocument(bytes, { timeoutMs: 60_000, maxBytes: Number.POSITIVE_INFINITY });
  if (!read.ok)
    throw new RedactionRefused(
      `《${file.name}》的删减稿不能打开，没有采用。请退回部门，把文件另存后重新上传。`,
    );
  if (read.hidden.length > 0)
    throw new RedactionRefused(
      `《${file.name}》的删减稿中仍有 ${read.hidden.length} 处看不见的内容，没有采用。请退回部门清除后重新上传。`,
    );
  return read.blocks;
}
