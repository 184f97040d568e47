/** A county moves in the middle of its work: everything goes on where it was, in the new place. */
import { cpSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inspect } from '@gongkai/cli/archive/inspect.ts';
import { type DemoSummary, runDemo } from '@gongkai/cli/demo.ts';
import { openTrial, type TrialPlace } from '@gongkai/cli/trial.ts';
import type { GovDocument } from '@gongkai/domain/document.ts';
import type { Task, TaskKind } from '@gongkai/domain/task.ts';
import { tasks } from '@gongkai/functions/shared/stores.ts';
import { archiveOf, contentOf, filesIn, openMoved, standing } from '../support/archived.ts';
import { monday, temporaryFolder } from '../support/trial.ts';
import { endStates } from './end-states.ts';

class Stopped extends Error {}

type When = (documents: readonly GovDocument[], now: Date) => boolean;

/** Runs the demo up to a moment; then it is left as it is. */
async function demoUntil(opened: TrialPlace, when: When): Promise<void> {
  const running = runDemo(opened, (documents, now) => {
    if (when(documents, now)) throw new Stopped();
  });
  await expect(running).rejects.toBeInstanceOf(Stopped);
}

const openTasks = async ({ place }: TrialPlace): Promise<Task[]> =>
  (await tasks(place.deps.table).query('tasks-by-attention', { partition: 'open', limit: 50 })).items;
const atOnce: When = () => true;
const approved =
  (approvals: number): When =>
  (documents) =>
    documents.some((d) => d.approvals.length >= approvals);
const published: When = (documents) => documents.some((d) => d.state === 'published');
const settled: When = (documents) =>
  published(documents, monday) && documents.every((d) => d.state !== 'in-review');
const from =
  (instant: string): When =>
  (_, now) =>
    now >= new Date(instant);

const mailsIn = async ({ trial }: TrialPlace): Promise<string[]> =>
  (await trial.outbox()).map((m) => `${m.id} ${m.to} ${m.subject}`).sort();

/** Everything the demo's people see at the end, without what only tells when each step ran. */
const endOf = ({ documents }: DemoSummary) =>
  documents.map(({ source, state, attribute, publicUrl, history, tasks }) => ({
    source,
    state,
    attribute,
    publicUrl,
    history: history.map((h) => `${h.actor} ${h.action} ${h.reason ?? ''}`),
    tasks: tasks.map((t) => `${t.kind} ${t.due} ${t.outcome}`),
  }));

const moments: { name: string; when: When; open: TaskKind[] }[] = [
  { name: 'with every first review open', when: atOnce, open: ['confirm-attribute'] },
  { name: 'with one review given', when: approved(1), open: ['secrecy-review'] },
  { name: 'with a copy to approve', when: published, open: ['approve-redaction'] },
  { name: 'before the follow-up', when: settled, open: [] },
  { name: 'with an interpretation asked for', when: from('2026-09-22T01:00:00Z'), open: ['interpret'] },
  { name: 'with reassessments open', when: from('2027-09-20T16:00:00Z'), open: ['reassess'] },
];

describe('a county that moves to another place', () => {
  it.each(moments)('$name', async ({ when, open }) => {
    const folder = temporaryFolder();
    const left = await openTrial(folder, 8080, {}, monday);
    await demoUntil(left, when);
    expect([...new Set((await openTasks(left)).map((t) => t.task))]).toEqual(open);
    const mailsBefore = await mailsIn(left);
    const pagesBefore = await filesIn(left.place.deps.files);
    const file = await archiveOf(standing(left));
    await left.place.close();
    // The same county, had it stayed.
    const copy = temporaryFolder();
    cpSync(folder, copy, { recursive: true });
    const stayed = await openTrial(copy, 8080);
    onTestFinished(() => stayed.place.close());

    const moved = await openMoved(file);
    expect(await filesIn(moved.place.deps.files)).toEqual(pagesBefore);
    await moved.place.settle();
    expect(await filesIn(moved.place.deps.files)).toEqual(pagesBefore);
    expect(await mailsIn(moved)).toEqual([]);

    const [there, here] = [await runDemo(moved, () => undefined), await runDemo(stayed, () => undefined)];
    expect(Object.fromEntries(there.documents.map((d) => [d.source, [d.state, d.attribute]]))).toEqual(
      endStates,
    );
    expect(endOf(there)).toEqual(endOf(here));
    expect([...mailsBefore, ...(await mailsIn(moved))].sort()).toEqual(await mailsIn(stayed));
    const pages = await filesIn(moved.place.deps.files);
    expect(Object.keys(pages)).toEqual(Object.keys(await filesIn(stayed.place.deps.files)));
  });

  it('takes tokens of its own for what waits, and its own links beside those mailed before', async () => {
    const left = await openTrial(temporaryFolder(), 8080, {}, monday);
    onTestFinished(() => left.place.close());
    await demoUntil(left, atOnce);
    const moved = await openMoved(await archiveOf(standing(left)));
    await moved.place.settle();
    const [before, after] = [await openTasks(left), await openTasks(moved)];
    expect(before.length).toBeGreaterThan(2);
    expect(after.map((t) => t.id)).toEqual(before.map((t) => t.id));
    for (const [i, task] of after.entries()) {
      expect(task.token).not.toBe(before[i]!.token);
      expect(task.links).toEqual(expect.arrayContaining(before[i]!.links));
      expect(task.links).toHaveLength(2 * before[i]!.links.length);
    }
  });

  it('comes back as it was: two moves later the archive is the same', async () => {
    const left = await openTrial(temporaryFolder(), 8080, {}, monday);
    onTestFinished(() => left.place.close());
    await demoUntil(left, from('2026-09-22T01:00:00Z'));
    expect(await openTasks(left)).toHaveLength(1);
    const first = await archiveOf(standing(left));
    const second = await archiveOf(standing(await openMoved(first)));
    const third = await archiveOf(standing(await openMoved(second)));
    const content = contentOf(await inspect(first));
    expect(contentOf(await inspect(second))).toEqual(content);
    expect(contentOf(await inspect(third))).toEqual(content);
  });
});
