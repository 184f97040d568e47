/**
 * An archive into an empty place: checked as a whole first, then loaded, then what ran is started again. A note of
 * the archive in the place lets an interrupted import go on, and makes a second one do nothing.
 */
import * as z from 'zod';
import { InputRefused } from '@gongkai/domain/errors.ts';
import type { Kind } from '@gongkai/domain/indexes.ts';
import { pageCacheControl } from '@gongkai/functions/shared/write-page.ts';
import type { KeptItem, MailMessage, SentMail } from '@gongkai/platform/ports.ts';
import { createStore, type Store } from '@gongkai/platform/store.ts';
import { type ArchivedFile, counterSchema, itemSchema, mailSchema } from './format.ts';
import { bytesOf, type Inspected } from './inspect.ts';
import { batches, linesOf } from './lines.ts';
import { createSpool } from './spool.ts';
import { everything, type Standing } from './standing.ts';
import { readTar } from './tar.ts';
import { leftRunning, startAgain } from './starting.ts';

const noteSchema = z.object({
  id: z.string(),
  version: z.int(),
  begunAt: z.string(),
  state: z.enum(['loading', 'loaded']),
  expiresAt: z.string(),
});
type Note = z.infer<typeof noteSchema>;
const noteKind: Kind<Note> = { name: 'import', parse: (v) => noteSchema.parse(v), places: () => ({}) };
/** Long enough for whoever repairs an import; it expires, so that no archive holds it. */
const notedDays = 90;

const atOnce = 100;
/** What a place that was only just set up has written by itself: the clock-watcher's note of its calendar. */
const ownItem = 'calendar#used';

export interface Imported {
  items: number;
  files: number;
  started: number;
  /** The archive had been loaded before. */
  again: boolean;
}

/** `archive` is what `inspect` found in `file`. Throws {@link InputRefused}; then nothing was written, unless an earlier import of this archive had begun. */
export async function importAll(place: Standing, file: string, archive: Inspected): Promise<Imported> {
  const notes = createStore(place.deps.table, noteKind, { expiresAt: (n) => new Date(n.expiresAt) });
  const note = (await notes.get(archive.id)) ?? (await begin(place, notes, archive, file));
  if (note.state === 'loading') {
    await load(place, file, archive);
    await notes.update(note.id, (n) => ({ ...n, state: 'loaded' }));
  }
  let started = 0;
  for (const execution of archive.executions)
    if (await startAgain(place.deps.workflow, execution, note.begunAt)) started++;
  return {
    items: archive.manifest.parts['items.jsonl'].lines,
    files: archive.files.size,
    started,
    again: note.state === 'loaded',
  };
}

async function begin(place: Standing, notes: Store<Note>, archive: Inspected, file: string): Promise<Note> {
  const { clock, table, workflow } = place.deps;
  const content = await contentOf(place, archive);
  if (content === 'other')
    throw new InputRefused(
      `这里已经有别的数据，不能导入 ${file}。请导入到空的环境（新的数据目录，或刚部署的环境）。`,
    );
  if (content === 'nothing' && archive.manifest.origin !== place.origin) {
    const left = await leftRunning(workflow, archive.executions);
    if (left.length > 0)
      throw new InputRefused(
        `这里还有 ${left.length} 个以前没有结束的流程（如 ${left[0]}），它们等待的任务已经不在。请先删除并重新部署 publishing 栈，再导入。`,
      );
  }
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + notedDays * 86_400_000).toISOString();
  const begunAt = now.toISOString();
  const { value } = await notes.createOnce({
    id: archive.id,
    version: 0,
    begunAt,
    state: 'loading',
    expiresAt,
  });
  // The archive's own says with which calendar its deadlines were counted.
  if (content === 'nothing') await table.delete(ownItem);
  return value;
}

async function contentOf(
  { backup }: Standing,
  { manifest }: Inspected,
): Promise<'nothing' | 'the same' | 'other'> {
  const spool = createSpool();
  try {
    let others = 0;
    for await (const kept of everything((o) => backup.dump({ ...o, limit: atOnce }))) {
      if (kept.kind !== 'item') continue;
      spool.add(kept.item.key, kept.item);
      if (kept.item.key !== ownItem) others++;
    }
    if (others === 0) return 'nothing';
    return spool.sha256() === manifest.parts['items.jsonl'].sha256 ? 'the same' : 'other';
  } finally {
    spool.close();
  }
}

async function load(place: Standing, file: string, { files }: Inspected): Promise<void> {
  const { backup, deps } = place;
  await readTar(file, async (name, chunks) => {
    const archived = files.get(name);
    if (archived) await loadFile(place, archived, await bytesOf(chunks, archived.size, file));
    else if (name === 'items.jsonl')
      for await (const lines of batches(linesOf(chunks), atOnce))
        await backup.load(lines.map((line) => ({ kind: 'item', item: itemOf(line) })));
    else if (name === 'counters.jsonl')
      for await (const lines of batches(linesOf(chunks), atOnce))
        await backup.loadCounters(lines.map((line) => counterSchema.parse(JSON.parse(line))));
    else if (name === 'mails.jsonl')
      for await (const lines of batches(linesOf(chunks), atOnce)) {
        const mails = lines.map((line) => mailSchema.parse(JSON.parse(line)));
        await backup.load(
          mails.filter((m) => !m.message).map(({ id }): SentMail => ({ kind: 'sent-mail', id })),
        );
        for (const { message } of mails) if (message) await deps.mail.send(message satisfies MailMessage);
      }
    else for await (const _ of chunks);
  });
}

const itemOf = (line: string): KeptItem['item'] => itemSchema.parse(JSON.parse(line));

/** The places agree on what is kept of a file but for caching, which follows from what it is. */
async function loadFile(
  { deps: { files } }: Standing,
  { area, key, contentType, downloadName }: ArchivedFile,
  body: Uint8Array,
): Promise<void> {
  await files.put(area, key, body, {
    contentType,
    ...(downloadName === undefined ? {} : { downloadName }),
    ...(area === 'public' && downloadName === undefined ? { cacheControl: pageCacheControl } : {}),
  });
}
