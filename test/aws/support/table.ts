import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { indexAttributes, indexNames } from '@gongkai/domain/indexes.ts';

/** As infra makes it. */
export async function createTable(TableName: string): Promise<void> {
  const places = indexNames.map((name) => {
    const { partition, sort } = indexAttributes(name);
    return { name, partition, sort };
  });
  await new DynamoDBClient().send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['key', ...places.flatMap((p) => [p.partition, p.sort])].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S' as const,
      })),
      KeySchema: [{ AttributeName: 'key', KeyType: 'HASH' }],
      GlobalSecondaryIndexes: places.map((place) => ({
        IndexName: place.name,
        KeySchema: [
          { AttributeName: place.partition, KeyType: 'HASH' as const },
          { AttributeName: place.sort, KeyType: 'RANGE' as const },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' as const },
      })),
    }),
  );
}
