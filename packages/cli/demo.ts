/**
 * The demo: documents of every attribute driven through every station, with the clock moved. It decides only by
 * what is stored, so a demo that was killed goes on where it was.
 */
import { localDate } from '@gongkai/calendar/local-date.ts';
import { documents, tasks } from '@gongkai/functions/shared/stores.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import { officialDocuments } from './demo-documents.ts';
import { answers } from './demo-script.ts';
import { decideOpenTasks, handIn, resume } from './driver.ts';
import type { Place } from './place.ts';

/** A Monday before the National Day holiday: make-up days and the holiday lie within reach of every deadline. */
export const demoStart = new Date('2026-09-21T01:00:00Z');
/** One year and a few weeks: every reassessment is opened and decided. */
const demoEnd = new Date('2027-11-01T00:00:00Z');

export interface DemoSummary {
  documents: {
    id: string;
    title: string;
    attribute: string;
    state: string;
    history: { at: string; actor: string; action: string; reason?: string }[];
    publicUrl: string | null;
    tasks: { kind: string; due: string; done: string | null; outcome: string | null }[];
  }[];
  mails: number;
  pages: number;
  elapsedMs: number;
}

export type Progress = (document: string, state: string) => void;

export async function runDemo(place: Place, progress: Progress): Promise<DemoSummary> {
  const started = performance.now();
  await place.buildSite();
  await handEverythingIn(place, progress);
  for (;;) {
    await place.settle();
    await show(place, progress);
    if ((await decideOpenTasks(place, answers(officialDocuments))) > 0) continue;
    if (await withdrawWhatIsToGo(place)) continue;
    const now = place.deps.clock.now();
    if (now >= demoEnd) break;
    await place.advanceOne(demoEnd);
  }
  return summarise(place, performance.now() - started);
}

async function handEverythingIn(place: Place, progress: Progress): Promise<void> {
  for (const { id, fileName, text, declared } of officialDocuments) {
    const files = [{ name: fileName, body: Buffer.from(text) }];
    const known = (await allDocuments(place)).find((d) => d.files[0]?.name === fileName || d.author === author(id, declared.department));
    if (!known)
      await handIn(place, {
        clerk: author(id, declared.department),
        form: {
          title: '',
          attribute: declared.attribute,
          ground: declared.ground,
          catalogueItem: declared.catalogueItem,
          needsInterpretation: declared.needsInterpretation,
        },
        files,
      });
    else if (known.state === 'awaiting-upload') await resume(place, known, files);
    progress(fileName, 'handed in');
  }
}

const author = (_id: string, department: string): string => `${department}-clerk`;

/** One published document is taken down again, to show the tombstone. */
async function withdrawWhatIsToGo(place: Place): Promise<boolean> {
  const document = (await allDocuments(place)).find(
    (d) => d.state === 'published' && officialDocuments.some((o) => o.id === 'older-layout' && o.fileName === d.files[0]?.name),
  );
  if (!document) return false;
  await place.deps.workflow.start('withdrawal', `${document.id}-withdrawal`, {
    documentId: document.id,
    reason: '文件已被新的规定代替',
    actor: { id: 'county-office-editor', name: '王审核', role: 'office-editor' },
  });
  return true;
}

export async function allDocuments(place: Place): Promise<GovDocument[]> {
  const all: GovDocument[] = [];
  for (const department of new Set(officialDocuments.map((d) => d.declared.department))) {
    const page = await documents(place.deps.table).query('documents-by-department', { partition: department, limit: 100 });
    all.push(...page.items);
  }
  return all;
}

async function show(place: Place, progress: Progress): Promise<void> {
  for (const d of await allDocuments(place)) progress(d.title || d.files[0]?.name || d.id, `${d.state} ${localDate(place.deps.clock.now())}`);
}
