/**
 * A whole place into one archive, also while it runs. What runs is listed first and what has started since last, so
 * that nothing that was under way in between is forgotten; files come after the items that name them, and counters
 * after the numbers they gave. Sessions, sign-in links and codes expire, and stay behind.
 */
import { createHash } from 'node:crypto';
import type { MachineName } from '@gongkai/platform/ports.ts';
import {
  areas,
  canonical,
  fileEntry,
  formatVersion,
  type Manifest,
  manifestEntry,
  type PartName,
  partNames,
} from './format.ts';
import { createSpool, type Spool } from './spool.ts';
import { everything, type Standing } from './standing.ts';
import { type AddEntry, writeTar } from './tar.ts';

const machines: readonly MachineName[] = ['publication', 'reassessment', 'withdrawal', 'validity'];
const perPage = 200;
/** Mails of signing in: nobody sends them again, and what they open expires. */
const passingMail = /^(?:sign-in|code)-/;

export interface Exported {
  items: number;
  files: number;
  executions: number;
  /** Uploads that stay behind because nobody has read them yet. */
  unread: number;
}

type Spools = Record<PartName, Spool>;

/** Throws InputRefused when the file cannot be written. */
export async function exportAll(place: Standing, file: string): Promise<Exported> {
  const spools = Object.fromEntries(partNames.map((name) => [name, createSpool()])) as Spools;
  try {
    const begun = place.deps.clock.now();
    const exportedAt = begun.toISOString();
    await spoolExecutions(place, spools, { running: true });
    const unread = await spoolItems(place, spools);
    for await (const counter of everything((o) => place.backup.counters({ ...o, limit: perPage })))
      spools['counters.jsonl'].add(counter.name, counter);
    await writeTar(file, async (add) => {
      for (const area of areas) await addFiles(place, area, spools['files.jsonl'], add);
      await spoolExecutions(place, spools, { since: begun });
      for (const name of partNames) await add(name, spools[name].size, spools[name].sorted());
      const { mode, origin, deps } = place;
      const about = { exportedAt, origin, mode, settings: deps.settings, unread, parts: partsOf(spools) };
      const manifest: Manifest = { format: 'gongkai-archive', version: formatVersion, ...about };
      const bytes = Buffer.from(`${canonical(manifest)}\n`);
      await add(manifestEntry, bytes.length, [bytes]);
    });
    return {
      items: spools['items.jsonl'].lines,
      files: spools['files.jsonl'].lines,
      executions: spools['executions.jsonl'].lines,
      unread,
    };
  } finally {
    for (const spool of Object.values(spools)) spool.close();
  }
}

const partsOf = (spools: Spools): Manifest['parts'] =>
  Object.fromEntries(
    partNames.map((name) => [name, { sha256: spools[name].sha256(), lines: spools[name].lines }]),
  ) as Manifest['parts'];

/** Returns how many documents wait for the reader. */
async function spoolItems({ backup }: Pick<Standing, 'backup'>, spools: Spools): Promise<number> {
  let unread = 0;
  for await (const kept of everything((o) => backup.dump({ ...o, limit: perPage }))) {
    if (kept.kind === 'item') {
      spools['items.jsonl'].add(kept.item.key, kept.item);
      if (isUnread(kept.item.value)) unread++;
      continue;
    }
    const id = kept.kind === 'sent-mail' ? kept.id : kept.message.id;
    if (passingMail.test(id)) continue;
    spools['mails.jsonl'].add(id, kept.kind === 'sent-mail' ? { id } : { id, message: kept.message });
  }
  return unread;
}

/** Some of its files lie in the inbox, which is not exported. */
function isUnread({ kind, state, contentHash, files }: Record<string, unknown>): boolean {
  if (kind !== 'document' || contentHash !== undefined) return false;
  if (state === 'received') return true;
  return (
    state === 'awaiting-upload' && (files as readonly { arrived?: boolean }[]).some((f) => f.arrived === true)
  );
}

async function spoolExecutions(
  { deps: { workflow } }: Standing,
  spools: Spools,
  which: { running?: true; since?: Date },
): Promise<void> {
  for (const machine of machines) {
    const query = which.running ? ({ status: 'RUNNING' } as const) : {};
    for await (const found of everything((o) => workflow.list(machine, { ...query, ...o, limit: perPage }))) {
      // Newest first: whatever follows was there before.
      if (which.since && Date.parse(found.startedAt) < which.since.getTime()) break;
      const execution = await workflow.describe(machine, found.name);
      if (execution)
        spools['executions.jsonl'].add(`${machine} ${found.name}`, {
          machine,
          name: found.name,
          input: execution.input,
        });
    }
  }
}

async function addFiles(
  { deps: { files } }: Standing,
  area: (typeof areas)[number],
  spool: Spool,
  add: AddEntry,
): Promise<void> {
  for await (const key of everything((o) => files.list(area, '', { ...o, limit: perPage }))) {
    const stored = await files.get(area, key);
    // Taken down since it was listed.
    if (!stored) continue;
    const { body, size, contentType, downloadName } = stored;
    await add(fileEntry({ area, key }), size, [body]);
    spool.add(fileEntry({ area, key }), {
      area,
      key,
      size,
      sha256: createHash('sha256').update(body).digest('hex'),
      contentType,
      ...(downloadName === undefined ? {} : { downloadName }),
    });
  }
}
