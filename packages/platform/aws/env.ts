/** What the infrastructure tells a function in its environment, and the ports made from it. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { settingsSchema } from '@gongkai/domain/settings.ts';
import type { Deps } from '../deps.ts';
import { createSmtp } from '../smtp.ts';
import { createLinks, type Links } from '../links.ts';
import type { Clock, MailMessage } from '../ports.ts';
import { createS3Files } from './files.ts';
import { createCloudMail, createSes } from './mail.ts';
import { readSecret } from './secret.ts';
import { createDynamoTable } from './table.ts';
import { createStepFunctionsWorkflow } from './workflow.ts';

const filled = z.string().min(1);

export const environmentSchema = z.object({
  TABLE_NAME: filled,
  INBOX_BUCKET: filled,
  RECORDS_BUCKET: filled,
  PUBLIC_BUCKET: filled,
  /** Made from names, not from the machines: they name the functions already, and a circle would not deploy. */
  MACHINE_ARN_PREFIX: z.string().regex(/^arn:[a-z-]+:states:[a-z0-9-]+:\d{12}:stateMachine:/),
  /** JSON of `settingsSchema`. */
  SETTINGS: z.string().transform((text) => settingsSchema.parse(JSON.parse(text))),
  /** Given to functions that mail links. */
  LINK_KEY_SECRET: filled.optional(),
  /** A secret with the mail server's address, `smtps://user:password@host:465`; without it SES is used. */
  SMTP_SECRET: filled.optional(),
  /** Set in tests: another endpoint knows its buckets by path only. */
  AWS_ENDPOINT_URL: z.url().optional(),
});

const clock: Clock = { now: () => new Date() };

/** Once per process, before the first event. Throws a ZodError naming what is missing in the environment. */
export async function awsDeps(
  environment: Record<string, string | undefined> = process.env,
): Promise<Omit<Deps, 'calendar'>> {
  const env = environmentSchema.parse(environment);
  const table = createDynamoTable({ client: new DynamoDBClient(), tableName: env.TABLE_NAME, clock });
  const secrets = new SecretsManagerClient();
  const from = env.SETTINGS.mailFrom;
  return {
    table,
    files: createS3Files({
      client: new S3Client({ forcePathStyle: env.AWS_ENDPOINT_URL !== undefined }),
      buckets: { inbox: env.INBOX_BUCKET, records: env.RECORDS_BUCKET, public: env.PUBLIC_BUCKET },
      clock,
    }),
    workflow: createStepFunctionsWorkflow({ client: new SFNClient(), machineArnPrefix: env.MACHINE_ARN_PREFIX }),
    mail: createCloudMail({
      table,
      clock,
      deliver:
        env.SMTP_SECRET === undefined
          ? createSes({ client: new SESv2Client(), from, clock })
          : smtpFrom(secrets, env.SMTP_SECRET, from),
    }),
    clock,
    links: env.LINK_KEY_SECRET === undefined ? noLinks : await linksFrom(secrets, env.LINK_KEY_SECRET),
    settings: env.SETTINGS,
  };
}

const linksFrom = async (secrets: SecretsManagerClient, id: string): Promise<Links> =>
  createLinks(new TextEncoder().encode(await readSecret(secrets, id)));

const withoutKey = (): never => {
  throw new Error('this function was given no LINK_KEY_SECRET');
};
const noLinks: Links = { opaqueId: withoutKey, code: withoutKey };

/** A secret that could not be read is asked for again by the next mail. */
function smtpFrom(secrets: SecretsManagerClient, id: string, from: string) {
  let opening: Promise<ReturnType<typeof createSmtp>> | undefined;
  return async (message: MailMessage): Promise<void> => {
    opening ??= readSecret(secrets, id)
      .then((url) => createSmtp({ url, from }))
      .catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
    await (await opening)(message);
  };
}
