/** A stage is one county in one region: parsed from the context of cdk.json, or of `cdk … -c key=value`. */
import type { Node } from 'constructs';
import * as z from 'zod';
import { type Settings, settingsSchema } from '@gongkai/domain/settings.ts';

const mailSchema = z.discriminatedUnion('transport', [
  /** `from` is an address of a domain verified in SES. */
  z.object({ transport: z.literal('ses'), from: z.email() }),
  /** The secret's value is the address of the mail server, e.g. `smtps://user:password@mail.example.cn`. */
  z.object({ transport: z.literal('smtp'), from: z.email(), secretName: z.string().min(1) }),
]);

const stageSchema = z
  .object({
    /** Part of every resource name. */
    name: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/, 'lower-case letters, digits and hyphens, at most 20'),
    region: z.string().regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'a region, e.g. cn-north-1'),
    siteUrl: z.url(),
    portalUrl: z.url(),
    county: z.string().min(1),
    mail: mailSchema,
    /** Instead of the follow-up in working days; for trying things out. */
    followUpSeconds: z.coerce.number().int().nonnegative().optional(),
    alarmEmail: z.email().optional(),
    /** Otherwise the site function serves the public files. */
    useCloudFront: z.union([z.boolean(), z.stringbool()]).default(false),
    /** Of the site's host name, in us-east-1; without it CloudFront answers under its own name only. */
    siteCertificateArn: z.string().startsWith('arn:').optional(),
    /** Anything else of packages/domain/settings.ts. */
    settings: z.record(z.string(), z.unknown()).default({}),
  })
  .refine((s) => s.mail.transport !== 'ses' || !s.region.startsWith('cn-'), {
    path: ['mail', 'transport'],
    message: 'the China regions have no SES: use smtp',
  });
export type Stage = z.infer<typeof stageSchema>;

export const parseStage = (input: unknown): Stage => {
  const parsed = stageSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new Error(`The stage is not complete (see "stages" in cdk.json):\n${z.prettifyError(parsed.error)}`);
};

/** `-c stage=<name>` chooses among `stages`; `-c <key>=<value>` replaces one value of it. */
export function stageFrom(node: Node): Stage {
  const name: unknown = node.tryGetContext('stage');
  const stages = z.record(z.string(), z.record(z.string(), z.unknown())).parse(node.tryGetContext('stages'));
  const chosen = stages[String(name)];
  if (!chosen) throw new Error(`No stage "${String(name)}"; cdk.json has ${Object.keys(stages).join(', ')}.`);
  const replaced = Object.keys(stageSchema.shape)
    .filter((key) => key !== 'name')
    .map((key) => [key, node.tryGetContext(key) as unknown] as const)
    .filter(([, value]) => value !== undefined);
  return parseStage({ ...chosen, ...Object.fromEntries(replaced), name });
}

/** What the functions get as SETTINGS. */
export function settingsOf(stage: Stage): Settings {
  const { siteUrl, portalUrl, county, mail, followUpSeconds, settings } = stage;
  const parsed = settingsSchema.parse({ ...settings, siteUrl, portalUrl, county, mailFrom: mail.from });
  return followUpSeconds === undefined
    ? parsed
    : { ...parsed, followUp: { ...parsed.followUp, afterSeconds: followUpSeconds } };
}
