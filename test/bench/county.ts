/** A county at work without its people: mails come to a script, which decides as they would. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeMail } from '@gongkai/platform/compose-mail.ts';
import type { MailMessage } from '@gongkai/platform/ports.ts';
import { system } from '@gongkai/domain/history.ts';
import { settingsSchema } from '@gongkai/domain/settings.ts';
import { decideTask } from '@gongkai/functions/shared/decide.ts';
import { importOrganisation } from '@gongkai/functions/shared/organisation-file.ts';
import { loadOrganisation } from '@gongkai/functions/shared/organisation.ts';
import { tasks } from '@gongkai/functions/shared/stores.ts';
import { demoCounty } from '@gongkai/cli/demo-county.ts';
import { handIn } from '@gongkai/cli/driver.ts';
import { writePlaceFile } from '@gongkai/cli/folder.ts';
import { openPlace, type Place } from '@gongkai/cli/place.ts';

export interface County {
  place: Place;
  /** From the form to a page in list and feed; resolves to the document's id. */
  publish: (i: number) => Promise<string>;
  close: () => Promise<void>;
}

const reviews = ['confirm-attribute', 'secrecy-review', 'publication-review'];
const given = { siteUrl: 'http://localhost:8080', portalUrl: 'http://localhost:8080/portal' };
const settings = settingsSchema.parse(given);

/** As `gongkai serve` reads them. */
export function writeSettings(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(given));
}

/** Paragraphs of the journey's text: 22 KB of UTF-8. */
const usualParagraphs = 160;

export async function openCounty(folder: string, paragraphs = usualParagraphs): Promise<County> {
  writeSettings(folder);
  writePlaceFile(folder, { mode: 'serve', settings });
  const post = createPostOffice();
  const place = openPlace({
    folder,
    settings,
    inboxUrl: 'http://localhost:8080/inbox',
    movableClock: false,
    // Composed as for a mail server, which is not measured here.
    deliver: (clock) => async (message) => {
      await composeMail(message, settings.mailFrom, clock.now());
      post.take(message);
    },
  });
  await importOrganisation(place.deps, JSON.stringify(demoCounty), system);
  await place.buildSite();
  place.workflow.run();
  return {
    place,
    publish: (i) => publishOne(place, post, text(i, paragraphs), i),
    close: () => place.close(),
  };
}

/** Hands every mail to whoever waits for what it is about: `confirm-attribute of d1`, `published d1`. */
function createPostOffice() {
  const arrived = new Map<string, PromiseWithResolvers<MailMessage>>();
  const box = (about: string): PromiseWithResolvers<MailMessage> => {
    const known = arrived.get(about) ?? Promise.withResolvers<MailMessage>();
    arrived.set(about, known);
    return known;
  };
  return {
    take(message: MailMessage): void {
      const task = /\/t\/([a-z0-9]+)-\d+-([a-z-]+)-\d+\//.exec(message.text);
      const page = /\/documents\/([a-z0-9]+)\.html/.exec(message.text);
      if (task) box(`${task[2]} of ${task[1]}`).resolve(message);
      else if (page) box(`published ${page[1]}`).resolve(message);
    },
    async about(what: string): Promise<MailMessage> {
      const message = await box(what).promise;
      arrived.delete(what);
      return message;
    },
  };
}

async function publishOne(
  place: Place,
  post: ReturnType<typeof createPostOffice>,
  body: string,
  i: number,
): Promise<string> {
  const id = await handIn(place, {
    clerk: 'civil-affairs-clerk',
    form: { title: '', attribute: 'public', catalogueItem: 'policy-documents', needsInterpretation: false },
    files: [
      { name: '正文.txt', body: Buffer.from(body) },
      { name: '附件.txt', body: Buffer.from(`附件 ${i}\n${paragraph}`) },
    ],
  });
  for (const review of reviews) {
    const { to } = await post.about(`${review} of ${id}`);
    await approve(place, `${id}-1-${review}-1`, to);
  }
  await post.about(`published ${id}`);
  await assertVisible(place, id);
  return id;
}

async function approve({ deps, synced }: Place, taskId: string, email: string): Promise<void> {
  const task = await tasks(deps.table).need(taskId);
  const person = (await loadOrganisation(deps)).personByEmail(email)!;
  await decideTask(deps, { taskId, person, outcome: 'approve', contentHash: task.contentHash });
  // As the portal does before it answers.
  await synced();
}

/** On its page, and in list and feed: of the newest or, when many others came since, in the archive. */
async function assertVisible({ publicFiles, deps }: Place, id: string): Promise<void> {
  const path = `/documents/${id}.html`;
  const read = async (file: string): Promise<Buffer | undefined> => (await publicFiles.read(file))?.body;
  if (!(await read(path))) throw new Error(`${path} is not there`);
  const [list, feed] = [await read('/columns/policies/'), await read('/columns/policies/feed.atom.xml')];
  if (list?.includes(path) && feed?.includes(path)) return;
  const last = Math.ceil((await deps.table.counter('list#column#policies')) / 20);
  for (let page = last; page > Math.max(0, last - 3); page--)
    if ((await read(`/columns/policies/page-${page}.html`))?.includes(path)) return;
  throw new Error(`${path} is in no list`);
}

const paragraph =
  '各乡镇人民政府要切实加强组织领导，明确责任分工，按照时间节点推进各项工作，确保政策落到实处。';
const text = (i: number, paragraphs: number): string =>
  [
    `示政办发〔2026〕${i + 1}号`,
    `示范县人民政府办公室关于第${i + 1}项工作的通知`,
    '各乡镇人民政府：',
    ...Array.from({ length: paragraphs }, (_, n) => `${n + 1}. ${paragraph}`),
    '示范县人民政府办公室',
    '2026年9月14日',
    '（此件公开发布）',
  ].join('\n');
