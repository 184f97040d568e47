/** What the infrastructure tells a function in its environment. */
import * as z from 'zod';
import { settingsSchema } from '@gongkai/domain/settings.ts';

const filled = z.string().min(1);
const arn = z.string().startsWith('arn:');

export const environmentSchema = z.object({
  /** Names this county's metrics. */
  STAGE: filled,
  TABLE_NAME: filled,
  INBOX_BUCKET: filled,
  RECORDS_BUCKET: filled,
  PUBLIC_BUCKET: filled,
  PUBLICATION_MACHINE_ARN: arn,
  REASSESSMENT_MACHINE_ARN: arn,
  WITHDRAWAL_MACHINE_ARN: arn,
  VALIDITY_MACHINE_ARN: arn,
  /** Absent where no links are made. */
  LINK_KEY_SECRET_ARN: arn.optional(),
  /** JSON of `settingsSchema`. */
  SETTINGS: z.string().transform((text) => settingsSchema.parse(JSON.parse(text))),
  MAIL_TRANSPORT: z.enum(['ses', 'smtp']).default('ses'),
  /** The secret's value is the mail server's address, `smtps://user:password@host:465`. */
  MAIL_SECRET_ARN: arn.optional(),
  /** Set in tests: another endpoint knows its buckets by path only. */
  AWS_ENDPOINT_URL: z.url().optional(),
});
export type AwsEnvironment = z.infer<typeof environmentSchema>;
