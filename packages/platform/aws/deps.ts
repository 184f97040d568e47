/** The ports of a function in the cloud, made from its environment. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { announced } from '@gongkai/calendar/announced.ts';
import { createCalendar } from '@gongkai/calendar/calendar.ts';
import type { Deps } from '../deps.ts';
import type { Clock } from '../ports.ts';
import { createDeliver } from './deliver.ts';
import { environmentSchema } from './env.ts';
import { createS3Files } from './files.ts';
import { linksFrom } from './links.ts';
import { createCloudMail } from './mail.ts';
import { createDynamoTable } from './table.ts';
import { createStepFunctionsWorkflow } from './workflow.ts';

const clock: Clock = { now: () => new Date() };

/** Once per process, before the first event. Throws a ZodError naming what the environment lacks. */
export async function awsDeps(environment: Record<string, string | undefined> = process.env): Promise<Deps> {
  const env = environmentSchema.parse(environment);
  const table = createDynamoTable({ client: new DynamoDBClient(), tableName: env.TABLE_NAME, clock });
  const calendar = createCalendar(announced());
  return {
    table,
    files: createS3Files({
      client: new S3Client({ forcePathStyle: env.AWS_ENDPOINT_URL !== undefined }),
      buckets: { inbox: env.INBOX_BUCKET, records: env.RECORDS_BUCKET, public: env.PUBLIC_BUCKET },
      clock,
    }),
    workflow: createStepFunctionsWorkflow({
      client: new SFNClient(),
      machineArns: {
        publication: env.PUBLICATION_MACHINE_ARN,
        reassessment: env.REASSESSMENT_MACHINE_ARN,
        withdrawal: env.WITHDRAWAL_MACHINE_ARN,
      },
    }),
    mail: createCloudMail({ table, clock, deliver: createDeliver(env) }),
    clock,
    links: await linksFrom(env.LINK_KEY_SECRET_ARN),
    calendar: () => Promise.resolve(calendar),
    settings: env.SETTINGS,
  };
}
