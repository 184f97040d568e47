/** A new definition is deployed while somebody has not yet answered. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { demoScript } from '@gongkai/cli/demo-script.ts';
import { officialDocuments } from '@gongkai/cli/demo-documents.ts';
import { decideOpenTasks, handIn } from '@gongkai/cli/driver.ts';
import type { Place } from '@gongkai/cli/place.ts';
import { openTrial } from '@gongkai/cli/trial.ts';
import { documents, tasks } from '@gongkai/functions/shared/stores.ts';
import { monday, temporaryFolder } from '../support/trial.ts';

const { fileName, text, declared } = officialDocuments.find((d) => d.id === 'older-layout')!;
const { department, ...form } = declared;
const handInOne = (place: Place): Promise<string> =>
  handIn(place, {
    clerk: `${department}-clerk`,
    form: { title: '', ...form },
    files: [{ name: fileName, body: Buffer.from(text) }],
  });
const states = (place: Place, id: string): string[] =>
  place.workflow.history('publication', `${id}-1`).map(({ state }) => state);

async function decideEverything(place: Place): Promise<void> {
  do await place.settle();
  while ((await decideOpenTasks(place, demoScript)) > 0);
}

it('an execution that waits for a person goes on under its own definition after a changed one is deployed', async () => {
  const folder = temporaryFolder();
  const before = await openTrial(folder, 8080, {}, monday);
  const waiting = await handInOne(before.place);
  await before.place.settle();
  const opened = await tasks(before.place.deps.table).query('tasks-by-subject', {
    partition: waiting,
    limit: 10,
  });
  expect(opened.items.map((t) => [t.task, t.state])).toEqual([['confirm-attribute', 'open']]);
  await before.place.close();

  deploy(folder, (publication) => ({
    ...publication,
    StartAt: 'Nothing is published any more',
    States: { 'Nothing is published any more': { Type: 'Succeed' } },
  }));
  const { place } = await openTrial(folder, 8080);
  onTestFinished(() => place.close());
  const late = await handInOne(place);
  await decideEverything(place);

  expect((await documents(place.deps.table).need(waiting)).state).toBe('published');
  expect(states(place, waiting)).not.toContain('Nothing is published any more');
  expect(await place.workflow.describe('publication', `${waiting}-1`)).toMatchObject({ status: 'SUCCEEDED' });
  expect(states(place, late)).toEqual(['Nothing is published any more']);
  expect((await documents(place.deps.table).need(late)).state).toBe('received');
});

type Machine = Record<string, unknown>;

/** From now on places are opened with `change` applied to the synthesised publication machine. */
function deploy(folder: string, change: (publication: Machine) => Machine): void {
  const synthesised = JSON.parse(readFileSync(process.env['GONGKAI_MACHINES']!, 'utf8')) as Record<
    'publication',
    Machine
  >;
  const file = join(folder, 'machines.json');
  writeFileSync(file, JSON.stringify({ ...synthesised, publication: change(synthesised.publication) }));
  vi.stubEnv('GONGKAI_MACHINES', file);
  onTestFinished(() => void vi.unstubAllEnvs());
}
