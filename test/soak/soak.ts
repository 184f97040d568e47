/**
 * A county's life compressed: everybody signs in; documents are handed in, reviewed and published; each is read,
 * searched for and looked up in the portal; some are withdrawn. The same for every document, so that what a document
 * costs early and late can be compared on a machine that others use as well.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { demoCounty } from '@gongkai/cli/demo-county.ts';
import { type PeopleAtWork, peopleAtWork, quiet } from '../load/people-at-work.ts';
import { prepareServe } from '../load/serve-process.ts';
import { freePort } from '../support/free-port.ts';
import { openMailServer } from '../support/mail-server.ts';
import { inspect } from './inspector.ts';
import { type Sample, sample } from './sample.ts';

export interface SoakOptions {
  folder: string;
  /** What was built. */
  program?: string;
  documents: number;
  samples: number;
  /** How many people sign in; everybody when absent. */
  users?: number;
  told?: (sample: Sample) => void;
}

const atOnce = 16;
const withdrawnOf = 40;
const office = 'editor@county-office.demo';
const departments = demoCounty.filter((d) => d.id !== 'county-office').map((d) => d.id);
const everybody = demoCounty.flatMap((d) => d.people.map((p) => p.email));

/** Samples: one before the first document, then one after each `documents / samples`. */
export async function soak(options: SoakOptions): Promise<Sample[]> {
  const { folder, program, documents, samples, told } = options;
  const users = everybody.slice(0, options.users);
  const mails = await openMailServer();
  const inspectPort = await freePort();
  const server = await prepareServe({
    folder,
    port: await freePort(),
    mailPort: mails.port,
    county: demoCounty,
    flags: ['--max-semi-space-size=8', `--inspect=127.0.0.1:${inspectPort}`],
    ...(program === undefined ? {} : { program }),
  });
  await server.start();
  const inspector = await inspect(inspectPort);
  const looked = { pid: server.pid(), folder, inspector };
  // The first of each role decides; deputies and colleagues read the mail.
  const people = peopleAtWork(server.url, mails, ({ email }) =>
    /^(?:head|secrecy|editor)@/.test(email) ? { outcome: 'approve' } : undefined,
  );
  try {
    for (const email of users) await people.as(email);
    const curve: Sample[] = [];
    const started = performance.now();
    const note = async (done: number): Promise<void> => {
      await quiet(server.url, people);
      mails.received.length = 0;
      mails.commands.length = 0;
      const taken = await sample(looked, done, (performance.now() - started) / 1_000);
      curve.push(taken);
      told?.(taken);
    };
    await note(0);
    for (let part = 0; part < samples; part++) {
      const [from, to] = [part, part + 1].map((n) => Math.round((documents * n) / samples));
      await inTurns(from!, to!, (i) => liveThrough(server.url, people, i, users[i % users.length]!));
      await note(to!);
    }
    // Node does not exit while somebody looks into it.
    inspector.close();
    await server.stop();
    return curve;
  } finally {
    inspector.close();
    await server.kill();
    mails.close();
  }
}

/** `atOnce` workers, each taking the next number. */
async function inTurns(from: number, to: number, work: (i: number) => Promise<void>): Promise<void> {
  let next = from;
  const worker = async (): Promise<void> => {
    while (next < to) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function liveThrough(url: string, people: PeopleAtWork, i: number, onlooker: string): Promise<void> {
  const department = departments[i % departments.length]!;
  const id = await people.handIn({
    email: `${i % 2 === 0 ? 'clerk' : 'clerk2'}@${department}.demo`,
    form: { title: '', attribute: 'public', catalogueItem: 'policy-documents', needsInterpretation: 'no' },
    files: [
      { name: '通知.txt', body: text(i) },
      { name: '附件.txt', body: `附件 ${i}\n${paragraph}` },
    ],
  });
  await people.published(id);
  await read(url, id, department, i);
  const me = await people.as(onlooker);
  for (const path of ['/portal/tasks', '/portal/documents', `/portal/documents/${id}`])
    expectStatus(path, (await me.get(path)).status, [200, 403]);
  if (i % withdrawnOf === 0) await withdraw(url, people, id);
}

async function read(url: string, id: string, department: string, i: number): Promise<void> {
  const paths = [
    `/documents/${id}.html`,
    '/',
    `/departments/${department}/index.html`,
    '/all/feed.atom.xml',
    `/search?q=${encodeURIComponent(words[i % words.length]!)}`,
  ];
  // As many people as the search allows for one address.
  const headers = { 'x-forwarded-for': `198.51.100.${i % 250}` };
  for (const path of paths) {
    const response = await fetch(url + path, { headers });
    await response.arrayBuffer();
    expectStatus(path, response.status, [200]);
  }
}

async function withdraw(url: string, people: PeopleAtWork, id: string): Promise<void> {
  const me = await people.as(office);
  await me.get(`/portal/documents/${id}`);
  const { status } = await me.post(`/portal/documents/${id}/withdrawal`, {
    reason: '附件有误',
    confirm: 'yes',
  });
  expectStatus('withdrawal', status, [303]);
  for (let tries = 0; tries < 300; tries++, await sleep(100))
    if ((await (await fetch(`${url}/documents/${id}.html`)).text()).includes('该信息已撤下')) return;
  throw new Error(`${id} is still public half a minute after it was withdrawn`);
}

function expectStatus(what: string, status: number, allowed: readonly number[]): void {
  if (!allowed.includes(status)) throw new Error(`${what} answered ${status}`);
}

const words = ['通知', '乡镇', '责任分工', '第3项', '政策', '时间节点'];
const paragraph =
  '各乡镇人民政府要切实加强组织领导，明确责任分工，按照时间节点推进各项工作，确保政策落到实处。';
/** 4 KB. */
const text = (i: number): string =>
  [
    `示政办发〔2026〕${i + 1}号`,
    `示范县人民政府办公室关于第${i + 1}项工作的通知`,
    '各乡镇人民政府：',
    ...Array.from({ length: 25 }, (_, n) => `${n + 1}. ${paragraph}`),
    '示范县人民政府办公室',
    '2026年9月14日',
    '（此件公开发布）',
  ].join('\n');
