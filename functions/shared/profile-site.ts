/**
 * The departments' profiles on the public site. What is written is named in the records by its hash, so that a run
 * writes only what changed, and a run that was cut short is finished by the next.
 */
import { createHash } from 'node:crypto';
import { profilePath } from '@gongkai/pages/paths.ts';
import { renderProfilePage } from '@gongkai/pages/profile-page.tsx';
import type { Deps } from '@gongkai/platform/deps.ts';
import * as z from 'zod';
import { profiles } from './profiles.ts';
import { siteView } from './site-view.ts';
import { writePage } from './write-page.ts';

type Needs = Pick<Deps, 'table' | 'files' | 'clock' | 'settings'>;

const writtenKey = 'profiles/site.json';
/** Department → SHA-256 of the page that is there. */
const writtenSchema = z.record(z.string(), z.string());

/** Every department of today has a page; one that is gone loses it. */
export async function writeProfiles(deps: Needs): Promise<void> {
  const file = await deps.files.get('records', writtenKey);
  const before = file ? writtenSchema.parse(JSON.parse(Buffer.from(file.body).toString())) : {};
  const pages = await profilePages(deps);
  const now = Object.fromEntries(pages.map(({ department, body }) => [department, sha256(body)]));
  if (JSON.stringify(now) === JSON.stringify(before)) return;
  for (const { department, body } of pages)
    if (now[department] !== before[department]) await writePage(deps.files, profilePath(department), body);
  for (const department of Object.keys(before))
    if (!(department in now)) await deps.files.delete('public', profilePath(department));
  await deps.files.put('records', writtenKey, Buffer.from(JSON.stringify(now)), {
    contentType: 'application/json',
  });
}

/** The same whatever is there already. */
export async function writeAllProfiles(deps: Needs): Promise<void> {
  for (const { department, body } of await profilePages(deps))
    await writePage(deps.files, profilePath(department), body);
}

async function profilePages(deps: Needs): Promise<{ department: string; body: string }[]> {
  const site = await siteView(deps);
  const known = await profiles(deps.table).getMany(site.departments.map((d) => d.id));
  return site.departments.map((department) => ({
    department: department.id,
    body: renderProfilePage(site, {
      department,
      shown: known.find((p) => p.id === department.id)?.shown ?? null,
    }),
  }));
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
