/** What was sent by SES. Moto keeps no mail that could be read, but records the requests it is sent. */
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

const requestSchema = z.object({ url: z.string(), body: z.string() });
const text = z.object({ Data: z.string() });
const sendEmailSchema = z.object({
  Destination: z.object({ ToAddresses: z.tuple([z.string()]) }),
  Content: z.object({ Simple: z.object({ Subject: text, Body: z.object({ Text: text }) }) }),
});
const sendEmailPath = '/v2/email/outbound-emails';
/** The first call of a function starts its process; on a busy machine that takes seconds. */
const patienceMs = 90_000;

export type Mailbox = Awaited<ReturnType<typeof openMailbox>>;

export async function openMailbox(endpoint: string) {
  const recorder = async (act: 'start' | 'reset' | 'download'): Promise<string> => {
    const method = act === 'download' ? 'GET' : 'POST';
    const response = await fetch(`${endpoint}/moto-api/recorder/${act}-recording`, { method });
    if (!response.ok) throw new Error(`the recorder answers ${response.status}`);
    return response.text();
  };
  await recorder('reset');
  await recorder('start');

  /** All mails, oldest first. */
  const mails = async (): Promise<Mail[]> =>
    (await recorder('download'))
      .split('\n')
      .filter((line) => line.includes(sendEmailPath))
      .map(mailOf);
  let read = 0;

  return {
    /** What has come so far is not found any more. */
    async forget(): Promise<void> {
      read = (await mails()).length;
    },
    /** Waits for a mail of which subject and text together match, and gives its first capture; the newest counts. */
    async find(pattern: RegExp, to?: string): Promise<{ mail: Mail; found: string }> {
      const end = performance.now() + patienceMs;
      for (;;) {
        const unread = (await mails()).slice(read);
        for (const mail of unread.toReversed()) {
          const match =
            to === undefined || mail.to === to ? pattern.exec(`${mail.subject}\n${mail.text}`) : null;
          if (match) return { mail, found: match[1] ?? match[0] };
        }
        if (performance.now() > end)
          throw new Error(`no mail${to ? ` to ${to}` : ''} matches ${pattern} among ${unread.length}`);
        await pause(300);
      }
    },
  };
}

function mailOf(line: string): Mail {
  const { body } = requestSchema.parse(JSON.parse(line));
  const { Destination, Content } = sendEmailSchema.parse(
    JSON.parse(Buffer.from(body, 'base64').toString('utf8')),
  );
  return {
    to: Destination.ToAddresses[0],
    subject: Content.Simple.Subject.Data,
    text: Content.Simple.Body.Text.Data,
  };
}
