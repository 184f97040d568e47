import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mailContract } from '../contract/mail.contract.ts';
import { testClock, times } from '../contract/support.ts';
import type { MailMessage } from '../ports.ts';
import { openDatabase } from './database.ts';
import { createMailQueue, createOutbox } from './mail.ts';

const clock = testClock(new Date('2026-03-02T01:00:00Z'));
const message = (id: string): MailMessage => ({
  id,
  to: 'a@county.example',
  subject: '待办',
  text: `正文 ${id}`,
});

const tempFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
};

const openOutbox = (folder: string) =>
  createOutbox({ folder, clock, from: '示范县 <gongkai@county.example>' });
const emls = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.eml'));

mailContract('the queue into the outbox', () => {
  const folder = tempFolder();
  const { deliver, list } = openOutbox(folder);
  const mail = createMailQueue({ db: openDatabase(':memory:'), clock, deliver });
  return {
    mail,
    async delivered() {
      await mail.flush();
      const parsed = await Promise.all(
        emls(folder).map((name) => simpleParser(readFileSync(join(folder, name)))),
      );
      if (parsed.some((p) => p.bcc !== undefined || p.cc !== undefined))
        throw new Error('somebody else got it');
      const byId = new Map(parsed.map((p) => [p.text?.trimEnd(), p]));
      return list()
        .toReversed()
        .map((m) => {
          const eml = byId.get(m.text.trimEnd())!;
          return { to: [eml.to].flat()[0]!.text, subject: eml.subject!, text: `${eml.text!.trimEnd()}\n` };
        });
    },
  };
});

describe('the mail queue', () => {
  const setUp = (deliver: (m: MailMessage) => Promise<void>, db = openDatabase(':memory:')) => {
    const clock = testClock();
    return { db, clock, queue: createMailQueue({ db, clock, deliver }) };
  };

  it('delivers by itself, soon after a mail was accepted', async () => {
    const arrived = new Promise<MailMessage>((resolve) => {
      const { queue } = setUp(async (m) => resolve(m));
      void queue.send(message('m1'));
    });
    expect(await arrived).toEqual(message('m1'));
  });

  it('keeps a mail through failures and tries later and later, without holding up the others', async () => {
    const tried: string[] = [];
    const { queue, clock } = setUp(async ({ id }) => {
      tried.push(id);
      if (id === 'bad') throw new Error('550 no such user');
    });
    await queue.send(message('bad'));
    await queue.send(message('good'));
    await queue.flush();
    expect([tried, queue.waiting()]).toEqual([['bad', 'good'], 1]);
    const retries = [];
    for (const _ of times(12, (i) => i)) {
      let seconds = 0;
      for (const before = tried.length; tried.length === before; seconds += 10) {
        clock.ahead(10_000);
        await queue.flush();
      }
      retries.push(seconds);
    }
    expect(retries).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600]);
    expect(queue.waiting()).toBe(1);
  });

  it('delivers what an earlier process had accepted and not delivered', async () => {
    const first = setUp(() => Promise.reject(new Error('mail server down')));
    await first.queue.send(message('m1'));
    await first.queue.flush();
    const received: string[] = [];
    const second = setUp(async ({ id }) => void received.push(id), first.db);
    second.clock.ahead(60_000);
    await second.queue.flush();
    expect([received, second.queue.waiting()]).toEqual([['m1'], 0]);
  });

  it('forgets the text with its link once it is delivered, but not the id', async () => {
    const received: string[] = [];
    const { queue, db } = setUp(async ({ id }) => void received.push(id));
    await queue.send({ ...message('m1'), text: 'SECRET-LINK' });
    await queue.flush();
    await queue.send(message('m1'));
    await queue.flush();
    expect(received).toEqual(['m1']);
    expect(JSON.stringify(db.prepare('SELECT * FROM mails').all())).not.toContain('SECRET-LINK');
  });

  it('flushes everything accepted before, also when a flush is under way', async () => {
    const received: string[] = [];
    const { queue } = setUp(async ({ id }) => {
      await new Promise(setImmediate);
      received.push(id);
    });
    await Promise.all(
      times(100, async (i) => {
        await queue.send(message(`m${i}`));
        await queue.flush();
        expect(received).toContain(`m${i}`);
      }),
    );
    expect(new Set(received).size).toBe(100);
    expect(received).toHaveLength(100);
  });
});

describe('the outbox', () => {
  it('lists mails newest first, and again after a restart', async () => {
    const folder = tempFolder();
    const { deliver } = openOutbox(folder);
    for (const id of ['m1', 'm2', 'm3']) await deliver(message(id));
    const outbox = openOutbox(folder);
    expect(outbox.list().map((m) => m.id)).toEqual(['m3', 'm2', 'm1']);
    await deliver(message('m4'));
    expect(outbox.list()[0]).toEqual({ ...message('m4'), sentAt: '2026-03-02T01:00:00.000Z' });
  });

  it('writes one file for one id, whatever is in the id', async () => {
    const folder = tempFolder();
    const { deliver, list } = openOutbox(folder);
    for (const id of ['a/../b', 'a/../b', '任务#1', 'plain-1', 'plain-1', 'x'.repeat(500)])
      await deliver(message(id));
    expect([emls(folder).length, list().length]).toEqual([4, 4]);
    expect(emls(folder)).toContain('plain-1.eml');
    const eml = await simpleParser(readFileSync(join(folder, 'plain-1.eml')));
    expect(eml.messageId).toBe('<plain-1@county.example>');
    expect(eml.from?.text).toBe('"示范县" <gongkai@county.example>');
    expect(eml.text?.trimEnd()).toBe('正文 plain-1');
  });

  it('names, where there is one, the address that ends the subscription with one click', async () => {
    const folder = tempFolder();
    const { deliver } = openOutbox(folder);
    const unsubscribe = `https://www.example.gov.cn/subscribe/stop/${'abc_DEF-123'.repeat(60)}`;
    await deliver({ ...message('m1'), unsubscribe });
    await deliver(message('m2'));
    const eml = readFileSync(join(folder, 'm1.eml'), 'utf8');
    expect(eml.replace(/\r\n\s+/g, ' ')).toContain(`List-Unsubscribe: <${unsubscribe}>\r\n`);
    expect(eml).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(readFileSync(join(folder, 'm2.eml'), 'utf8')).not.toContain('List-Unsubscribe');
  });

  it('survives half a line that a kill left in its list', async () => {
    const folder = tempFolder();
    const { deliver } = openOutbox(folder);
    await deliver(message('m1'));
    appendFileSync(join(folder, 'index.jsonl'), '{"id":"m2","to":"a@coun');
    const outbox = openOutbox(folder);
    await outbox.deliver(message('m2'));
    expect(outbox.list().map((m) => m.id)).toEqual(['m2', 'm1']);
  });
});
