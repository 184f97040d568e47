/** A file inside a file: what it says goes among the hidden texts, under its name. */
import { asHidden } from './blocks.ts';
import { oneLine } from './clean.ts';
import { append, type Inside, insideOf } from './inside.ts';
import { unwrapOle } from './ole.ts';
import type { Reading } from './types.ts';

export async function readEmbedded(bytes: Uint8Array, name: string, reading: Reading): Promise<Inside> {
  const file = unwrapOle(bytes);
  const place = `嵌入的文件“${oneLine(file.name ?? name)}”`;
  const inner = await reading.inner(file.bytes);
  const inside = insideOf(inner, place);
  if (!inner.ok) return inside;
  const hidden = asHidden(inner.content.blocks, 'embedded', place);
  append(hidden, inside.hidden);
  return { ...inside, hidden };
}
