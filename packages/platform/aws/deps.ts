/**
 * The ports of a function in the cloud, one by one: a handler names those it needs, and its bundle holds no other
 * port's client.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { announced } from '@gongkai/calendar/announced.ts';
import { createCalendar } from '@gongkai/calendar/calendar.ts';
import type { Deps } from '../deps.ts';
import type { Clock } from '../ports.ts';
import { createDeliver } from './deliver.ts';
import { type AwsEnvironment, environmentSchema } from './env.ts';
import { createS3Files } from './files.ts';
import { linksFrom } from './links.ts';
import { createCloudMail } from './mail.ts';
import { createDynamoTable } from './table.ts';
import { createStepFunctionsWorkflow } from './workflow.ts';

type Place = Pick<Deps, 'clock' | 'calendar' | 'settings'> & { env: AwsEnvironment };
type WithTable = Place & Pick<Deps, 'table'>;

const clock: Clock = { now: () => new Date() };

/** Once per process, before the first event. Throws a ZodError naming what the environment lacks. */
export function withoutTable(environment: Record<string, string | undefined> = process.env): Place {
  const env = environmentSchema.parse(environment);
  const calendar = createCalendar(announced());
  return { env, clock, calendar: () => Promise.resolve(calendar), settings: env.SETTINGS };
}

/** What nearly every function needs; the others come on top. */
export function withTable(environment?: Record<string, string | undefined>): WithTable {
  const place = withoutTable(environment);
  const table = createDynamoTable({
    client: new DynamoDBClient(),
    tableName: place.env.TABLE_NAME,
    clock,
  });
  return { ...place, table };
}

export const files = ({ env }: Place): Pick<Deps, 'files'> => ({
  files: createS3Files({
    client: new S3Client({ forcePathStyle: env.AWS_ENDPOINT_URL !== undefined }),
    buckets: { inbox: env.INBOX_BUCKET, records: env.RECORDS_BUCKET, public: env.PUBLIC_BUCKET },
    clock,
  }),
});

export const workflow = ({ env }: Place): Pick<Deps, 'workflow'> => ({
  workflow: createStepFunctionsWorkflow({
    client: new SFNClient(),
    machineArns: {
      publication: env.PUBLICATION_MACHINE_ARN,
      reassessment: env.REASSESSMENT_MACHINE_ARN,
      withdrawal: env.WITHDRAWAL_MACHINE_ARN,
    },
  }),
});

export const mail = ({ env, table }: WithTable): Pick<Deps, 'mail'> => ({
  mail: createCloudMail({ table, clock, deliver: createDeliver(env) }),
});

export const links = async ({ env }: Place): Promise<Pick<Deps, 'links'>> => ({
  links: await linksFrom(env.LINK_KEY_SECRET_ARN),
});

/** All of them. */
export async function awsDeps(environment?: Record<string, string | undefined>): Promise<Deps> {
  const place = withTable(environment);
  return { ...place, ...files(place), ...workflow(place), ...mail(place), ...(await links(place)) };
}
