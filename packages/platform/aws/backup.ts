/** Everything in the DynamoDB table. Scanning is allowed here only: a backup is to read all there is. */
import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Backup, Clock, Counter, KeptItem, SentMail } from '../ports.ts';
import { forgetMailAt, sentMailKey } from './mail.ts';
import { readRow, rowOf, seconds } from './rows.ts';
import { counterPrefix } from './table.ts';

const mailPrefix = sentMailKey('');
const counterSchema = z.object({ key: z.string(), n: z.number() });
const keySchema = z.object({ key: z.string() });

/** `limit` bounds what is read, not what is found. A mail is never waiting here: who sends it waits for its delivery. */
export function createDynamoBackup(options: {
  client: DynamoDBClient;
  tableName: string;
  clock: Clock;
}): Backup {
  const { tableName: TableName, clock } = options;
  const client = DynamoDBDocumentClient.from(options.client, {
    marshallOptions: { removeUndefinedValues: true },
  });

  const scan = async (filter: string, values: Record<string, string>, limit: number, after?: string) => {
    const answer = await client.send(
      new ScanCommand({
        TableName,
        ConsistentRead: true,
        Limit: limit,
        FilterExpression: filter,
        ExpressionAttributeNames: {
          '#key': 'key',
          ...(filter.includes('#expiresAt') ? { '#expiresAt': 'expiresAt' } : {}),
        },
        ExpressionAttributeValues: values,
        ...(after === undefined ? {} : { ExclusiveStartKey: { key: after } }),
      }),
    );
    const next = answer.LastEvaluatedKey && keySchema.parse(answer.LastEvaluatedKey).key;
    return { rows: answer.Items ?? [], ...(next === undefined ? {} : { next }) };
  };
  const putNew = async (row: Record<string, unknown>): Promise<void> => {
    await unlessRefused(
      client.send(
        new PutCommand({
          TableName,
          Item: row,
          ConditionExpression: 'attribute_not_exists(#key)',
          ExpressionAttributeNames: { '#key': 'key' },
        }),
      ),
    );
  };

  return {
    async dump({ limit, after }) {
      const { rows, ...next } = await scan(
        'NOT begins_with(#key, :counter) AND (attribute_not_exists(#expiresAt) OR begins_with(#key, :mail))',
        { ':counter': counterPrefix, ':mail': mailPrefix },
        limit,
        after,
      );
      return { items: rows.map(keptOf), ...next };
    },
    async counters({ limit, after }) {
      const { rows, ...next } = await scan(
        'begins_with(#key, :counter)',
        { ':counter': counterPrefix },
        limit,
        after,
      );
      return { items: rows.map(counterOf), ...next };
    },
    async load(kept) {
      const expiresAt = seconds(forgetMailAt(clock.now()));
      await Promise.all(
        kept.map((one) =>
          one.kind === 'item'
            ? putNew(rowOf(one.item))
            : putNew({
                ...rowOf({ key: sentMailKey(one.id), version: 1, value: {}, places: {} }),
                expiresAt,
              }),
        ),
      );
    },
    async loadCounters(counters) {
      await Promise.all(
        counters.map(({ name, value }) =>
          unlessRefused(
            client.send(
              new UpdateCommand({
                TableName,
                Key: { key: counterPrefix + name },
                UpdateExpression: 'SET n = :value',
                ConditionExpression: 'attribute_not_exists(n) OR n < :value',
                ExpressionAttributeValues: { ':value': value },
              }),
            ),
          ),
        ),
      );
    },
  };
}

function keptOf(attributes: Record<string, unknown>): KeptItem | SentMail {
  const { key, version, value, places } = readRow(attributes);
  return key.startsWith(mailPrefix)
    ? { kind: 'sent-mail', id: key.slice(mailPrefix.length) }
    : { kind: 'item', item: { key, version, value, places } };
}

function counterOf(attributes: Record<string, unknown>): Counter {
  const { key, n } = counterSchema.parse(attributes);
  return { name: key.slice(counterPrefix.length), value: n };
}

/** What is there already stays. */
async function unlessRefused(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
