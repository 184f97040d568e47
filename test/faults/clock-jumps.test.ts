/** The machine's clock falls back, runs ahead and comes back, or the machine is off for months, while work waits. */
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { demoCounty } from '@gongkai/cli/demo-county.ts';
import { openPlace, type Place } from '@gongkai/cli/place.ts';
import { checkSite } from '@gongkai/functions/shared/check-site.ts';
import { importOrganisation } from '@gongkai/functions/shared/organisation-file.ts';
import { system } from '@gongkai/domain/history.ts';
import type { UploadForm } from '@gongkai/functions/portal/upload/submit-form.ts';
import { settingsSchema } from '@gongkai/domain/settings.ts';
import { peopleOf, textOf } from '../support/people.ts';
import { monday, temporaryFolder } from '../support/trial.ts';
import { expectInvariants } from './invariants.ts';

const day = 86_400_000;
const url = 'http://localhost:8080';
const settings = settingsSchema.parse({
  siteUrl: url,
  portalUrl: `${url}/portal`,
  mailFrom: 'gongkai@county.demo',
});

async function county() {
  const folder = temporaryFolder();
  const mailed: string[] = [];
  const mailServer = { down: false };
  const open = (): Place =>
    openPlace({
      folder,
      settings,
      inboxUrl: `${url}/inbox`,
      movableClock: false,
      deliver:
        () =>
        async ({ id }) => {
          if (mailServer.down) throw new Error('the mail server does not answer');
          mailed.push(id);
        },
    });
  let place = open();
  await importOrganisation(place.deps, JSON.stringify(demoCounty), system);
  await place.buildSite();
  onTestFinished(() => place.close());
  const accepted: string[] = [];
  const people = () => peopleOf({ place, trial: { outbox: async () => [], advance: async () => '' } });
  return {
    mailServer,
    place: () => place,
    people,
    restart: async () => {
      await place.close();
      place = open();
    },
    handIn: async (i: number, form: Partial<UploadForm> = {}, source = 'care-allowance') => {
      const id = await people().handIn(`${textOf(source)}\n第 ${i} 号。\n`, form);
      accepted.push(id);
      return id;
    },
    /** Everything holds; answers the states of what was handed in. */
    inTheEnd: async (): Promise<string[]> => {
      await place.watchClock();
      await place.settle();
      const documents = await Promise.all(accepted.map((id) => people().document(id)));
      await expectInvariants({ place, accepted, mailed });
      expect(await checkSite(place.deps)).toMatchObject({ missing: [], different: [], stray: [] });
      return documents.map((d) => d.state);
    },
  };
}

const now = (offset: number): void => void vi.setSystemTime(new Date(monday.getTime() + offset));
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: monday }));
afterEach(() => void vi.useRealTimers());

describe('a clock', () => {
  it('that falls back by two days loses nothing and holds nobody up', async () => {
    const { people, handIn, restart, inTheEnd } = await county();
    const [before, under] = [await handIn(1), await handIn(2)];
    await people().approveAll(before);
    await people().approve(under, 'confirm-attribute', 'head');
    now(-2 * day);
    await restart();
    await people().approve(under, 'secrecy-review', 'secrecy');
    await people().approve(under, 'publication-review', 'editor');
    await people().approveAll(await handIn(3));
    expect(await inTheEnd()).toEqual(['published', 'published', 'published']);
  });

  it('that was a month ahead for a while keeps no work and no mail waiting for that month', async () => {
    const { place, people, handIn, mailServer, restart, inTheEnd } = await county();
    const first = await handIn(1);
    now(30 * day);
    await place().watchClock();
    mailServer.down = true;
    const ahead = await handIn(2);
    await people().approve(ahead, 'confirm-attribute', 'head');
    await place().publishDigest();
    now(3_600_000);
    mailServer.down = false;
    await restart();
    await people().approveAll(first);
    await people().approve(ahead, 'secrecy-review', 'secrecy');
    await people().approve(ahead, 'publication-review', 'editor');
    await people().approveAll(await handIn(3));
    expect(await inTheEnd()).toEqual(['published', 'published', 'published']);
  });

  it('that was ahead when the process died keeps no step waiting for that time', async () => {
    const { place, people, handIn, restart, inTheEnd } = await county();
    const id = await handIn(1);
    now(30 * day);
    // Handed in and answered, and then nothing ran any more.
    place().workflow.settle = async () => undefined;
    await people().approve(id, 'confirm-attribute', 'head');
    const waiting = await handIn(2);
    now(3_600_000);
    await restart();
    await place().settle();
    await people().approve(id, 'secrecy-review', 'secrecy');
    await people().approve(id, 'publication-review', 'editor');
    await people().approveAll(waiting);
    expect(await inTheEnd()).toEqual(['published', 'published']);
  });
});

it('a machine that is off for months, again and again, catches up with every duty once', async () => {
  const { place, people, handIn, restart, inTheEnd } = await county();
  const withheld = await handIn(
    1,
    { attribute: 'withheld', ground: 'process-information' },
    'internal-request',
  );
  const policy = await handIn(2, { needsInterpretation: true });
  const halfWay = await handIn(3);
  for (const id of [withheld, policy]) await people().approveAll(id);
  await people().approve(halfWay, 'confirm-attribute', 'head');

  const offUntil = async (days: number): Promise<void> => {
    now(days * day);
    await restart();
    for (let twice = 0; twice < 2; twice++) {
      await place().watchClock();
      await place().settle();
    }
  };
  await offUntil(60);
  const interpretation = {
    title: '解读',
    form: 'text' as const,
    text: '为了方便群众。'.repeat(20),
    contact: '民政局',
  };
  await people().decide(policy, 'interpret', 'clerk', { outcome: 'submit', interpretation });
  await people().approve(policy, 'review-interpretation', 'head');
  await people().approve(halfWay, 'secrecy-review', 'secrecy');

  await offUntil(120);
  await people().approve(halfWay, 'publication-review', 'editor');
  await offUntil(400);
  const keep = { outcome: 'keep', reason: '仍属内部事项。', ground: 'process-information' as const };
  await people().decide(withheld, 'reassess', 'head', keep);
  const tasks = (await people().tasksOf(withheld)).filter((task) => task.task === 'reassess');
  expect(tasks).toHaveLength(1);
  expect((await people().document(withheld)).reviewDate! > '2027-11-01').toBe(true);
  expect(await inTheEnd()).toEqual(['withheld', 'published', 'published']);
});
