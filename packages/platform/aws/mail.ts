/** Mail of the cloud: what a step that runs twice has sent, it does not send again. */
import { checkMail, type Deliver } from '../mail-message.ts';
import { type Clock, ConditionFailed, type Mail, type Table } from '../ports.ts';

/** Longer than the year an execution may last: moved to another place, it repeats its steps from the first. */
const rememberedDays = 400;

export const sentMailKey = (id: string): string => `mail#${id}`;
export const forgetMailAt = (sentAt: Date): Date => new Date(sentAt.getTime() + rememberedDays * 86_400_000);

/**
 * The note that a mail went out follows the delivery: a function that dies in between repeats the mail rather than
 * losing it.
 */
export function createCloudMail(options: { table: Table; clock: Clock; deliver: Deliver }): Mail {
  const { table, clock, deliver } = options;
  return {
    async send(message) {
      checkMail(message);
      const key = sentMailKey(message.id);
      if (await table.get(key)) return;
      await deliver(message);
      const expiresAt = forgetMailAt(clock.now());
      try {
        await table.put({ key, value: {}, places: {} }, 0, { expiresAt });
      } catch (error) {
        // The same step, running at the same time, noted it first.
        if (!(error instanceof ConditionFailed)) throw error;
      }
    },
  };
}
