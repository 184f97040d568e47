/**
 * The people of a county before their browsers: they hand in, and everybody who gets a mail of a task opens it and
 * decides. Whoever meets an error, or nobody at all, tries again.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import * as z from 'zod';
import type { PresignedPost } from '@gongkai/platform/ports.ts';
import type { MailServer } from '../support/mail-server.ts';
import { type Answer, createVisitor, sendFile, type Visitor } from '../support/visitor.ts';

interface Mail {
  to: string;
  text: string;
}
export interface HandedIn {
  email: string;
  form: Record<string, unknown>;
  files: readonly { name: string; body: string }[];
}
/** What somebody answers to a task, besides the hash of what was seen; undefined: leaves it to a colleague. */
export type Decide = (task: {
  kind: string;
  document: string;
  email: string;
}) => Record<string, string> | undefined;

export interface PeopleAtWork {
  /** Resolves to the document's id when every file was acknowledged. */
  handIn: (what: HandedIn) => Promise<string>;
  as: (email: string) => Promise<Visitor>;
  /** Until the mail comes that says so. */
  published: (id: string) => Promise<void>;
  /** Until nobody has anything in hand. */
  rest: () => Promise<void>;
  /** Message-IDs as they came, repeats included. */
  mailIds: string[];
  /** Decisions that were answered as made, by task. */
  decided: Map<string, number>;
}

const patienceMs = 60_000;
const network = (request: Request): Promise<Response> => fetch(request, { redirect: 'manual' });

export function peopleAtWork(url: string, mails: MailServer, decide: Decide): PeopleAtWork {
  const sessions = new Map<string, Promise<Visitor>>();
  const waiting = new Set<{ to: string; pattern: RegExp; found: (path: string) => void }>();
  const mailIds: string[] = [];
  const decided = new Map<string, number>();
  const busy = new Set<Promise<void>>();
  let trouble: unknown;
  const publications = new Map<string, PromiseWithResolvers<void>>();
  const told = (id: string): PromiseWithResolvers<void> => {
    const known = publications.get(id) ?? Promise.withResolvers<void>();
    publications.set(id, known);
    return known;
  };

  const mailed = (to: string, pattern: RegExp): Promise<string> =>
    new Promise((found) => waiting.add({ to, pattern, found }));

  const signIn = async (email: string): Promise<Visitor> => {
    const browser = createVisitor(network, url);
    const link = mailed(email, /\/portal\/sign-in\/\S+/);
    await patiently(() => browser.post('/portal/sign-in', { email }));
    const path = await link;
    await patiently(() => browser.get(path));
    await patiently(() => browser.post(path, {}));
    const { status } = await patiently(() => browser.get('/portal/tasks'));
    if (status === 200) return browser;
    // The answer that brought the cookie was lost with the process: the link is used up.
    return signIn(email);
  };
  const as = (email: string): Promise<Visitor> => {
    const session = sessions.get(email) ?? signIn(email);
    sessions.set(email, session);
    return session;
  };

  const answer = async (email: string, taskId: string): Promise<void> => {
    const [, document = '', kind = ''] = /^([a-z0-9]+)-\d+-(?:y\d+-)?([a-z-]+)-\d+$/.exec(taskId) ?? [];
    const decision = decide({ kind, document, email });
    if (!decision) return;
    const me = await as(email);
    const path = `/portal/tasks/${taskId}`;
    const { html } = await patiently(() => me.get(path));
    const contentHash = /name="contentHash" value="([^"]*)"/.exec(html)?.[1];
    if (contentHash === undefined) return;
    const fields = { contentHash, ...decision };
    const { status, location, text } = await patiently(() => me.post(`${path}/decision`, fields));
    if (status === 303 && !location?.includes('?already'))
      decided.set(taskId, (decided.get(taskId) ?? 0) + 1);
    // Stale, or not for this person after all: the page says so.
    else if (![303, 403, 409].includes(status)) throw new Error(`${taskId}: ${status} ${text.slice(-300)}`);
  };

  const take = async (eml: string): Promise<void> => {
    const { to, text = '', messageId = '' } = await simpleParser(eml);
    mailIds.push(messageId);
    const mail: Mail = { to: [to].flat()[0]?.text ?? '', text };
    for (const reader of waiting) {
      const path = reader.to === mail.to ? reader.pattern.exec(mail.text)?.[0] : undefined;
      if (path === undefined) continue;
      waiting.delete(reader);
      reader.found(path);
    }
    const published = /\/documents\/([a-z0-9]+)\.html/.exec(mail.text)?.[1];
    if (published !== undefined) told(published).resolve();
    const taskId = /\/portal\/t\/([a-z0-9-]+)\//.exec(mail.text)?.[1];
    if (taskId !== undefined) await answer(mail.to, taskId);
  };
  const during = (work: Promise<void>): void => {
    const kept = work.catch((error: unknown) => void (trouble ??= error)).finally(() => busy.delete(kept));
    busy.add(kept);
  };
  mails.onMail = (eml) => during(take(eml));

  return {
    as,
    published: async (id) => {
      await told(id).promise;
      publications.delete(id);
    },
    mailIds,
    decided,
    async handIn({ email, form, files }) {
      const me = await as(email);
      const named = files.map(({ name, body }) => ({ name, size: Buffer.byteLength(body) }));
      const opened = await patiently(() => me.postJson('/portal/upload', { ...form, files: named }));
      if (opened.status !== 201) throw new Error(`refused: ${opened.status} ${opened.text}`);
      const { documentId, posts } = JSON.parse(opened.html) as { documentId: string; posts: PresignedPost[] };
      for (const [i, { body }] of files.entries()) {
        const { status, html } = await patiently(() => sendFile(network, posts[i]!, body));
        if (status !== 204) throw new Error(`file refused: ${status} ${html}`);
      }
      return documentId;
    },
    async rest() {
      while (busy.size > 0) await Promise.all(busy);
      if (trouble !== undefined) throw trouble;
    },
  };
}

/** Until no task is open and no mail waits, for a second and a half. */
export async function quiet(url: string, people: PeopleAtWork): Promise<void> {
  for (let calm = 0; calm < 5; await sleep(300)) {
    await people.rest();
    const { tasksOpen, mailsWaiting } = healthSchema.parse(await (await fetch(`${url}/healthz`)).json());
    calm = tasksOpen + mailsWaiting === 0 ? calm + 1 : 0;
  }
}
const healthSchema = z.object({ tasksOpen: z.int(), mailsWaiting: z.int() });

/** As somebody who reloads the page while the server is away. */
async function patiently(act: () => Promise<Answer>): Promise<Answer> {
  for (const until = performance.now() + patienceMs; ; await sleep(50))
    try {
      const answer = await act();
      if (answer.status < 500 || performance.now() > until) return answer;
    } catch (error) {
      if (!(error instanceof TypeError) || performance.now() > until) throw error;
    }
}
