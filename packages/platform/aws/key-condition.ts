/** The part of a query that DynamoDB answers from an index alone. */
import { type IndexName, indexAttributes } from '@gongkai/domain/indexes.ts';
import type { TableQuery } from '../ports.ts';

/** Undefined: nothing can lie between the bounds (DynamoDB would refuse to look). */
export function keyCondition(index: IndexName, { partition, from: least, to }: TableQuery) {
  // DynamoDB knows no empty key; every other one is beyond it.
  const from = least === '' ? undefined : least;
  if (from !== undefined && to !== undefined && Buffer.compare(Buffer.from(from), Buffer.from(to)) > 0)
    return undefined;
  const names = indexAttributes(index);
  const bounds =
    from !== undefined && to !== undefined
      ? ' AND #s BETWEEN :from AND :to'
      : from !== undefined
        ? ' AND #s >= :from'
        : to !== undefined
          ? ' AND #s <= :to'
          : '';
  return {
    KeyConditionExpression: `#p = :p${bounds}`,
    ExpressionAttributeNames: { '#p': names.partition, ...(bounds === '' ? {} : { '#s': names.sort }) },
    ExpressionAttributeValues: {
      ':p': partition,
      ...(from === undefined ? {} : { ':from': from }),
      ...(to === undefined ? {} : { ':to': to }),
    },
  };
}
