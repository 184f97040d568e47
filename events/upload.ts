/** The event that starts everything: a file has arrived in the inbox (EventBridge, S3 `Object Created`). */
import * as z from 'zod';

/** Inbox keys are ours alone, ASCII: `<documentId>/<revision>/<slot>`. */
export const inboxKey = (documentId: string, revision: number, slot: number): string =>
  `${documentId}/${revision}/${slot}`;

export const parseInboxKey = (
  key: string,
): { documentId: string; revision: number; slot: number } | undefined => {
  const parts = /^([a-z0-9]{1,40})\/(\d{1,6})\/(\d{1,2})$/.exec(key);
  return parts ? { documentId: parts[1]!, revision: Number(parts[2]), slot: Number(parts[3]) } : undefined;
};

export const objectCreated = z.object({
  detail: z.object({
    object: z.object({ key: z.string(), size: z.number(), sequencer: z.string().optional() }),
  }),
});
