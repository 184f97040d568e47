/** Archives: the members in turn, each under a heading with its name. */
import { oneLine } from './clean.ts';
import { addInside, type Inside, insideOf } from './inside.ts';
import { Refusal } from './refusal.ts';
import type { Content, Reading } from './types.ts';
import { openZip } from './zip.ts';

/** Ten attachments fit into an upload; a member is one more. */
const maxMembers = 200;
/** What systems put in without being asked. */
const litter = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

type Collected = Inside & Pick<Content, 'blocks'>;

/** Throws {@link Refusal}. */
export async function readArchive(bytes: Uint8Array, reading: Reading): Promise<Content> {
  const zip = openZip(bytes);
  const members = zip.names.filter((name) => !name.endsWith('/') && !litter.test(name));
  if (members.length === 0) throw new Refusal('empty', '压缩包里没有文件。请检查后重新上传。');
  if (members.length > maxMembers)
    throw new Refusal(
      'too-large',
      `压缩包里有 ${members.length} 个文件，超过 ${maxMembers} 个的上限。请拆分后重新上传。`,
    );
  const all: Collected = { blocks: [], hidden: [], problems: [], pictures: [] };
  for (const name of members) await addMember(all, zip.read(name)!, oneLine(name), reading);
  return all;
}

async function addMember(all: Collected, bytes: Uint8Array, name: string, reading: Reading): Promise<void> {
  const line = all.blocks.length;
  all.blocks.push({ text: name, kind: 'heading' });
  const inner = await reading.inner(bytes);
  addInside(all, insideOf(inner, `压缩包中的“${name}”`, line));
  if (!inner.ok) return;
  const tables = all.blocks.findLast((b) => b.table !== undefined)?.table ?? 0;
  for (const block of inner.content.blocks)
    all.blocks.push(block.table === undefined ? block : { ...block, table: block.table + tables });
}
