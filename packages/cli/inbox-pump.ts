import type { InboxEvents } from '@gongkai/platform/embedded/inbox-events.ts';

/** Delivers stored inbox events to the receiver, one pump at a time; an event is done when it was handled. */
export function createPump(
  events: InboxEvents,
  receive: (event: unknown) => Promise<unknown>,
): () => Promise<void> {
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    for (let batch = events.pending(64); batch.length > 0; batch = events.pending(64))
      for (const { id, event } of batch) {
        await receive(event);
        events.done(id);
      }
  };
  return async () => {
    await running;
    running ??= run().finally(() => {
      running = undefined;
    });
    await running;
  };
}
