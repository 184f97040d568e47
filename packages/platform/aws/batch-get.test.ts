import { expect, it } from 'vitest';
import { batchGetItems } from './batch-get.ts';

type Client = Parameters<typeof batchGetItems>[0];
interface Sent {
  input: { RequestItems: { t: { Keys: { key: string }[] } } };
}

/** A table that answers at most `atOnce` keys of a request and leaves the others unprocessed. */
function throttled(atOnce: number) {
  const requests: number[] = [];
  const client = {
    send: async ({ input }: Sent) => {
      const { Keys } = input.RequestItems.t;
      requests.push(Keys.length);
      return {
        Responses: {
          t: Keys.slice(0, atOnce).map(({ key }) => ({ key, version: 1, value: {}, writtenBy: 'w' })),
        },
        UnprocessedKeys: Keys.length > atOnce ? { t: { Keys: Keys.slice(atOnce) } } : {},
      };
    },
  };
  return { requests, client: client as unknown as Client };
}

const noPause = (): Promise<void> => Promise.resolve();

it('asks again for the keys a throttled table left out', async () => {
  const { client, requests } = throttled(2);
  const rows = await batchGetItems(client, 't', ['c', 'a', 'c', 'b', 'd', 'e'], noPause);
  expect(rows.map((row) => row.key)).toEqual(['c', 'a', 'c', 'b', 'd', 'e']);
  expect(requests).toEqual([5, 3, 1]);
});

it('gives up after seven tries rather than leave items out', async () => {
  const { client, requests } = throttled(0);
  const pauses: number[] = [];
  const reading = batchGetItems(client, 't', ['a'], async (ms) => pauses.push(ms));
  await expect(reading).rejects.toThrow('1 items were not read in 7 tries');
  expect(requests).toHaveLength(7);
  expect(pauses).toEqual([50, 100, 200, 400, 800, 1600]);
});
