/**
 * Compares the public site, and what the search is told of it, with what the records would make of them, and repairs
 * what differs.
 */
import type { Files } from '@gongkai/platform/ports.ts';
import { searchEntryId } from '@gongkai/platform/search/entry.ts';
import { type Part, type SiteNeeds, wholeSite } from './whole-site.ts';

export interface SiteReport {
  /** Public files that the records make. */
  files: number;
  missing: string[];
  /** Other bytes, or another type. */
  different: string[];
  /** Public, but nothing the records know of. */
  stray: string[];
}

type Told = (done: number) => void;

/**
 * Part by part; what differs is looked at once more at once, because it may be under way. With `repair` what is
 * missing or different is written and what is stray is taken down.
 */
export async function checkSite(
  deps: SiteNeeds,
  { repair = false, told = () => undefined }: { repair?: boolean; told?: Told } = {},
): Promise<SiteReport> {
  const report: SiteReport = { files: 0, missing: [], different: [], stray: [] };
  const made = new Set<string>();
  await eachPart(deps, async (part) => {
    if ((await compare(deps, part, made)).length > 0) {
      for (const { key, found } of await compare(deps, part, made))
        report[found ? 'different' : 'missing'].push(key);
      if (repair) await part(deps);
    }
    told(made.size);
  });
  report.files = made.size;
  for await (const key of publicKeys(deps.files)) if (isOurs(key) && !made.has(key)) report.stray.push(key);
  // Published while this ran: a second look finds its record.
  if (report.stray.length > 0) report.stray = await stillStray(deps, report.stray);
  if (repair) for (const key of report.stray) await deps.files.delete('public', key);
  return report;
}

interface Difference {
  key: string;
  /** False where nothing is stored. */
  found: boolean;
}

/** Runs a part against files that only compare. */
async function compare(deps: SiteNeeds, part: Part, made: Set<string>): Promise<Difference[]> {
  const differences = new Map<string, boolean>();
  await part({
    ...deps,
    files: {
      ...deps.files,
      put: async (area, key, body, options) => {
        if (area === 'public') made.add(key);
        else if (area !== 'records' || searchEntryId(key) === undefined) return;
        const stored = await deps.files.get(area, key);
        const same =
          stored !== undefined &&
          Buffer.compare(stored.body, body) === 0 &&
          stored.contentType === options.contentType &&
          stored.downloadName === options.downloadName;
        if (same) differences.delete(key);
        else differences.set(key, stored !== undefined);
      },
    },
  });
  return [...differences].map(([key, found]) => ({ key, found }));
}

/** Stylesheets of earlier versions are still named by pages in caches; digests are verified by their own chain. */
const isOurs = (key: string): boolean => !key.startsWith('assets/') && !key.startsWith('audit/');

async function* publicKeys(files: Pick<Files, 'list'>): AsyncGenerator<string> {
  let after: string | undefined;
  do {
    const page = await files.list('public', '', { limit: 1_000, ...(after === undefined ? {} : { after }) });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

async function stillStray(deps: SiteNeeds, suspected: readonly string[]): Promise<string[]> {
  const made = new Set<string>();
  await eachPart(deps, async (part) => {
    await compare(deps, part, made);
  });
  return suspected.filter((key) => !made.has(key));
}

/** Storage answers many at once better than one after the other: a commit, or a round trip, is shared. */
const atOnce = 32;

async function eachPart(deps: SiteNeeds, work: (part: Part) => Promise<void>): Promise<void> {
  const parts = wholeSite(deps);
  const worker = async (): Promise<void> => {
    for await (const part of parts) await work(part);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Writes every file anew. Answers how many. */
export async function rebuildSite(deps: SiteNeeds, told: Told = () => undefined): Promise<number> {
  const made = new Set<string>();
  const counting: SiteNeeds = {
    ...deps,
    files: {
      ...deps.files,
      put: async (area, key, ...rest) => {
        if (area === 'public') made.add(key);
        await deps.files.put(area, key, ...rest);
      },
    },
  };
  await eachPart(deps, async (part) => {
    await part(counting);
    told(made.size);
  });
  return made.size;
}
