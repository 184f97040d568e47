/** A portal of three departments on the embedded adapters, in memory, with a clock the test holds still. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { announced } from '@gongkai/calendar/announced.ts';
import { createCalendar } from '@gongkai/calendar/calendar.ts';
import { type DepartmentData, departmentDataSchema } from '@gongkai/domain/organisation.ts';
import { system } from '@gongkai/domain/history.ts';
import { settingsSchema } from '@gongkai/domain/settings.ts';
import { createLinks } from '@gongkai/platform/links.ts';
import type { MailMessage } from '@gongkai/platform/ports.ts';
import type { Hono } from 'hono';
import { onTestFinished } from 'vitest';
// oxlint-disable-next-line no-restricted-imports -- tests run on the real embedded table instead of a fake
import { openDatabase } from '@gongkai/platform/embedded/database.ts';
// oxlint-disable-next-line no-restricted-imports -- likewise the files
import { createStoredFiles } from '@gongkai/platform/embedded/files.ts';
// oxlint-disable-next-line no-restricted-imports -- likewise the table
import { createSqliteTable } from '@gongkai/platform/embedded/table.ts';
import { importOrganisation } from '../shared/organisation-file.ts';
import { loadOrganisation } from '../shared/organisation.ts';
import type { PortalDeps, PortalEnv, Trial } from './env.ts';

const person = (id: string, roles: string[], more: object = {}) => ({
  id,
  name: `测试${id}`,
  email: `${id}@county.example`,
  roles,
  ...more,
});
export const testCounty: DepartmentData[] = [
  {
    id: 'county-office',
    name: '示范县人民政府办公室',
    code: 'XZB',
    order: 0,
    people: [person('editor', ['office-editor']), person('admin', ['administrator'])],
  },
  {
    id: 'finance',
    name: '财政局',
    code: 'CZJ',
    order: 1,
    people: [
      person('clerk', ['clerk'], { deputy: 'head' }),
      person('head', ['department-head']),
      person('secrecy', ['secrecy-officer']),
      person('leaver', ['clerk'], { validUntil: '2026-03-02' }),
    ],
  },
  { id: 'health', name: '卫生健康局', code: 'WJJ', order: 2, people: [person('nurse', ['clerk'])] },
].map((d) => departmentDataSchema.parse(d));

const unused = (name: string) => (): never => {
  throw new Error(`the portal's first half has no use for ${name}`);
};
const calendar = createCalendar(announced());
const workflow: PortalDeps['workflow'] = {
  start: unused('start'),
  succeed: unused('succeed'),
  fail: unused('fail'),
  describe: unused('describe'),
  list: unused('list'),
};

export interface TestPlace {
  deps: PortalDeps;
  mails: MailMessage[];
  /** Security events, as logged. */
  lines: string[];
  /** Moves the clock on. */
  wait: (milliseconds: number) => void;
}

export const hours = (n: number): number => n * 3_600_000;

/** 2026-03-02 is a Monday; it is nine in the morning in the county. */
export async function testPlace({
  portalUrl = 'https://county.example/portal',
  storageUrl = 'https://storage.example/inbox',
  trial,
}: { portalUrl?: string; storageUrl?: string; trial?: Trial } = {}): Promise<TestPlace> {
  let now = new Date('2026-03-02T01:00:00Z');
  const clock = { now: () => now };
  const mails: MailMessage[] = [];
  const lines: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-portal-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const db = openDatabase(':memory:');
  const policyKey = new Uint8Array(32).fill(7);
  const deps: PortalDeps = {
    // Shows what has expired, as a table might that forgets late: the portal looks at the time itself.
    table: createSqliteTable(db, { now: () => new Date(0) }),
    files: createStoredFiles({ db, folder, baseUrl: storageUrl, policyKey, clock }),
    workflow,
    mail: { send: async (message) => void mails.push(message) },
    clock,
    log: (line) => void lines.push(line),
    links: createLinks(policyKey),
    calendar: async () => calendar,
    settings: settingsSchema.parse({ siteUrl: 'https://county.example', portalUrl }),
    ...(trial && { trial }),
  };
  await importOrganisation(deps, JSON.stringify(testCounty), system);
  return { deps, mails, lines, wait: (milliseconds) => void (now = new Date(now.getTime() + milliseconds)) };
}

export const member = async (deps: PortalDeps, id: string) => {
  const found = (await loadOrganisation(deps)).person(id);
  if (!found) throw new Error(`no person ${id}`);
  return found;
};

/** A browser as far as the tests need one: keeps one cookie, repeats the hidden field, follows nothing. */
export class TestBrowser {
  cookie = '';
  csrf = '';
  readonly #app: Hono<PortalEnv>;
  readonly #origin: string;
  constructor(app: Hono<PortalEnv>, origin = 'https://county.example') {
    this.#app = app;
    this.#origin = origin;
  }
  async get(path: string): Promise<Response> {
    const response = await this.#app.request(this.#origin + path, { headers: { cookie: this.cookie } });
    return this.#keep(response);
  }
  async post(path: string, fields: Record<string, string | string[]>): Promise<Response> {
    const body = new URLSearchParams({ csrf: this.csrf });
    for (const [name, value] of Object.entries(fields)) for (const v of [value].flat()) body.append(name, v);
    return this.send(path, { body });
  }
  async postJson(path: string, fields: object): Promise<Response> {
    const body = JSON.stringify({ csrf: this.csrf, ...fields });
    return this.send(path, { body, headers: { 'content-type': 'application/json' } });
  }
  async send(
    path: string,
    init: { body: string | URLSearchParams | FormData; headers?: Record<string, string> },
  ): Promise<Response> {
    const headers = { origin: this.#origin, cookie: this.cookie, ...init.headers };
    return this.#keep(await this.#app.request(this.#origin + path, { ...init, method: 'POST', headers }));
  }
  async #keep(response: Response): Promise<Response> {
    const set = response.headers.get('set-cookie');
    if (set) this.cookie = set.split(';')[0]!;
    const html = await response.clone().text();
    this.csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? this.csrf;
    return response;
  }
}

/** Signs in the way people do: asks, reads the mail, opens the link, presses the button. */
export async function signInAs(
  { mails }: TestPlace,
  app: Hono<PortalEnv>,
  personId: string,
): Promise<TestBrowser> {
  const browser = new TestBrowser(app);
  await browser.post('/portal/sign-in', { email: `${personId}@county.example` });
  const path = new URL(linkIn(mails.at(-1)!)).pathname;
  await browser.get(path);
  await browser.post(path, {});
  await browser.get('/portal/sign-in/nobody');
  return browser;
}

export const linkIn = ({ text }: Pick<MailMessage, 'text'>): string => {
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  if (!link) throw new Error('the mail has no link');
  return link;
};
