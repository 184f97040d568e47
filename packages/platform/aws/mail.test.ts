import { describe, expect, it } from 'vitest';
import { mailContract } from '../contract/mail.contract.ts';
import { testClock } from '../contract/support.ts';
import { openDatabase } from '../embedded/database.ts';
import { createSqliteTable } from '../embedded/table.ts';
import type { MailMessage } from '../ports.ts';
import { createCloudMail } from './mail.ts';
import { createSes } from './ses.ts';

/** An SES that keeps what it is told to send. */
function fakeSes() {
  const sent: { to: string; subject: string; text: string }[] = [];
  const inputs: { Content: { Simple: { Headers: unknown } }; FromEmailAddress: string }[] = [];
  const client = {
    send: async ({ input }: { input: never }) => {
      const { Destination, Content } = input as {
        Destination: { ToAddresses: string[] };
        Content: { Simple: { Subject: { Data: string }; Body: { Text: { Data: string } } } };
      };
      inputs.push(input);
      const { Subject, Body } = Content.Simple;
      sent.push({ to: Destination.ToAddresses.join(), subject: Subject.Data, text: Body.Text.Data });
    },
  } as unknown as Parameters<typeof createSes>[1];
  return { sent, inputs, deliver: createSes('gongkai@county.example', client) };
}

const message: MailMessage = { id: 'm1', to: 'a@county.example', subject: '待办', text: '正文' };
const setUp = (deliver: (m: MailMessage) => Promise<void>) => {
  const clock = testClock();
  const table = createSqliteTable(openDatabase(':memory:'), clock);
  return { clock, table, mail: createCloudMail({ table, clock, deliver }) };
};

mailContract('the cloud', () => {
  const { sent, deliver } = fakeSes();
  return { mail: setUp(deliver).mail, delivered: () => Promise.resolve(sent) };
});

describe('mail of the cloud', () => {
  it('comes from the county and is marked as automatic', async () => {
    const { inputs, deliver } = fakeSes();
    await setUp(deliver).mail.send(message);
    expect(inputs[0]?.FromEmailAddress).toBe('gongkai@county.example');
    expect(inputs[0]?.Content.Simple.Headers).toEqual([{ Name: 'Auto-Submitted', Value: 'auto-generated' }]);
  });

  it('is sent again when its delivery failed', async () => {
    const tried: string[] = [];
    const { mail } = setUp(async ({ id }) => {
      if (tried.push(id) === 1) throw new Error('throttled');
    });
    await expect(mail.send(message)).rejects.toThrow('throttled');
    await mail.send(message);
    await mail.send(message);
    expect(tried).toEqual(['m1', 'm1']);
  });

  it('does not mind that the same step noted it at the same time', async () => {
    const { mail, table } = setUp(async () => {
      await table.put({ key: 'mail#m1', value: {}, places: {} }, 0);
    });
    await mail.send(message);
    expect(await table.get('mail#m1')).toMatchObject({ version: 1 });
  });

  it('is remembered for longer than an execution may last, not for ever', async () => {
    const sent: string[] = [];
    const { clock, mail } = setUp(async ({ id }) => void sent.push(id));
    await mail.send(message);
    clock.ahead(399 * 86_400_000);
    await mail.send(message);
    expect(sent).toHaveLength(1);
    clock.ahead(2 * 86_400_000);
    await mail.send(message);
    expect(sent).toHaveLength(2);
  });
});
