/** Delivery by SES with the function's own rights; it makes the Message-ID itself. Not in the China regions. */
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { automatic, type Deliver, oneLine } from '../mail-message.ts';

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** Links in plain text are never rewritten, so SES cannot log what was clicked; HTML needs click tracking off. */
export function createSes(from: string, client = new SESv2Client()): Deliver {
  return async ({ to, subject, text, html }) => {
    const Headers = Object.entries(automatic).map(([Name, Value]) => ({ Name, Value }));
    const Body = { Text: utf8(text), ...(html === undefined ? {} : { Html: utf8(html) }) };
    await client.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [to] },
        Content: { Simple: { Subject: utf8(oneLine(subject)), Body, Headers } },
      }),
    );
  };
}
