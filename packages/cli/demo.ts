/**
 * The demo: documents of every attribute driven through every station, with the clock moved. It decides only by
 * what is stored, so a demo that was killed goes on where it was.
 */
import { seedCatalogue } from './demo-catalogue.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { tasks, documents } from '@gongkai/functions/shared/stores.ts';
import { type OfficialDocument, officialDocuments } from './demo-documents.ts';
import { seedProfiles } from './demo-profiles.ts';
import { demoScript, sourceOf } from './demo-script.ts';
import { decideOpenTasks, handIn, resume } from './driver.ts';
import type { Place } from './place.ts';
import type { TrialPlace } from './trial.ts';

/** A Monday before the National Day holiday: make-up days and the holiday are within reach of every deadline. */
export const demoStart = new Date('2026-09-21T01:00:00Z');
/** A year and some weeks later every reassessment has been opened and decided. */
const demoEnd = new Date('2027-11-01T00:00:00Z');
/** This one is taken down again, to show what then stands at its address. */
const withdrawn = 'older-layout';

export interface DemoSummary {
  documents: {
    id: string;
    source: string;
    title: string;
    attribute: string;
    state: string;
    history: { at: string; actor: string; action: string; reason?: string }[];
    publicUrl: string | null;
    tasks: { kind: string; due: string; dueStatus: string; done: string | null; outcome: string | null }[];
  }[];
  mails: number;
  pages: number;
  elapsedMs: number;
}

/** Called after every step with every document; cheap enough to draw from. */
export type Progress = (documents: readonly GovDocument[], now: Date) => void;

export async function runDemo({ place, trial }: TrialPlace, progress: Progress): Promise<DemoSummary> {
  const started = performance.now();
  await seedCatalogue(place.deps);
  await seedProfiles(place.deps);
  await place.buildSite();
  for (const source of officialDocuments) await handInOnce(place, source);
  for (;;) {
    await place.settle();
    progress(await demoDocuments(place), place.deps.clock.now());
    if ((await decideOpenTasks(place, demoScript)) > 0) continue;
    if (await withdrawOne(place)) continue;
    if (place.deps.clock.now() >= demoEnd) break;
    await place.advanceOnce(demoEnd);
  }
  return summarise(place, (await trial.outbox()).length, performance.now() - started);
}

async function handInOnce(place: Place, source: OfficialDocument): Promise<void> {
  const files = [{ name: source.fileName, body: Buffer.from(source.text) }];
  const known = (await demoDocuments(place)).find((d) => sourceOf(d) === source.id);
  const { department, ...declared } = source.declared;
  if (!known) await handIn(place, { clerk: `${department}-clerk`, form: { title: '', ...declared }, files });
  else if (known.state === 'awaiting-upload') await resume(place, known, files);
}

async function withdrawOne(place: Place): Promise<boolean> {
  const document = (await demoDocuments(place)).find(
    (d) => d.state === 'published' && sourceOf(d) === withdrawn,
  );
  if (!document) return false;
  await place.deps.workflow.start('withdrawal', `${document.id}-withdrawal`, {
    documentId: document.id,
    reason: '文件已被新的规定代替',
    actor: { id: 'county-office-editor', name: '王审核', role: 'office-editor' },
  });
  return true;
}

async function demoDocuments(place: Place): Promise<GovDocument[]> {
  const departments = new Set(officialDocuments.map((d) => d.declared.department));
  const pages = await Promise.all(
    [...departments].map((partition) =>
      documents(place.deps.table).query('documents-by-department', { partition, limit: 100 }),
    ),
  );
  return pages.flatMap((p) => p.items);
}

async function summarise(place: Place, mails: number, elapsedMs: number): Promise<DemoSummary> {
  const { table, files, settings } = place.deps;
  const all = await demoDocuments(place);
  const summaries = all.map(async (d) => {
    const { items } = await tasks(table).query('tasks-by-subject', { partition: d.id, limit: 100 });
    return {
      id: d.id,
      source: sourceOf(d) ?? '',
      title: d.title,
      attribute: d.attribute,
      state: d.state,
      history: d.history.map(({ at, actor, action, reason }) => ({
        at,
        actor: actor.name,
        action,
        ...(reason === undefined ? {} : { reason }),
      })),
      publicUrl:
        d.state === 'published' && d.publication ? `${settings.siteUrl}/${d.publication.path}` : null,
      tasks: items.map((t) => ({
        kind: t.task,
        due: t.due.date,
        dueStatus: t.due.status,
        done: t.decision?.at ?? null,
        outcome: t.decision?.outcome ?? null,
      })),
    };
  });
  return {
    documents: await Promise.all(summaries),
    mails,
    pages: (await files.list('public', '', { limit: 10_000 })).items.filter((key) => key.endsWith('.html'))
      .length,
    elapsedMs: Math.round(elapsedMs),
  };
}
