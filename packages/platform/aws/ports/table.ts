import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Deps } from '../../deps.ts';
import { createDynamoTable } from '../table.ts';
import { type Place, withoutTable } from './place.ts';

export type WithTable = Place & Pick<Deps, 'table'>;

/** What nearly every function needs; other ports come on top. */
export function withTable(environment?: Record<string, string | undefined>): WithTable {
  const place = withoutTable(environment);
  const { env, clock } = place;
  const client = new DynamoDBClient();
  return { ...place, table: createDynamoTable({ client, tableName: env.TABLE_NAME, clock }) };
}
