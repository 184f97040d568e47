/**
 * `gongkai serve` under load, killed at random moments and started again. Whatever was answered stays true, and in
 * the end everything holds that holds after faults. `KILLS_UNDER_LOAD` sets how often.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { demoCounty } from '@gongkai/cli/demo-county.ts';
import { documents, tasks } from '@gongkai/functions/shared/stores.ts';
import { checkSite } from '@gongkai/functions/shared/check-site.ts';
import { officialDocuments } from '@gongkai/cli/demo-documents.ts';
import type { Place } from '@gongkai/cli/place.ts';
import { type PeopleAtWork, peopleAtWork, quiet } from '../load/people-at-work.ts';
import { prepareServe } from '../load/serve-process.ts';
import { freePort } from '../support/free-port.ts';
import { openMailServer } from '../support/mail-server.ts';
import { temporaryFolder } from '../support/trial.ts';
import { expectInvariants } from './invariants.ts';

const kills = Number(process.env['KILLS_UNDER_LOAD'] ?? 3);
const clerks = ['civil-affairs', 'finance', 'health', 'justice'].flatMap((department) => [
  `clerk@${department}.demo`,
  `clerk2@${department}.demo`,
]);
/** Mails handed over at once; those under way when the process dies are handed over again. */
const mailsAtOnce = 32;

it('killed in the middle of many uploads and decisions, a county loses nothing and does nothing twice', async () => {
  const mails = await openMailServer();
  onTestFinished(mails.close);
  const server = await prepareServe({
    folder: temporaryFolder(),
    port: await freePort(),
    mailPort: mails.port,
    county: demoCounty,
  });
  onTestFinished(server.kill);
  await server.start();
  const people = peopleAtWork(server.url, mails, ({ document }) =>
    // By the document and not by chance: whoever of two presses first, both say the same.
    document.charCodeAt(0) % 9 === 0
      ? { outcome: 'return', reason: '请核对后重新提交。' }
      : { outcome: 'approve' },
  );

  const end = new AbortController();
  const accepted: string[] = [];
  const clerksAtWork = clerks.map(async (email, c) => {
    for (let i = 0; !end.signal.aborted; i++) accepted.push(await people.handIn({ email, ...paper(c, i) }));
  });
  let struckAtWork = 0;
  for (let killed = 0; killed < kills; killed++) {
    await sleep(300 + Math.random() * 1_500);
    const before = accepted.length;
    await server.kill();
    await server.start();
    if (before > 0) struckAtWork++;
  }
  await sleep(500);
  end.abort();
  await Promise.all(clerksAtWork);
  await quiet(server.url, people);
  await server.stop();

  const late: string[] = [];
  const place = server.open(late);
  onTestFinished(() => place.close());
  await place.settle();
  expect(struckAtWork).toBeGreaterThan(kills / 3);
  expect(accepted.length).toBeGreaterThan(kills * 3);
  expect(late).toEqual([]);
  await expectInvariants({ place, accepted, mailed: [...new Set(people.mailIds)] });
  await expectDecidedOnce(place, people);
  expect(people.mailIds.length - new Set(people.mailIds).size).toBeLessThanOrEqual(kills * mailsAtOnce);
  const report = await checkSite(place.deps);
  expect(report).toMatchObject({ missing: [], different: [], stray: [] });
  await place.settle();
  expect(await place.siteFolder.compare({})).toEqual({ missing: [], different: [], stray: [] });
}, 3_600_000);

const kinds = ['care-allowance', 'older-layout', 'care-allowance', 'approval-reply', 'secret-paper'];

/** Public ones, one to be kept back, one with a mark of secrecy. */
function paper(clerk: number, i: number) {
  const source = officialDocuments.find((d) => d.id === kinds[i % kinds.length])!;
  const { attribute, ground } = source.declared;
  return {
    form: {
      title: '',
      catalogueItem: 'policy-documents',
      needsInterpretation: 'no',
      attribute,
      ...(ground && { ground }),
    },
    files: [
      { name: source.fileName, body: `${source.text}\n第 ${clerk}-${i} 号。\n` },
      { name: '附件.txt', body: `附件 ${clerk}-${i}：办理流程。` },
    ],
  };
}

/** What somebody was told was decided is decided; nobody else was told so of the same task. */
async function expectDecidedOnce(place: Place, { decided }: PeopleAtWork): Promise<void> {
  expect(decided.size).toBeGreaterThan(0);
  expect([...decided].filter(([, times]) => times > 1)).toEqual([]);
  const outcomes = await Promise.all(
    [...decided.keys()].map(async (taskId) => {
      const { decision, subject } = await tasks(place.deps.table).need(taskId);
      const { approvals } = await documents(place.deps.table).need(subject);
      const counted = approvals.filter((a) => a.taskId === taskId).length;
      return {
        taskId,
        right: counted === (decision?.outcome === 'approve' ? 1 : 0) && decision !== undefined,
      };
    }),
  );
  expect(outcomes.filter(({ right }) => !right)).toEqual([]);
}
