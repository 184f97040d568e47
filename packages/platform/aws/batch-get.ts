/** Any number of items by key, in the order asked. */
import { setTimeout } from 'node:timers/promises';
import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readRow, type Row } from './rows.ts';

/** DynamoDB takes no more at once, and no key twice. */
const atOnce = 100;
/** Throttled keys come back unprocessed: seven tries, 50 ms and then twice as long, are 3 seconds of patience. */
const maxTries = 7;
const firstPauseMs = 50;

export async function batchGetItems(
  client: DynamoDBDocumentClient,
  tableName: string,
  keys: readonly string[],
  pause: (milliseconds: number) => Promise<unknown> = setTimeout,
): Promise<Row[]> {
  const wanted = [...new Set(keys)];
  const batches = Array.from({ length: Math.ceil(wanted.length / atOnce) }, (_, i) =>
    wanted.slice(i * atOnce, (i + 1) * atOnce),
  );
  const found = await Promise.all(batches.map((batch) => getBatch(client, tableName, batch, pause)));
  const byKey = new Map(found.flat().map((row) => [row.key, row]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

async function getBatch(
  client: DynamoDBDocumentClient,
  tableName: string,
  batch: string[],
  pause: (milliseconds: number) => Promise<unknown>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let keys: Record<string, unknown>[] = batch.map((key) => ({ key }));
  for (let tries = 1; keys.length > 0; tries++) {
    if (tries > maxTries) throw new Error(`${keys.length} items were not read in ${maxTries} tries`);
    if (tries > 1) await pause(firstPauseMs * 2 ** (tries - 2));
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [tableName]: { Keys: keys, ConsistentRead: true } } }),
    );
    rows.push(...(Responses?.[tableName] ?? []).map(readRow));
    keys = UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return rows;
}
