/**
 * Items in one DynamoDB table: key `key`, one index per name with the attributes of `indexAttributes`, time to live
 * on `expiresAt`. The indexes need to hold keys only: items are read from the table itself, consistently, so a
 * change that moves an item in no index is written once and not once per index.
 */
import { ConditionalCheckFailedException, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { indexAttributes } from '@gongkai/domain/indexes.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { type Clock, ConditionFailed, type StoredItem, type Table } from '../ports.ts';
import { batchGetItems } from './batch-get.ts';
import { readRow, type Row, rowOf, seconds } from './rows.ts';
import { keyCondition } from './key-condition.ts';

export const counterPrefix = 'counter#';
const counterKey = (counter: string): { key: string } => ({ key: counterPrefix + counter });
const indexRowSchema = z.object({ key: z.string(), sort: z.string() });
const counterSchema = z.object({ n: z.number() });

/** A page may hold fewer than `limit` although more follow: expired items are taken out after the index was read. */
export function createDynamoTable(options: {
  client: DynamoDBClient;
  tableName: string;
  clock: Clock;
}): Table {
  const { tableName: TableName, clock } = options;
  const client = DynamoDBDocumentClient.from(options.client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const now = (): number => seconds(clock.now());
  /** Time to live deletes within days, not at the second: what is over counts as gone. */
  const alive = (row: Row | undefined): Row | undefined =>
    row?.expiresAt !== undefined && row.expiresAt <= now() ? undefined : row;
  const items = (rows: readonly Row[]): StoredItem[] => rows.flatMap((row) => alive(row) ?? []).map(itemOf);

  return {
    async get(key) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: { key }, ConsistentRead: true }));
      const row = Item && alive(readRow(Item));
      return row && itemOf(row);
    },
    async batchGet(keys) {
      return items(await batchGetItems(client, TableName, keys));
    },
    async put({ key, value, places }, expected, { expiresAt } = {}) {
      const row = rowOf({ key, version: expected + 1, value, places });
      const condition =
        expected === 0
          ? 'attribute_not_exists(#key) OR #expiresAt <= :now'
          : '#version = :expected AND (attribute_not_exists(#expiresAt) OR #expiresAt > :now)';
      const Item = { ...row, ...(expiresAt && { expiresAt: seconds(expiresAt) }) };
      try {
        await client.send(
          new PutCommand({
            TableName,
            Item,
            ConditionExpression: condition,
            ExpressionAttributeNames:
              expected === 0
                ? { '#key': 'key', '#expiresAt': 'expiresAt' }
                : { '#version': 'version', '#expiresAt': 'expiresAt' },
            ExpressionAttributeValues: {
              ':now': now(),
              ...(expected === 0 ? {} : { ':expected': expected }),
            },
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        const stored = error.Item && readRow(unmarshall(error.Item));
        // The answer to our own write was lost, and the SDK wrote again: it was us who won.
        if (stored?.writtenBy === row['writtenBy']) return;
        const current = alive(stored);
        throw new ConditionFailed(key, current && itemOf(current));
      }
    },
    async delete(key) {
      await client.send(new DeleteCommand({ TableName, Key: { key } }));
    },
    async query(index, query) {
      const condition = keyCondition(index, query);
      if (!condition) return { items: [] };
      const { partition, sort } = indexAttributes(index);
      const after = query.after === undefined ? undefined : readCursor(query.after);
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          IndexName: index,
          ...condition,
          ScanIndexForward: !query.descending,
          // One more than asked tells whether there is a next page.
          Limit: query.limit + 1,
          ...(after && {
            ExclusiveStartKey: { key: after.key, [partition]: query.partition, [sort]: after.sort },
          }),
        }),
      );
      const found = Items.map((item) => indexRowSchema.parse({ key: item['key'], sort: item[sort] }));
      const page = found.slice(0, query.limit);
      const last = found.length > query.limit ? page.at(-1) : undefined;
      const rows = await batchGetItems(
        client,
        TableName,
        page.map((place) => place.key),
      );
      // The index lags a little: what has left this place since is not shown here any more.
      const still = items(rows).filter((item) => item.places[index]?.partition === query.partition);
      return { items: still, ...(last && { next: writeCursor(last) }) };
    },
    async increment(counter, by = 1) {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName,
          Key: counterKey(counter),
          UpdateExpression: 'ADD n :by',
          ExpressionAttributeValues: { ':by': by },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return counterSchema.parse(Attributes).n;
    },
    async counter(counter) {
      const { Item } = await client.send(
        new GetCommand({ TableName, Key: counterKey(counter), ConsistentRead: true }),
      );
      return Item ? counterSchema.parse(Item).n : 0;
    },
  };
}

const itemOf = ({ key, version, value, places }: Row): StoredItem => ({ key, version, value, places });
