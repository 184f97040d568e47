/**
 * The ports of a function in the cloud, one by one: a handler names those it needs, and its bundle holds no other
 * port's client.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import { announced } from '@gongkai/calendar/announced.ts';
import { type Calendar, createCalendar } from '@gongkai/calendar/calendar.ts';
import type { Deps } from '../deps.ts';
import type { Clock } from '../ports.ts';
import { countingFailures } from './counting-failures.ts';
import { createDeliver } from './deliver.ts';
import { type AwsEnvironment, environmentSchema } from './env.ts';
import { createFilesOnDemand } from './files-on-demand.ts';
import { linksFrom } from './links.ts';
import { createCloudMail } from './mail.ts';
import { openFiles } from './open-files.ts';
import { createDynamoTable } from './table.ts';
import { createStepFunctionsWorkflow } from './workflow.ts';

type Place = Pick<Deps, 'clock' | 'calendar' | 'settings'> & { env: AwsEnvironment };
type WithTable = Place & Pick<Deps, 'table'>;

const clock: Clock = { now: () => new Date() };

let known: Calendar | undefined;
/** Made for the first who counts days. */
const calendar = (): Promise<Calendar> => Promise.resolve((known ??= createCalendar(announced())));

/** Once per process, before the first event. Throws a ZodError naming what the environment lacks. */
export function withoutTable(environment: Record<string, string | undefined> = process.env): Place {
  const env = environmentSchema.parse(environment);
  return { env, clock, calendar, settings: env.SETTINGS };
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

export const files = ({ env }: Place): Pick<Deps, 'files'> => ({ files: openFiles(env, clock) });

export const filesOnDemand = ({ env }: Place): Pick<Deps, 'files'> => ({
  files: createFilesOnDemand(async () => (await import('./open-files.ts')).openFiles(env, clock)),
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
  mail: createCloudMail({ table, clock, deliver: countingFailures(createDeliver(env), env.STAGE) }),
});

export const links = async ({ env }: Place): Promise<Pick<Deps, 'links'>> => ({
  links: await linksFrom(env.LINK_KEY_SECRET_ARN),
});

/** All of them. */
export async function awsDeps(environment?: Record<string, string | undefined>): Promise<Deps> {
  const place = withTable(environment);
  return { ...place, ...files(place), ...workflow(place), ...mail(place), ...(await links(place)) };
}
