/** What an old Office file carries besides its text: objects with files in them, and macros. */
import { readEmbedded } from './embedded.ts';
import { addInside, type Inside } from './inside.ts';
import { type Compound, embeddedObjects } from './ole.ts';
import type { Reading } from './types.ts';

export async function readObjects(file: Compound, reading: Reading): Promise<Inside> {
  const all: Inside = { hidden: [], problems: [], pictures: [] };
  for (const { name, bytes } of embeddedObjects(file))
    addInside(all, await readEmbedded(bytes, name.split('/').at(-1)!, reading));
  if (file.names.some((name) => /^(Macros|_VBA_PROJECT_CUR)\//i.test(name)))
    all.problems.push('文件中含有宏。宏没有运行，也没有检查，建议删除宏后重新上传。');
  return all;
}
