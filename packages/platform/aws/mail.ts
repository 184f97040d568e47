/** Mail of the cloud: SES with the function's own rights, or any mail server (AWS China has no SES). */
import { SendEmailCommand, type SESv2Client } from '@aws-sdk/client-sesv2';
import { checkMail, composeMail } from '../compose-mail.ts';
import { type Clock, ConditionFailed, type Mail, type MailMessage, type Table } from '../ports.ts';

export type Deliver = (message: MailMessage) => Promise<void>;

/** Links in a text mail are never rewritten, so SES cannot log what was clicked. */
export const createSes =
  ({ client, from, clock }: { client: SESv2Client; from: string; clock: Clock }): Deliver =>
  async (message) => {
    const Data = await composeMail(message, from, clock.now());
    await client.send(
      new SendEmailCommand({ Destination: { ToAddresses: [message.to] }, Content: { Raw: { Data } } }),
    );
  };

/** Longer than any execution repeats a step. */
const rememberedDays = 30;

/**
 * Remembers what was delivered, so that a step that runs twice sends one mail. The note follows the delivery: a
 * function that dies in between repeats the mail rather than losing it.
 */
export function createCloudMail(options: { table: Table; clock: Clock; deliver: Deliver }): Mail {
  const { table, clock, deliver } = options;
  return {
    async send(message) {
      checkMail(message);
      const key = `mail#${message.id}`;
      if (await table.get(key)) return;
      await deliver(message);
      const expiresAt = new Date(clock.now().getTime() + rememberedDays * 86_400_000);
      try {
        await table.put({ key, value: {}, places: {} }, 0, { expiresAt });
      } catch (error) {
        // The same step, running at the same time, noted it first.
        if (!(error instanceof ConditionFailed)) throw error;
      }
    },
  };
}
