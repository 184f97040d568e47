/**
 * The departments' profiles on the public site and in its search. What is written is named in the records by its
 * hash, so that a run writes only what changed, and a run that was cut short is finished by the next.
 */
import { createHash } from 'node:crypto';
import { profilePath } from '@gongkai/pages/paths.ts';
import { renderProfilePage } from '@gongkai/pages/profile-page.tsx';
import type { Deps } from '@gongkai/platform/deps.ts';
import type { SearchDocument } from '@gongkai/platform/search/entry.ts';
import * as z from 'zod';
import { departments } from './organisation.ts';
import { profiles } from './profiles.ts';
import { enterSearch, leaveSearch, profileEntryId, searchProfileOf } from './search-entry.ts';
import { siteView } from './site-view.ts';
import { writePage } from './write-page.ts';

type Needs = Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>;

const writtenKey = 'profiles/site.json';
/** Department → SHA-256 of the page that is there, and of what the search knows. */
const writtenSchema = z.record(z.string(), z.string());

/** Every department of today has a page; one that is gone loses it, and is not found any more. */
export async function writeProfiles(deps: Needs): Promise<void> {
  const file = await deps.files.get('records', writtenKey);
  const before = file ? writtenSchema.parse(JSON.parse(Buffer.from(file.body).toString())) : {};
  const made = await madeProfiles(deps);
  const now = Object.fromEntries(made.map((one) => [one.department, sha256(JSON.stringify(one))]));
  if (JSON.stringify(now) === JSON.stringify(before)) return;
  for (const one of made) if (now[one.department] !== before[one.department]) await write(deps, one);
  for (const department of Object.keys(before).filter((id) => !(id in now))) {
    await leaveSearch(deps, profileEntryId(department));
    await deps.files.delete('public', profilePath(department));
  }
  await deps.files.put('records', writtenKey, Buffer.from(JSON.stringify(now)), {
    contentType: 'application/json',
  });
}

/** The same whatever is there already. */
export async function writeAllProfiles(deps: Needs): Promise<void> {
  const made = await madeProfiles(deps);
  for (const one of made) await write(deps, one);
  const today = new Set(made.map((one) => one.department));
  const all = await Array.fromAsync(departments(deps.table).all('departments', 'county'), (d) => d.id);
  for (const { id, shown } of await profiles(deps.table).getMany(all.filter((d) => !today.has(d))))
    if (shown) await leaveSearch(deps, profileEntryId(id));
}

interface MadeProfile {
  department: string;
  page: string;
  /** Null while nothing was confirmed. */
  found: SearchDocument | null;
}

async function madeProfiles(deps: Needs): Promise<MadeProfile[]> {
  const site = await siteView(deps);
  const known = await profiles(deps.table).getMany(site.departments.map((d) => d.id));
  return site.departments.map((department) => {
    const shown = known.find((p) => p.id === department.id)?.shown ?? null;
    return {
      department: department.id,
      page: renderProfilePage(site, { department, shown }),
      found: shown && searchProfileOf(department, shown),
    };
  });
}

async function write(deps: Needs, { department, page, found }: MadeProfile): Promise<void> {
  await writePage(deps.files, profilePath(department), page);
  if (found) await enterSearch(deps, found);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
