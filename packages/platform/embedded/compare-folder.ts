/** Compares the folder of plain files with the public files it follows, and mends it. */
import type { Files } from '../ports.ts';
import type { PlainFiles } from './plain-files.ts';

export interface FolderReport {
  missing: string[];
  /** Other bytes, type or download name. */
  different: string[];
  /** In the folder alone: what was withdrawn must not be among them. */
  stray: string[];
}

export async function compareFolder(
  stored: Pick<Files, 'get' | 'head' | 'list'>,
  plain: PlainFiles,
  { repair = false }: { repair?: boolean } = {},
): Promise<FolderReport> {
  const report: FolderReport = { missing: [], different: [], stray: [] };
  for (const key of await suspects(stored, plain)) {
    // A file follows its row a moment later: what was under way is right by now.
    const { wanted, found, same } = await lookAt(stored, plain, key);
    if (same) continue;
    report[!wanted ? 'stray' : found ? 'different' : 'missing'].push(key);
    if (repair && wanted) await plain.write(key, wanted);
    else if (repair) plain.remove(key);
  }
  return report;
}

async function suspects(
  stored: Pick<Files, 'get' | 'head' | 'list'>,
  plain: PlainFiles,
): Promise<Set<string>> {
  const keys = new Set<string>();
  let after: string | undefined;
  do {
    const page = await stored.list('public', '', { limit: 100, ...(after === undefined ? {} : { after }) });
    await Promise.all(
      page.items.map(async (key) => (await lookAt(stored, plain, key)).same || keys.add(key)),
    );
    after = page.next;
  } while (after !== undefined);
  for await (const key of plain.keys()) if (!(await stored.head('public', key))) keys.add(key);
  return keys;
}

async function lookAt(stored: Pick<Files, 'get'>, plain: PlainFiles, key: string) {
  const [wanted, found] = await Promise.all([stored.get('public', key), plain.get('public', key)]);
  return { wanted, found, same: wanted && found ? isSame(wanted, found) : wanted === found };
}

type File = NonNullable<Awaited<ReturnType<Files['get']>>>;
const isSame = (a: File, b: File): boolean =>
  a.contentType === b.contentType &&
  a.downloadName === b.downloadName &&
  Buffer.compare(a.body, b.body) === 0;
